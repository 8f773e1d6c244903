export { writeWorkbook } from './write/write-workbook.js';
export { OpenXmlWorkbookReader } from './open-xml-workbook-reader.js';
export { OpenXmlFilePacker } from './open-xml-file-packer.js';
