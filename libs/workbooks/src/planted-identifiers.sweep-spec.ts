import { wholeOf } from '#domain';
import { readFileSync } from 'node:fs';
import {
  chooseSheet,
  columnNames,
  scanWorkbook,
  tableOfWorkbook,
  type Finding,
  type ValidationRule,
} from '#domain/intake';
import { storedXlsxOf, xlsxEntries, xlsxOf, xmlText, zipOf, type Xlsx } from '#testing/workbooks';
import { IN_CELLS } from './places-in-cells-for-spec.js';
import { IN_PARTS } from './places-in-parts-for-spec.js';
import { BESIDE_CELLS } from './places-in-sheets-for-spec.js';
import { cells, pivot, RETURN, withParts } from './planted-books-for-spec.js';
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

const names = columnNames([]);
const PLACES = [...IN_CELLS, ...BESIDE_CELLS, ...IN_PARTS];

async function said(bytes: Uint8Array): Promise<readonly Finding[]> {
  const answer = await readWorkbook(bytes);
  if (!answer.ok) throw new Error(answer.error.kind);
  const choice = chooseSheet(answer.value, { councilNamed: false, names });
  const table = wholeOf(tableOfWorkbook(answer.value, choice, rules));
  const used =
    table.ok && choice.kind === 'sheet' ? { index: choice.chosen.index, table: table.value } : null;
  return wholeOf(scanWorkbook(answer.value, used, { rules, names }));
}

describe('what is planted in a workbook, one at a time', () => {
  it('is at least sixty identifiers', () => {
    expect(new Set(PLANTED).size).toBeGreaterThanOrEqual(60);
  });

  it.each(PLACES.map(([place, book], n) => ({ n, place, book })))(
    'is found, each of them: $place ($n)',
    async ({ place, book }) => {
      for (const [index, text] of PLANTED.entries()) {
        // Compressed once for each place; what the readers of parts are given is the same.
        const bytesOf = index === 0 ? xlsxOf : storedXlsxOf;
        const findings = await said(bytesOf(book(xmlText(text), text)));
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
    const ordinary = corpus.ordinary.slice(0, 15);
    for (const [, book] of PLACES)
      for (const text of ordinary)
        expect([text, await said(storedXlsxOf(book(xmlText(text), text)))]).toEqual([text, []]);
  });
});
