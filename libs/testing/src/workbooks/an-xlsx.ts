import { zipOf, type ZipEntry } from './zip.js';

/** A cell: a text (shared string), a number, nothing, or its XML without position, `<c s="1"><v>1</v></c>`. */
export type XlsxCell = string | number | null | { readonly xml: string };

export type XlsxSheet = {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly XlsxCell[])[];
  /** Numbers of rows that are hidden. */
  readonly hiddenRows?: readonly number[];
  /** XML between the start of the sheet and its rows, and after them. */
  readonly before?: string;
  readonly after?: string;
};

export type Xlsx = {
  readonly sheets: readonly XlsxSheet[];
  readonly date1904?: boolean;
  /** More parts, or others in place of those that are made, by name; null takes one away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  /** More relationships of the workbook. */
  readonly relationships?: string;
  /** XML after the list of sheets. */
  readonly inWorkbook?: string;
  /** Shared strings that no cell points to. */
  readonly unused?: readonly string[];
  /** Number formats; a cell's `s` is its place here, from 1. */
  readonly formats?: readonly string[];
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A text as XML writes it; control characters as the standard escapes them. */
export const xmlText = (text: string): string =>
  text
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(
      /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu,
      (one) => `_x${one.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
    .replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

export const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${xmlText(target)}"${mode && ` TargetMode="${mode}"`}/>`;
export const relationshipsPart = (...all: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

function columnLetters(index: number): string {
  const before = Math.floor(index / 26) - 1;
  return (before >= 0 ? columnLetters(before) : '') + String.fromCharCode(65 + (index % 26));
}

/** Every part of a small workbook, by name. */
function partsOf(book: Xlsx): Record<string, string | Uint8Array | null> {
  const strings: string[] = [];
  const cell = (value: XlsxCell, row: number, column: number): string => {
    const at = ` r="${columnLetters(column)}${row}"`;
    if (value === null) return '';
    if (typeof value === 'object') return value.xml.replace('<c', `<c${at}`);
    if (typeof value === 'number') return `<c${at}><v>${value}</v></c>`;
    strings.push(value);
    return `<c${at} t="s"><v>${strings.length - 1}</v></c>`;
  };
  const sheetXml = ({ rows, hiddenRows = [], before = '', after = '' }: XlsxSheet): string => {
    const data = rows.map((cells, index) => {
      const hidden = hiddenRows.includes(index + 1) ? ' hidden="1"' : '';
      const inside = cells.map((value, column) => cell(value, index + 1, column)).join('');
      return `<row r="${index + 1}"${hidden}>${inside}</row>`;
    });
    return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${data.join('')}</sheetData>${after}</worksheet>`;
  };
  const sheets = book.sheets.map((sheet, index): [string, string] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(sheet),
  ]);
  const list = book.sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index + 1}"/>`,
  );
  const items = [...strings, ...(book.unused ?? [])].map(
    (text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`,
  );
  return {
    '[Content_Types].xml': contentTypes(sheets.map(([name]) => name)),
    '_rels/.rels': relationshipsPart(relationship('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${book.date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets>${book.inWorkbook ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsPart(
      ...sheets.map(([name], index) =>
        relationship(`s${index + 1}`, 'worksheet', name.replace('xl/', '')),
      ),
      relationship('strings', 'sharedStrings', 'sharedStrings.xml'),
      relationship('styles', 'styles', 'styles.xml'),
      book.relationships ?? '',
    ),
    'xl/styles.xml': stylesXml(book.formats ?? []),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${items.join('')}</sst>`,
    ...Object.fromEntries(sheets),
    ...book.parts,
  };
}

function contentTypes(sheets: readonly string[]): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const all = [
    override('xl/workbook.xml', 'sheet.main'),
    override('xl/styles.xml', 'styles'),
    override('xl/sharedStrings.xml', 'sharedStrings'),
    ...sheets.map((name) => override(name, 'worksheet')),
  ];
  const rels = 'application/vnd.openxmlformats-package.relationships+xml';
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${rels}"/><Default Extension="xml" ContentType="application/xml"/>${all.join('')}</Types>`;
}

function stylesXml(formats: readonly string[]): string {
  const own = formats.map(
    (code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${xmlText(code)}"/>`,
  );
  const styles = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`);
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

/** The entries of a workbook, to be told lies about. */
export const xlsxEntries = (book: Xlsx): readonly ZipEntry[] =>
  Object.entries(partsOf(book)).flatMap(([name, part]) =>
    part === null ? [] : [{ name, bytes: typeof part === 'string' ? Buffer.from(part) : part }],
  );

/** The bytes of a workbook, compressed. */
export const xlsxOf = (book: Xlsx): Uint8Array => zipOf(xlsxEntries(book));

/** The same, not compressed: for the specs that make hundreds of them. */
export const storedXlsxOf = (book: Xlsx): Uint8Array =>
  zipOf(xlsxEntries(book).map((entry) => ({ ...entry, stored: true })));
