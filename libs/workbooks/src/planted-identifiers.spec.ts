import { readFileSync } from 'node:fs';
import {
  chooseSheet,
  scanWorkbook,
  tableOfWorkbook,
  type Finding,
  type ValidationRule,
} from '#domain/intake';
import {
  relationship,
  relationshipsPart,
  xlsxEntries,
  xlsxOf,
  xmlText,
  zipOf,
  type Xlsx,
} from '#testing/workbooks';
import { readWorkbook } from './read-workbook.js';

const read = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;
const rules = read<readonly ValidationRule[]>('../../../programmes/send-ap/validation-rules.json');
const corpus = read<{
  readonly identifiers: readonly string[];
  readonly births: readonly string[];
  readonly personInRow: readonly (readonly string[])[];
  readonly headers: readonly string[];
  readonly ordinary: readonly string[];
}>('../../domain/src/intake/personal-data/guard-corpus.json');
const PLANTED = [
  ...corpus.identifiers,
  ...corpus.births,
  'Ann Example 03/09/2014',
  'Example, Ann 2014-09-03',
];

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RETURN = {
  name: 'Return',
  rows: [
    ['council', 'period', 'measure', 'value'],
    ['857', '2024-09', 'n_requests', 6],
  ],
};
const SHEET_RELS = 'xl/worksheets/_rels/sheet1.xml.rels';
const withParts = (parts: Xlsx['parts'] = {}, more: Partial<Xlsx> = {}): Xlsx => ({
  sheets: [RETURN],
  ...more,
  parts,
});
const inSheet = (after: string, more: Partial<Xlsx> = {}): Xlsx => ({
  sheets: [{ ...RETURN, after }],
  ...more,
});
/** A part that the sheet points to. */
const ofSheet = (type: string, name: string, xml: string): Xlsx =>
  withParts({
    [name]: xml,
    [SHEET_RELS]: relationshipsPart(relationship('r1', type, `/${name}`)),
  });
const cells = (...row: readonly (string | { xml: string })[]) => ({
  name: 'Old',
  state: 'hidden' as const,
  rows: [['x'], [], row],
});
const pivot = (fields: string, records: string): Xlsx =>
  withParts(
    {
      'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition ${MAIN}><cacheFields>${fields}</cacheFields></pivotCacheDefinition>`,
      'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relationshipsPart(
        relationship('r1', 'pivotCacheRecords', 'pivotCacheRecords1.xml'),
      ),
      'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords ${MAIN}>${records}</pivotCacheRecords>`,
    },
    {
      relationships: relationship(
        'pc1',
        'pivotCacheDefinition',
        'pivotCache/pivotCacheDefinition1.xml',
      ),
    },
  );
const property = (element: string, x: string): Xlsx =>
  withParts({
    'docProps/core.xml': `<coreProperties><${element}>${x}</${element}></coreProperties>`,
  });

