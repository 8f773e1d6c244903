export { checkRowsRead, checkSubmission, headFindings } from './check-submission.js';
export * from './check-submission-types.js';
export * from './examine-table.js';
export { CSV_START, csvLine } from './csv/write-csv.js';
export * from './explanation.js';
export * from './finding.js';
export * from './intake-table.js';
export * from './map-columns.js';
export * from './observations-to-table.js';
export * from './personal-data/scan-workbook.js';
export { piecesOf, type Encoding } from './csv/decode.js';
export { csvTableReader, MOST_BYTES, openCsv, readCsv, type CsvFile } from './read-csv.js';
export { rowReader, type RowsRead } from './read-rows.js';
export { type DateOrder } from './read-period.js';
export { publishedChanges, publishedChecker } from './published/published-checker.js';
export { publishedBeside } from './rules/published-gap.js';
export * from './published-pairs.js';
export * from './reconcile-year.js';
export { proposeMeanings, type ProposedColumn } from './propose-meanings.js';
export * from './say.js';
export {
  columnNames,
  meaningOf,
  understandColumns,
  type ColumnMeaning,
  type ColumnNames,
} from './understand-columns.js';
export * from './validation-rule.js';
export * from './workbook/index.js';
