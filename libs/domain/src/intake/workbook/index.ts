export * from './choose-sheet.js';
export * from './places.js';
export * from './table-of-workbook.js';
export * from './workbook.js';
