import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.cwd(), 'programmes', 'send-ap');
const text = (...path: string[]): string => readFileSync(join(folder, ...path), 'utf8');
export const json = <T>(...path: string[]): T => JSON.parse(text(...path)) as T;

type Row = Readonly<Record<string, string>>;

/** Rows of a plain CSV of the demonstration (no quotes in it) by the names of its header. */
export function rowsOf(name: string): readonly Row[] {
  const [header = '', ...lines] = text('demonstration', name).trim().split('\n');
  const names = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])),
  );
}

export type Correction = {
  readonly council: string;
  readonly month: string;
  readonly box: string;
  readonly from: number;
  readonly to: number;
  readonly sentAt: string;
};

/** The text of each box as it was sent: of the backfill, of the returns, and of those not yet sent. */
export const sentFigures = (...files: string[]): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap(rowsOf).flatMap(({ council = '', month = '', ...boxes }) =>
      Object.entries(boxes)
        .filter(([, value]) => value !== '')
        .map(([box, value]) => [`${council} ${month} ${box}`, value] as const),
    ),
  );

const first = sentFigures('backfill.csv', 'returns.csv', 'unsent.csv');
const corrected = new Map(
  json<Correction[]>('demonstration', 'corrections.json').map(
    ({ council, month, box, to }) => [`${council} ${month} ${box}`, String(to)] as const,
  ),
);
const standing = new Map([...first, ...corrected]);

/** A council's box in a month as it stands at last; NaN where there is no number. */
export const figure = (council: string, box: string, month: string): number =>
  Number(standing.get(`${council} ${month} ${box}`) ?? NaN);
export const stands = (council: string, box: string, month: string): string | undefined =>
  standing.get(`${council} ${month} ${box}`);

/** `months(2023, 2024)`: the 24 months of both years. */
export const months = (from: number, to: number = from): readonly string[] =>
  Array.from(
    { length: (to - from + 1) * 12 },
    (_, i) => `${from + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
export const between = (from: string, to: string): readonly string[] =>
  months(2021, 2024).filter((month) => month >= from && month <= to);

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
export const total = (council: string, box: string, over: readonly string[]): number =>
  sum(over.map((month) => figure(council, box, month)));

/** Plans issued in time among those without an exception, over some months together. */
export const inTime = (council: string, over: readonly string[]): number =>
  (100 * total(council, 'n_plans_20wk', over)) / countable(council, over);
export const countable = (council: string, over: readonly string[]): number =>
  total(council, 'n_plans', over) - total(council, 'n_exceptions', over);
export const share = (
  council: string,
  part: string,
  { of, over }: { of: string; over: readonly string[] },
): number => (100 * total(council, part, over)) / total(council, of, over);
/** Children waiting more than 20 weeks. */
export const waiting = (council: string, month: string): number =>
  figure(council, 'n_waiting_20wk_1yr', month) + figure(council, 'n_waiting_1yr', month);

const calibrated = new Map(
  rowsOf('calibration.csv').map(({ council, year, box, total: published }) => [
    `${council} ${year} ${box}`,
    Number(published),
  ]),
);
export const published = (council: string, year: number, box: string): number =>
  calibrated.get(`${council} ${year} ${box}`) ?? NaN;
