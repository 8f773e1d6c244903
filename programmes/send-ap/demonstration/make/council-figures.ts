import { cumulativeBoxes } from './cumulative.js';
import { dealFlow } from './flow.js';
import type { Bend, Inputs } from './inputs.js';
import { FIRST_YEAR, indexOfMonth, MONTHS_IN_ALL, monthsOfYear, YEARS } from './months.js';
import { pathThrough } from './path.js';
import { randomOf, type Random } from './random.js';
import { reformBoxes } from './reform-boxes.js';
import { dealShare } from './share.js';
import { stockBoxes } from './stocks.js';

/** Months of one box, from January 2020; 0 where it is not made. */
export type Series = readonly number[];
export type Figures = ReadonlyMap<string, Series>;

/** A council, and what its figures are made from. */
export type CouncilInputs = { readonly inputs: Inputs; readonly council: string };

/** One council while its figures are made: what is there already, and chance by name. */
export type Making = CouncilInputs & {
  readonly bend: Bend;
  readonly random: (...names: readonly string[]) => Random;
  readonly at: (box: string, month: number) => number;
  readonly put: (box: string, months: Series) => void;
  /** What the story tells a box to be in a month. */
  readonly fixed: (box: string, month: number) => number | undefined;
};

/** Boxes that count events, and the first year of which each is needed (requests are looked back on). */
const FLOWS: readonly (readonly [string, number])[] = [
  ['n_requests', FIRST_YEAR],
  ['n_plans', 2021],
  ['n_mediation', 2022],
  ['n_decisions', 2023],
  ['n_withdrawn', 2023],
  ['n_assessments', 2023],
  ['n_reviews', 2023],
  ['n_appeals', 2023],
];

/** Boxes that are part of others, in an order in which their wholes are there: `plus` less `minus`, `lag` months before. */
const SHARES: readonly {
  readonly box: string;
  readonly plus: string;
  readonly minus?: string;
  readonly lag?: number;
  readonly from: number;
}[] = [
  { box: 'n_exceptions', plus: 'n_plans', from: 2021 },
  { box: 'n_plans_20wk', plus: 'n_plans', minus: 'n_exceptions', from: 2021 },
  { box: 'n_plans_1yr', plus: 'n_plans', minus: 'n_plans_20wk', from: 2023 },
  { box: 'n_decisions_6wk', plus: 'n_decisions', from: 2023 },
  { box: 'n_refused', plus: 'n_decisions', from: 2023 },
  { box: 'n_no_plan', plus: 'n_assessments', from: 2023 },
  { box: 'n_reviews_4wk', plus: 'n_reviews', from: 2023 },
  { box: 'n_mediation_appeal', plus: 'n_mediation', lag: 3, from: 2023 },
];

/** Every box of one council in every month, the published totals kept. */
export function councilFigures(inputs: Inputs, council: string): Figures {
  const figures = new Map<string, Series>();
  const bend = inputs.story.bends[council] ?? {};
  const told = new Map(
    Object.entries(bend.fixed ?? {}).map(([month, boxes]) => [indexOfMonth(month), boxes]),
  );
  const making: Making = {
    inputs,
    council,
    bend,
    random: (...names) => randomOf(inputs.story.seed, council, ...names),
    at: (box, month) => figures.get(box)?.[month] ?? 0,
    put: (box, months) => figures.set(box, months),
    fixed: (box, month) => told.get(month)?.[box],
  };
  for (const [box, from] of FLOWS) making.put(box, flowBox(making, box, from));
  for (const share of SHARES) making.put(share.box, shareBox(making, share));
  stockBoxes(making);
  cumulativeBoxes(making);
  reformBoxes(making);
  return figures;
}

function flowBox(making: Making, box: string, from: number): Series {
  const { inputs, bend } = making;
  const totals = new Map(
    [FIRST_YEAR, ...YEARS].map((year) => [year, yearly(making, year, box)] as const),
  );
  const path = pathThrough(
    new Map([...totals].map(([year, total]) => [year, total / 12])),
    bend.flows?.[box],
    MONTHS_IN_ALL,
  );
  const profile = inputs.story.profiles[box] ?? [];
  return byYear(from, (year, months) => {
    const weights = months.map((month, i) => Math.max(0.01, path[month] ?? 0) * (profile[i] ?? 1));
    const fixed = months.map((month) => making.fixed(box, month));
    const total = totals.get(year) ?? 0;
    return dealFlow({ total, weights, fixed }, making.random(box, String(year)));
  });
}

/** A year's total; appeals are known of 2022 only. */
function yearly({ inputs, council }: Making, year: number, box: string): number {
  return box === 'n_appeals'
    ? (inputs.level(council, '2022', 'appeals') ?? 0)
    : inputs.nearTotal(council, year, box);
}

function shareBox(making: Making, share: (typeof SHARES)[number]): Series {
  const { bend, inputs, council } = making;
  const { box, plus, minus, lag = 0 } = share;
  const whole = (month: number): number =>
    making.at(plus, month - lag) - (minus ? making.at(minus, month) : 0);
  const wholes = new Map(YEARS.map((year) => [year, monthsOfYear(year).map(whole)] as const));
  const all = (year: number): number => (wholes.get(year) ?? []).reduce((a, b) => a + b, 0);
  const totals = new Map(
    YEARS.map((year) => [year, Math.min(shareTotal(making, year, box), all(year))] as const),
  );
  const rates = YEARS.filter((year) => all(year) > 0).map(
    (year) => [year, (100 * (totals.get(year) ?? 0)) / all(year)] as const,
  );
  const path = pathThrough(new Map(rates), bend.shares?.[box]?.points, MONTHS_IN_ALL);
  const effect = (month: number): number =>
    inputs.story.effects
      .filter((one) => one.box === box && month >= (inputs.began(council, one.reform) ?? Infinity))
      .reduce((sum, { points }) => sum + points, 0);
  return byYear(share.from, (year, months) =>
    dealShare(
      {
        total: totals.get(year) ?? 0,
        wholes: wholes.get(year) ?? [],
        levels: months.map((month) => (path[month] ?? 0) + effect(month)),
        fixed: months.map((month) => making.fixed(box, month)),
        smooth: bend.shares?.[box]?.smooth ?? false,
      },
      making.random(box, String(year)),
    ),
  );
}

/** Mediation that was followed by an appeal is a level, not a calibrated total. */
function shareTotal({ inputs, council }: Making, year: number, box: string): number {
  if (box !== 'n_mediation_appeal') return inputs.nearTotal(council, year, box);
  const of = (when: number): number | undefined =>
    inputs.level(council, String(when), 'mediation_then_appeal');
  return of(year) ?? of(year + 1) ?? 0;
}

function byYear(
  from: number,
  make: (year: number, months: readonly number[]) => readonly number[],
): Series {
  const years = [FIRST_YEAR, ...YEARS];
  return years.flatMap((year) => {
    const months = monthsOfYear(year);
    return year < from ? months.map(() => 0) : make(year, months);
  });
}
