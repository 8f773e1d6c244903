export * from './check-submission.js';
export * from './check-submission-types.js';
export * from './examine-table.js';
export * from './explanation.js';
export * from './finding.js';
export * from './intake-table.js';
export * from './map-columns.js';
export * from './observations-to-table.js';
export * from './personal-data/scan-workbook.js';
export { MOST_BYTES, readCsv, type CsvFile } from './read-csv.js';
export { publishedBeside } from './rules/published-gap.js';
export * from './published-pairs.js';
export * from './reconcile-year.js';
export { proposeMeanings, type ProposedColumn } from './propose-meanings.js';
export * from './say.js';
export {
  columnNames,
  meaningOf,
  type ColumnMeaning,
  type ColumnNames,
} from './understand-columns.js';
export * from './validation-rule.js';
export * from './workbook/index.js';