/** Every kind of place, with a text (as XML writes it) in it, and how the place is called. */
const PLACES: readonly (readonly [string, (x: string, raw: string) => Xlsx])[] = [
  ['sheet 2 (hidden), cell A3', (_, raw) => ({ sheets: [RETURN, cells(raw)] })],
  [
    'sheet "Notes", cell B3',
    (_, raw) => ({ sheets: [RETURN, { name: 'Notes', rows: [[], [], ['a', raw]] }] }),
  ],
  [
    'sheet 2 (hidden), cell A1',
    (_, raw) => ({ sheets: [RETURN, { name: 'O', state: 'veryHidden', rows: [[raw]] }] }),
  ],
  [
    'sheet 2 (hidden), cell A3',
    (x) => ({
      sheets: [RETURN, cells({ xml: `<c t="inlineStr"><is><r><t>${x}</t></r></is></c>` })],
    }),
  ],
  ['cell A1', (_, raw) => ({ sheets: [{ ...RETURN, rows: [[raw], ...RETURN.rows] }] })],
  [
    'cell F3 (hidden)',
    (_, raw) => ({
      sheets: [
        {
          ...RETURN,
          rows: [...RETURN.rows, ['857', '2024-09', 'n_decisions', 6, '', raw]],
          hiddenRows: [3],
        },
      ],
    }),
  ],
  [
    'row 3 of sheet 2 (hidden), results of formulas',
    (x) => ({
      sheets: [RETURN, cells({ xml: `<c t="str"><f>Z1</f><v>${x}</v></c>` })],
    }),
  ],
  [
    'sheet 2 (hidden), cell A3',
    (x) => ({ sheets: [RETURN, cells({ xml: `<c><f>IF(A1="${x}",1,2)</f><v>1</v></c>` })] }),
  ],
  [
    'cell A3 of sheet 2 (hidden)',
    (x) => ({
      sheets: [
        RETURN,
        cells({ xml: `<c t="inlineStr"><is><t>a</t><rPh><t>${x}</t></rPh></is></c>` }),
      ],
    }),
  ],
  [
    'cell B3 of sheet 2 (hidden), merged',
    (_, raw) => ({
      sheets: [
        RETURN,
        { ...cells('a', raw), after: '<mergeCells><mergeCell ref="A3:B3"/></mergeCells>' },
      ],
    }),
  ],
  ['text that no cell shows', (_, raw) => ({ sheets: [RETURN], unused: [raw] })],
  [
    'text that no cell shows',
    (x) =>
      withParts({
        'xl/sharedStrings.xml': `<sst ${MAIN}>${['council', 'period', 'measure', 'value', '857', '2024-09', 'n_requests'].map((t) => `<si><t>${t}</t><rPh sb="0" eb="1"><t>${x}</t></rPh></si>`).join('')}</sst>`,
      }),
  ],
  ['name of a sheet', (_, raw) => ({ sheets: [RETURN, { name: raw, rows: [] }] })],
  [
    'defined name',
    (x) =>
      inSheet('', {
        inWorkbook: `<definedNames><definedName name="a" comment="${x}">1</definedName></definedNames>`,
      }),
  ],
  [
    'defined name',
    (x) =>
      inSheet('', {
        inWorkbook: `<definedNames><definedName name="a">"${x}"</definedName></definedNames>`,
      }),
  ],
  [
    'pivot cache',
    (x) => pivot(`<cacheField name="a"><sharedItems><s v="${x}"/></sharedItems></cacheField>`, ''),
  ],
  ['pivot cache', (x) => pivot(`<cacheField name="${x}"/>`, '')],
  ['pivot cache', (x) => pivot('<cacheField name="a"/>', `<r><s v="${x}"/></r>`)],
  [
    'pivot cache',
    (x) =>
      withParts({
        'xl/left/over.xml': `<pivotCacheRecords ${MAIN}><r><s v="${x}"/></r></pivotCacheRecords>`,
      }),
  ],
  [
    'comment on B2 of sheet "Return"',
    (x) =>
      ofSheet(
        'comments',
        'xl/comments1.xml',
        `<comments ${MAIN}><authors><author>a</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>${x}</t></r></text></comment></commentList></comments>`,
      ),
  ],
  [
    'comments of sheet "Return"',
    (x) =>
      ofSheet(
        'comments',
        'xl/comments1.xml',
        `<comments ${MAIN}><authors><author>${x}</author></authors></comments>`,
      ),
  ],
  [
    'comment on C3 of sheet "Return"',
    (x) =>
      ofSheet(
        'threadedComment',
        'xl/threadedComments/t1.xml',
        `<ThreadedComments><threadedComment ref="C3" dT="2024-10-01T10:00:00" personId="{1}" id="{2}"><text>${x}</text></threadedComment></ThreadedComments>`,
      ),
  ],
  [
    'person who wrote a comment',
    (x) =>
      withParts({
        'xl/persons/person.xml': `<personList><person displayName="${x}" id="{1}" userId="a" providerId="None"/></personList>`,
      }),
  ],
  [
    'header or footer of sheet "Return"',
    (x) =>
      inSheet(`<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"${x}</oddHeader></headerFooter>`),
  ],
  [
    'header or footer of sheet "Return"',
    (x) =>
      inSheet(`<headerFooter><evenFooter>&amp;C${x}&amp;RPage &amp;P</evenFooter></headerFooter>`),
  ],
  [
    'link of sheet "Return"',
    (x) => inSheet(`<hyperlinks><hyperlink ref="A1" tooltip="${x}"/></hyperlinks>`),
  ],
  [
    'address of a link',
    (_, raw) =>
      withParts({
        [SHEET_RELS]: relationshipsPart(
          relationship(
            'r1',
            'hyperlink',
            `mailto:a@example.org?subject=${encodeURIComponent(raw)}`,
            'External',
          ),
        ),
      }),
  ],
  [
    'rule or prompt for a cell of sheet "Return"',
    (x) => inSheet(`<dataValidations><dataValidation prompt="${x}" sqref="A1"/></dataValidations>`),
  ],
  [
    'rule or prompt for a cell of sheet "Return"',
    (x) =>
      inSheet(
        `<dataValidations><dataValidation sqref="A1"><formula1>"${x}"</formula1></dataValidation></dataValidations>`,
      ),
  ],
  [
    'filter of sheet "Return"',
    (x) =>
      inSheet(
        `<autoFilter ref="A1:B2"><filterColumn><filters><filter val="${x}"/></filters></filterColumn></autoFilter>`,
      ),
  ],
  [
    'conditional format of sheet "Return"',
    (x) =>
      inSheet(
        `<conditionalFormatting sqref="A1"><cfRule><formula>"${x}"</formula></cfRule></conditionalFormatting>`,
      ),
  ],
  ['workbook properties, author', (x) => property('creator', x)],
  ['workbook properties, last saved by', (x) => property('lastModifiedBy', x)],
  ['workbook properties, title', (x) => property('title', x)],
  [
    'workbook properties, company',
    (x) => withParts({ 'docProps/app.xml': `<Properties><Company>${x}</Company></Properties>` }),
  ],
  [
    'workbook properties, own property',
    (x) =>
      withParts({
        'docProps/custom.xml': `<Properties xmlns:vt="v"><property name="a"><vt:lpwstr>${x}</vt:lpwstr></property></Properties>`,
      }),
  ],
  [
    'workbook properties, own property',
    (x) =>
      withParts({
        'docProps/custom.xml': `<Properties xmlns:vt="v"><property name="${x}"><vt:lpwstr>a</vt:lpwstr></property></Properties>`,
      }),
  ],
  [
    'another part of the file',
    (x) => withParts({ 'customXml/item1.xml': `<root><a>${x}</a></root>` }),
  ],
  ['another part of the file', (x) => withParts({ 'customXml/item1.xml': `<root a="${x}"/>` })],
  ['another part of the file', (_, raw) => withParts({ 'xl/notes.txt': `a\n${raw}\n` })],
  [
    'external link',
    (x) =>
      withParts({
        'xl/externalLinks/externalLink1.xml': `<externalLink ${MAIN}><externalBook><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>${x}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
      }),
  ],
  [
    'drawing or text box of sheet "Return"',
    (x) =>
      ofSheet(
        'drawing',
        'xl/drawings/drawing1.xml',
        `<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:txBody><a:p><a:r><a:t>${x}</a:t></a:r></a:p></xdr:txBody></xdr:wsDr>`,
      ),
  ],
  [
    'drawing or text box of sheet "Return"',
    (x) =>
      ofSheet(
        'drawing',
        'xl/drawings/drawing1.xml',
        `<xdr:wsDr xmlns:xdr="x"><xdr:cNvPr id="2" name="Picture 1" descr="${x}"/></xdr:wsDr>`,
      ),
  ],
  [
    'drawing or text box of sheet "Return"',
    (x) =>
      ofSheet(
        'vmlDrawing',
        'xl/drawings/vmlDrawing1.vml',
        `<xml><v:textbox><div>${x}<br></div></v:textbox></xml>`,
      ),
  ],
  [
    'chart',
    (x) =>
      withParts({
        'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="c"><c:strCache><c:pt idx="0"><c:v>${x}</c:v></c:pt></c:strCache></c:chartSpace>`,
      }),
  ],
  [
    'table',
    (x) =>
      withParts({
        'xl/tables/table1.xml': `<table ${MAIN}><tableColumns><tableColumn id="1" name="${x}"/></tableColumns></table>`,
      }),
  ],
  [
    'data connection',
    (x) =>
      withParts({
        'xl/connections.xml': `<connections ${MAIN}><connection description="${x}"/></connections>`,
      }),
  ],
  [
    'styles and number formats',
    (x) =>
      withParts({
        'xl/styles.xml': `<styleSheet ${MAIN}><cellStyles><cellStyle name="${x}"/></cellStyles></styleSheet>`,
      }),
  ],
  [
    'name of a part',
    (_, raw) =>
      withParts({
        [`xl/media/${raw.replaceAll('/', '.').replaceAll(':', '.')}.png`]: Buffer.from(
          '89504e470d0a1a0a00',
          'hex',
        ),
      }),
  ],
  [
    'another part of the file',
    (x) => withParts({ 'customXml/item1.xml': `<root><!-- ${x.replaceAll('--', '')} --></root>` }),
  ],
];

