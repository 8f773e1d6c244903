import type { Making } from './council-figures.js';
import { FIRST_YEAR, indexOfMonth, MONTHS_IN_ALL, RETURNED, YEARS } from './months.js';

/** A request becomes late about five months after it came. */
const MONTHS_TO_20_WEEKS = 5;
/** How long a plan that is issued late has been overdue by then, in months: within a year of the request, and after it. */
const OVERDUE = { withinYear: 4, overYear: 12 };
/** Of those issued after more than a year, how much of that time lies after the year. */
const AFTER_YEAR = 6;
const AUTUMN_OF_REVIEWS = [102, 100, 96, 95, 96, 98, 99, 102, 103, 102, 101, 100];

/** What there is on the last day of a month: children waiting, plans, reviews overdue. */
export function stockBoxes(making: Making): void {
  const waiting = waitingChildren(making);
  const shares = overYearShares(making);
  const long = waiting.map((all, month) =>
    Math.round(all * between(shares, (month - 11) / 12 + FIRST_YEAR)),
  );
  const told = (box: string, months: readonly number[]): readonly number[] =>
    months.map((one, month) => making.fixed(box, month) ?? one);
  making.put('n_waiting_1yr', told('n_waiting_1yr', long));
  making.put(
    'n_waiting_20wk_1yr',
    told(
      'n_waiting_20wk_1yr',
      waiting.map((all, month) => all - (long[month] ?? 0)),
    ),
  );
  const caseload = told('n_caseload', plansMaintained(making));
  making.put('n_caseload', caseload);
  making.put('n_reviews_overdue', told('n_reviews_overdue', reviewsOverdue(making, caseload)));
}

type LatePlans = { readonly late: number; readonly overYear: number };

function latePlans({ inputs, council }: Making, year: number): LatePlans {
  const of = (box: string): number => inputs.nearTotal(council, year, box);
  const late = of('n_plans') - of('n_exceptions') - of('n_plans_20wk');
  // Published for 2023 and 2024; before, as in 2023.
  const share = of('n_plans_1yr') / Math.max(1, of('n_plans'));
  const overYear = year < 2023 ? Math.round(share * of('n_plans')) : of('n_plans_1yr');
  return { late, overYear: Math.min(late, overYear) };
}

/** Children who waited at the end of a year, as the plans that were issued late in the next one imply. */
function impliedBy({ late, overYear }: LatePlans): number {
  return ((late - overYear) * OVERDUE.withinYear + overYear * OVERDUE.overYear) / 12;
}

function anchors(making: Making): readonly (readonly [number, number])[] {
  const decembers = [FIRST_YEAR, ...YEARS.slice(0, -1)].map(
    (year) => [(year - FIRST_YEAR) * 12 + 11, impliedBy(latePlans(making, year + 1))] as const,
  );
  const share = (year: number): number => {
    const of = (box: string): number => making.inputs.nearTotal(making.council, year, box);
    return of('n_plans_20wk') / Math.max(1, of('n_plans') - of('n_exceptions'));
  };
  // Nothing is published of 2025: fewer wait where the share in time rose in 2024, more where it fell.
  const turn = Math.max(-0.3, Math.min(0.3, share(2023) - share(2024)));
  const last = (decembers.at(-1)?.[1] ?? 0) * (1 + turn);
  const own = Object.entries(making.bend.waiting ?? {}).map(
    ([month, level]) => [indexOfMonth(month), level] as const,
  );
  const told = new Set(own.map(([month]) => month));
  return [...decembers, [MONTHS_IN_ALL - 1, last] as const]
    .filter(([month]) => !told.has(month))
    .concat(own)
    .sort(([a], [b]) => a - b);
}

/**
 * Children waiting: last month's, and those whose request became late, less the plans issued late, cut at 0. Of the
 * requests of five months ago the more become late, the more plans are issued late in the half-year to come: all in all as
 * many as bring the stock to the next level that it has to pass through.
 */
function waitingChildren(making: Making): readonly number[] {
  const levels = anchors(making);
  const out = (month: number): number =>
    making.at('n_plans', month) -
    making.at('n_exceptions', month) -
    making.at('n_plans_20wk', month);
  const stock = Array.from({ length: MONTHS_IN_ALL }, () => 0);
  let now = levels[0]?.[1] ?? 0;
  for (const [i, [from]] of levels.slice(0, -1).entries()) {
    const [to, level] = levels[i + 1] ?? [from, now];
    const months = Array.from({ length: to - from }, (_, n) => from + 1 + n);
    const asked = (month: number): number =>
      making.at('n_requests', month - MONTHS_TO_20_WEEKS) * Math.sqrt(meanAhead(out, month));
    const sum = (of: (month: number) => number): number => months.reduce((t, m) => t + of(m), 0);
    const late = Math.max(0, (level - now + sum(out)) / Math.max(0.001, sum(asked)));
    for (const month of months) {
      now = Math.max(0, now + late * asked(month) - out(month));
      stock[month] = Math.round(now);
    }
  }
  return stock;
}

/** Over a month and the five after it, as far as there are any. */
function meanAhead(of: (month: number) => number, month: number): number {
  const ahead = Array.from({ length: 6 }, (_, i) => month + i).filter((at) => at < MONTHS_IN_ALL);
  return ahead.reduce((sum, at) => sum + of(at), 0) / ahead.length;
}

/** Of the children waiting at the end of each year, the share that had waited for more than one. */
function overYearShares(making: Making): ReadonlyMap<number, number> {
  const shareAfter = (year: number): number => {
    const { late, overYear } = latePlans(making, Math.min(2024, Math.max(2023, year + 1)));
    const all = impliedBy({ late, overYear });
    return all === 0 ? 0 : (overYear * AFTER_YEAR) / 12 / all;
  };
  return new Map([FIRST_YEAR, ...YEARS].map((year) => [year, shareAfter(year)]));
}

function between(shares: ReadonlyMap<number, number>, year: number): number {
  const before = Math.floor(year);
  const low = shares.get(before) ?? 0;
  return low + ((shares.get(before + 1) ?? low) - low) * (year - before);
}

/** From one January's published plans to the next's, as plans are issued. */
function plansMaintained({ at, inputs, council }: Making): readonly number[] {
  const stock = Array.from({ length: MONTHS_IN_ALL }, () => 0);
  for (const year of [2023, 2024]) {
    const [start = 0, end = 0] = [year, year + 1].map((y) =>
      inputs.level(council, `${y} January`, 'plans'),
    );
    const months = RETURNED.filter((month) => Math.floor(month / 12) + FIRST_YEAR === year);
    const issued = months.reduce((sum, month) => sum + at('n_plans', month), 0);
    let so = 0;
    for (const month of months) {
      so += at('n_plans', month);
      stock[month] = start + Math.round(((end - start) * so) / issued);
    }
  }
  return stock;
}

/** Around the published number of reviews that were not decided or not held; it falls after the spring's reviews. */
function reviewsOverdue(
  { inputs, council, random }: Making,
  caseload: readonly number[],
): readonly number[] {
  const level = inputs.level(council, '2024', 'reviews_overdue') ?? 0;
  const end = caseload.at(-1) ?? 1;
  const chance = random('n_reviews_overdue');
  return caseload.map((plans, month) => {
    const season = (AUTUMN_OF_REVIEWS[month % 12] ?? 100) / 100;
    const noisy = (level * plans * season * (1 + 0.01 * chance.normal())) / end;
    return Math.min(plans, Math.max(0, Math.round(noisy)));
  });
}
