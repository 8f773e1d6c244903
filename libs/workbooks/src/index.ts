export { OpenXmlWorkbookReader } from './open-xml-workbook-reader.js';