async function said(bytes: Uint8Array): Promise<readonly Finding[]> {
  const answer = await readWorkbook(bytes);
  if (!answer.ok) throw new Error(answer.error.kind);
  const choice = chooseSheet(answer.value, false);
  const table = tableOfWorkbook(answer.value, choice, rules);
  const used =
    table.ok && choice.kind === 'sheet' ? { index: choice.chosen.index, table: table.value } : null;
  return scanWorkbook(answer.value, used, rules);
}

describe('what is planted in a workbook, one at a time', () => {
  it('is at least sixty identifiers', () => {
    expect(new Set(PLANTED).size).toBeGreaterThanOrEqual(60);
  });

  it.each(PLACES.map(([place, book], n) => ({ n, place, book })))(
    'is found, each of them: $place ($n)',
    async ({ place, book }) => {
      for (const text of PLANTED) {
        const findings = await said(xlsxOf(book(xmlText(text), text)));
        // A name with its date of birth is told of the row.
        const row = place.replace(/cell [A-Z](\d)(?= \(|$)/, 'row $1');
        const places = findings.map(({ column }) => (column === row ? place : column));
        expect([text, places]).toEqual([text, expect.arrayContaining([place])]);
        expect(findings.every(({ code }) => code.startsWith('PERSONAL_DATA_'))).toBe(true);
        expect(JSON.stringify(findings)).not.toContain(text);
      }
    },
  );

  it('is found in the comment of an archive, in parts of UTF-16, and across formatting', async () => {
    for (const text of PLANTED) {
      const entries = xlsxEntries({ sheets: [RETURN] });
      const noted = zipOf(entries.map((entry, n) => (n ? entry : { ...entry, comment: text })));
      expect(await said(noted)).toMatchObject([{ column: 'note on the file' }]);
      const xml = `<?xml version="1.0" encoding="UTF-16"?><root><a>${xmlText(text)}</a></root>`;
      const wide = withParts({ 'customXml/item1.xml': Buffer.from(`\ufeff${xml}`, 'utf16le') });
      expect(await said(xlsxOf(wide))).toMatchObject([{ column: 'another part of the file' }]);
      const [a, b] = [text.slice(0, 4), text.slice(4)].map(xmlText);
      const runs = `<comments><commentList><comment ref="B2"><text><r><t>${a}</t></r><r><rPr/><t>${b}</t></r></text></comment></commentList></comments>`;
      expect(await said(xlsxOf(withParts({ 'xl/c.xml': runs })))).toMatchObject([
        { column: 'comment on B2' },
      ]);
    }
  });

  it('is found when a name and a date of birth stand in cells beside each other, wherever a row is kept', async () => {
    for (const row of corpus.personInRow) {
      const fields = row.map(
        (text) =>
          `<cacheField name="f"><sharedItems><s v="z"/><s v="${xmlText(text)}"/></sharedItems></cacheField>`,
      );
      const external = row.map((text, n) => `<cell r="A${n}"><v>${xmlText(text)}</v></cell>`);
      const books: readonly Xlsx[] = [
        { sheets: [RETURN, cells(...row)] },
        { sheets: [{ ...RETURN, rows: [[...row], ...RETURN.rows] }] },
        {
          sheets: [
            RETURN,
            cells(
              ...row.map((text) => ({ xml: `<c t="str"><f>A1</f><v>${xmlText(text)}</v></c>` })),
            ),
          ],
        },
        pivot(fields.join(''), `<r>${row.map(() => '<x v="1"/>').join('')}</r>`),
        withParts({
          'customXml/item1.xml': `<list><one>${row.map((text) => `<f>${xmlText(text)}</f>`).join('')}</one></list>`,
        }),
        withParts({
          'xl/externalLinks/e.xml': `<externalLink><row>${external.join('')}</row></externalLink>`,
        }),
      ];
      for (const book of books) {
        const findings = await said(xlsxOf(book));
        expect([row, findings.map(({ code }) => code)]).toEqual([
          row,
          ['PERSONAL_DATA_NAME_AND_BIRTH'],
        ]);
      }
    }
  });

  it('is found when only names of columns tell of it', async () => {
    for (const header of corpus.headers) {
      const books: readonly Xlsx[] = [
        { sheets: [RETURN, { name: 'O', state: 'hidden', rows: [[header, 'case']] }] },
        pivot(`<cacheField name="${xmlText(header)}"/>`, ''),
      ];
      for (const book of books)
        expect([header, (await said(xlsxOf(book))).map(({ code }) => code)]).toEqual([
          header,
          ['PERSONAL_DATA_NAME_AND_BIRTH'],
        ]);
    }
  });

  it('is nothing in ordinary texts, in any place', async () => {
    const ordinary = corpus.ordinary.slice(0, 40);
    for (const [, book] of PLACES)
      for (const text of ordinary)
        expect([text, await said(xlsxOf(book(xmlText(text), text)))]).toEqual([text, []]);
  });
});
