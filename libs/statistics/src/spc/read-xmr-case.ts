import { isList, isListOfRecords, isRecord } from '../outside-shapes.js';
import { isChartPeriod, isDay, periodNumber } from './periods.js';
import type {
  ImprovementDirection,
  Rebase,
  XmrCase,
  XmrError,
  XmrOptions,
  XmrPoint,
} from './xmr-types.js';

const SHORTEST_BASELINE = 12;
const LENGTHS = [6, 7, 8];

export type ReadOptions = {
  readonly improvementDirection: ImprovementDirection;
  readonly target: number | null;
  readonly fixAfterNPoints: number;
  readonly screenOutliers: boolean;
  readonly trendLength: number;
  readonly shiftLength: number;
  readonly minPointsForIcons: number;
};

export type RetainedPoint = {
  readonly date: string;
  readonly value: number;
  readonly gapBefore: number;
};

const DEFAULTS: ReadOptions = {
  improvementDirection: 'increase',
  target: null,
  fixAfterNPoints: Infinity,
  screenOutliers: true,
  trendLength: 7,
  shiftLength: 7,
  minPointsForIcons: 13,
};

/** The points with a value, by date, in groups of which none is empty. */
export type ReadCase = {
  readonly options: ReadOptions;
  readonly groups: readonly { readonly rebaseGroup: number; readonly points: RetainedPoint[] }[];
  readonly rebases: readonly Rebase[];
};

/** Validates a case, orders its points, leaves out the empty ones and cuts it into groups. */
export function readXmrCase(input: XmrCase): ReadCase | { readonly error: XmrError } {
  if (!isRecord(input)) return { error: 'INVALID_INPUT' };
  const { points, options } = input;
  const given = options ?? {};
  const rebaseDates = given.rebaseDates ?? [];
  if (!isListOfRecords(points) || !isRecord(given)) return { error: 'INVALID_INPUT' };
  if (!isList(rebaseDates)) return { error: 'INVALID_OPTION' };
  if (!points.every(({ date }) => isDay(date)) || !rebaseDates.every(isDay))
    return { error: 'INVALID_DATE' };
  const sorted = [...points].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  if (sorted.some(({ date }, index) => date === sorted[index - 1]?.date))
    return { error: 'DUPLICATE_DATES' };
  const read = readOptions(given);
  if (typeof read === 'string') return { error: read };
  if (!sorted.every(({ value }) => isAbsent(value) || Number.isFinite(value)))
    return { error: 'INVALID_VALUE' };
  const asked = [...rebaseDates, ...sorted.filter((point) => point.rebase).map(({ date }) => date)];
  return { options: read, ...inGroups(retained(sorted, given.period), asked) };
}

const isAbsent = (value: unknown): value is null | undefined =>
  value === null || value === undefined;
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 1;

/** An option that is left out or null has its default. */
function readOptions(given: XmrOptions): ReadOptions | XmrError {
  const stated = Object.entries(given).filter(([, value]) => !isAbsent(value));
  const read = { ...DEFAULTS, ...(Object.fromEntries(stated) as Partial<ReadOptions>) };
  if (typeof read.fixAfterNPoints === 'number' && read.fixAfterNPoints < SHORTEST_BASELINE)
    return 'BASELINE_TOO_SHORT';
  const good =
    (read.fixAfterNPoints === Infinity || isCount(read.fixAfterNPoints)) &&
    ['increase', 'decrease', 'neutral'].includes(read.improvementDirection) &&
    (read.target === null || Number.isFinite(read.target)) &&
    typeof read.screenOutliers === 'boolean' &&
    LENGTHS.includes(read.trendLength) &&
    LENGTHS.includes(read.shiftLength) &&
    isCount(read.minPointsForIcons);
  return good ? read : 'INVALID_OPTION';
}

/** Without a known period, a gap is what empty points tell of it. */
function retained(sorted: readonly XmrPoint[], period: unknown): readonly RetainedPoint[] {
  const kept: RetainedPoint[] = [];
  let empty = 0;
  for (const { date, value } of sorted) {
    if (isAbsent(value)) {
      empty += 1;
      continue;
    }
    const before = kept.at(-1)?.date;
    const between =
      before !== undefined && isChartPeriod(period)
        ? Math.max(0, periodNumber(date, period) - periodNumber(before, period) - 1)
        : empty;
    kept.push({ date, value, gapBefore: before === undefined ? 0 : between });
    empty = 0;
  }
  return kept;
}

/** A group starts at the first point on or after each day asked for. Groups are numbered by how many have started. */
function inGroups(
  points: readonly RetainedPoint[],
  asked: readonly string[],
): Pick<ReadCase, 'groups' | 'rebases'> {
  const days = [...new Set(asked)].sort();
  const rebases: Rebase[] = [];
  const groups: { rebaseGroup: number; points: RetainedPoint[] }[] = [];
  for (const point of points) {
    const before = rebases.length;
    for (let day = days[rebases.length]; day && day <= point.date; day = days[rebases.length])
      rebases.push({ date: day, startsAt: point.date });
    const last = groups.at(-1);
    const starts = rebases.length > before;
    if (last && !starts) last.points.push(point);
    else groups.push({ rebaseGroup: (last?.rebaseGroup ?? 0) + (starts ? 1 : 0), points: [point] });
  }
  const late = days.slice(rebases.length).map((date) => ({ date, startsAt: null }));
  return { groups, rebases: [...rebases, ...late] };
}
