import { readFileSync } from 'node:fs';
import type { ValidationRule } from '../validation-rule.js';
import { aboutOneChild } from './about-one-child.js';
import { examineTable } from '../examine-table.js';
import type { IntakeTable } from '../intake-table.js';
import { columnNames } from '../understand-columns.js';

type Corpus = {
  readonly identifiers: readonly string[];
  readonly headers: readonly string[];
  readonly personInRow: readonly (readonly string[])[];
  readonly births: readonly string[];
  readonly oneChild: readonly string[];
  readonly ordinary: readonly string[];
  readonly ordinaryCells: readonly string[];
  readonly ordinaryHeaders: readonly string[];
  readonly ordinaryRows: readonly (readonly string[])[];
};
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
const corpus = read<Corpus>('guard-corpus.json');
const rules = read<readonly ValidationRule[]>(
  '../../../../../programmes/send-ap/validation-rules.json',
);

const COLUMNS = ['council', 'period', 'measure', 'value', 'comment'];
const ORDINARY = ['857', '2024-09', 'n_requests', '6', ''];

const withComment = (comment: string): IntakeTable => ({
  columns: COLUMNS,
  rows: [{ row: 2, cells: [...ORDINARY.slice(0, 4), comment] }],
});
const withHeader = (header: string): IntakeTable => ({
  columns: [...COLUMNS, header],
  rows: [{ row: 2, cells: [...ORDINARY, '1'] }],
});
const withStrange = (cells: readonly string[]): IntakeTable => ({
  columns: [...COLUMNS, ...cells.map((_, index) => `strange ${index}`)],
  rows: [{ row: 2, cells: [...ORDINARY, ...cells] }],
});
const names = columnNames([]);
const said = (table: IntakeTable, texts: readonly string[] = []) => {
  const examined = examineTable(table, { texts, rules, names, councilNamed: true });
  return examined.kind === 'personal' ? examined.findings : [];
};

/** Every text that a sender wrote must be absent from what is said. */
const holds = (findings: ReturnType<typeof said>, content: string): boolean =>
  JSON.stringify(findings).toLowerCase().includes(content.trim().toLowerCase());

describe('the personal-data guard, on texts that hold something of a person', () => {
  it('has at least sixty of them', () => {
    const { identifiers, headers, personInRow, births } = corpus;
    expect(
      identifiers.length + headers.length + personInRow.length + births.length,
    ).toBeGreaterThan(60);
  });

  it.each(corpus.identifiers)('refuses %j in a comment, in a cell and beside the file', (text) => {
    for (const findings of [
      said(withComment(text)),
      said(withStrange([text])),
      said(withComment(''), [text]),
    ]) {
      expect(findings.map(({ code }) => code)).toEqual(['PERSONAL_DATA_IDENTIFIER']);
      expect(findings[0]?.value).toBeNull();
      expect(holds(findings, text)).toBe(false);
    }
  });

  it.each(corpus.identifiers)(
    'refuses %j where a header should be, and does not repeat it',
    (text) => {
      const findings = said(withHeader(text));
      expect(findings).toMatchObject([{ row: 1, column: 'column 6', value: null }]);
      expect(findings[0]?.code).toMatch(/^PERSONAL_DATA_/);
    },
  );

  it.each(corpus.headers)('refuses a column headed %j', (header) => {
    const findings = said(withHeader(header));
    expect(findings).toMatchObject([
      { code: 'PERSONAL_DATA_NAME_AND_BIRTH', row: 1, column: 'column 6', value: null },
    ]);
  });

  it.each(corpus.personInRow)('refuses a row with %j and %j', (...cells) => {
    const findings = said(withStrange(cells));
    expect(findings).toMatchObject([{ code: 'PERSONAL_DATA_NAME_AND_BIRTH', row: 2, value: null }]);
    for (const cell of cells) expect(holds(findings, cell)).toBe(false);
  });

  it.each(corpus.births)('refuses the birth date in %j', (text) => {
    const findings = said(withComment(text));
    expect(findings.map(({ code }) => code)).toEqual(['PERSONAL_DATA_NAME_AND_BIRTH']);
    expect(holds(findings, text)).toBe(false);
  });

  it.each(corpus.oneChild)('asks about the comment %j', (text) => {
    expect(aboutOneChild(text, rules)).toBe(true);
  });

  it('says no more than twenty things of a list of children', () => {
    const rows = Array.from({ length: 500 }, (_, index) => ({
      row: index + 2,
      cells: [...ORDINARY.slice(0, 4), 'A123456789012'],
    }));
    expect(said({ columns: COLUMNS, rows })).toHaveLength(20);
  });

  it('refuses more rows for one figure than there can be breakdowns', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ row: index + 2, cells: ORDINARY }));
    expect(said({ columns: COLUMNS, rows: rows(13) })).toEqual([]);
    expect(said({ columns: COLUMNS, rows: rows(14) })).toMatchObject([
      { code: 'PERSONAL_DATA_ROW_LEVEL', value: null },
    ]);
  });
});

describe('the personal-data guard, on ordinary texts', () => {
  it('has at least two hundred comments', () => {
    expect(new Set(corpus.ordinary).size).toBeGreaterThanOrEqual(200);
  });

  it.each(corpus.ordinary)('lets %j pass, and asks nothing', (text) => {
    expect(said(withComment(text), [text])).toEqual([]);
    expect(aboutOneChild(text, rules)).toBe(false);
  });

  it.each(corpus.ordinaryCells)('lets the cell %j pass', (text) => {
    expect(said(withStrange([text]))).toEqual([]);
  });

  it.each(corpus.ordinaryHeaders)('lets the header %j pass', (text) => {
    expect(said(withHeader(text))).toEqual([]);
  });

  it.each(corpus.ordinaryRows)('lets a row with %j and %j pass', (...cells) => {
    expect(said(withStrange(cells))).toEqual([]);
  });
});
