import { readFileSync } from 'node:fs';
import { periodFrom, type Period } from '#domain/periods';
import type { Council } from '#domain/register';

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const json = <T>(path: string): T => JSON.parse(text(path)) as T;

export type Row = Readonly<Record<string, string>>;
/** Rows of a plain CSV of ours (no quotes in it) by the names of its header. */
export function rows(path: string): readonly Row[] {
  const [header = '', ...lines] = text(path).trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    if (cells.length !== names.length) throw new Error(`${path}: ${line}`);
    return Object.fromEntries(cells.map((cell, i) => [names[i] ?? '', cell]));
  });
}

type Published = { timePeriod: string; timeIdentifier: string; publishedOn: string };
type Publication = {
  series: string;
  licence: string;
  origin: { takenFrom: string; commit: string; note?: string };
  file: string;
  nationalFile?: string;
  recorded: { rows: number; metric: string; figures: number; sum: string };
  codesOfOtherDays: string[];
  metrics: string[];
  periods: (Published & { publishedOnBasis: string })[];
};
type Metric = {
  code: string;
  version: { major: number };
  validFrom: string;
  validTo: string | null;
  basis: string;
  unit: string;
  series: string | null;
  loaded: boolean;
  denominatorWords: string;
  adds: { areas: string; time: string };
  balancedBy: { metric: string; adverse: 'up' | 'down' }[];
  why: string;
  traps: string;
};
type Figure = {
  series: string;
  council: string;
  metric: string;
  period: Period;
  numerator: string;
  denominator: string;
  value: string;
};

export const councils = json<Council[]>('councils.json');
export const publications = json<Publication[]>('published/publications.json');
export const metrics = json<Metric[]>('metrics/published.json');
export const metricOf = new Map(metrics.map((metric) => [metric.code, metric]));
const PLACE = ['council', 'time_period', 'time_identifier'];

function periodOf(row: Row, { series, periods }: Publication): Period {
  const said = periods.find(
    (one) =>
      one.timePeriod === row['time_period'] &&
      (row['time_identifier'] ?? one.timeIdentifier) === one.timeIdentifier,
  );
  const period = periodFrom(said?.timePeriod ?? '', said?.timeIdentifier ?? '');
  if (!period.ok) throw new Error(`${series}: ${JSON.stringify(row)} is of no period named there`);
  return period.value;
}

function figuresOf(publication: Publication): readonly Figure[] {
  const { series, file } = publication;
  return rows(file).flatMap((row) => {
    const period = periodOf(row, publication);
    const at = { series, council: row['council'] ?? '', period };
    const parts = { numerator: row['numerator'] ?? '', denominator: row['denominator'] ?? '' };
    if (row['measure'] !== undefined)
      return [
        { ...at, ...parts, metric: row['measure'], value: row['value'] || (row['state'] ?? '') },
      ];
    return Object.entries(row)
      .filter(([name, value]) => !PLACE.includes(name) && value !== '')
      .map(([metric, value]) => ({ ...at, ...parts, metric, value }));
  });
}

export const all = publications.flatMap(figuresOf);
const holders = new Map<string, Council[]>();
for (const council of councils)
  for (const { code } of council.codes) holders.set(code, [...(holders.get(code) ?? []), council]);
export const keyOf = (code: string): string => holders.get(code)?.[0]?.key ?? '';

/** Whether a code was a council's own on any day of a period. */
export const stoodIn = (code: string, period: Period): boolean =>
  (holders.get(code) ?? []).some((council) =>
    council.codes.some(
      (one) =>
        one.code === code &&
        (one.validFrom ?? '0') < period.end &&
        (one.validTo ?? '9') > period.start,
    ),
  );
