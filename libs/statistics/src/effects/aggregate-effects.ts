import { plainMean, weightedMean } from './combine-estimates.js';
import { groupTimeCells, standardError, type Cell, type Estimate } from './group-time-cells.js';
import type { Design, PanelCase, PanelRefusal, Refused } from './panel.js';
import { prepareDesign } from './prepare-design.js';

/** An effect in the unit of the outcome (percentage points), with its standard error (null: nothing varies). */
export interface Effect {
  readonly att: number;
  readonly se: number | null;
}

export interface KeyedEffect extends Effect {
  /** Periods since the start, the cohort, or the period. */
  readonly key: number;
}

/** An effect by key, and the mean over the keys at or after the start. */
export interface EffectBy<Entry extends KeyedEffect = KeyedEffect> extends Effect {
  readonly by: readonly Entry[];
}

/** An effect by periods since the start, with the number of councils that it speaks of. */
export interface EventTimeEffect extends KeyedEffect {
  readonly councils: number;
}

export interface Aggregates {
  readonly simple: Effect;
  readonly dynamic: EffectBy<EventTimeEffect>;
  readonly group: EffectBy;
  readonly calendar: EffectBy;
}

export interface AggregateCase extends PanelCase {
  readonly options?: PanelCase['options'] & {
    /** Only cohorts seen for this many periods after the start, so that who is spoken of stays the same up to it. */
    readonly balancedUntil?: number;
  };
}

/**
 * The effect over all councils and periods after the start (`simple`), by periods since the start (`dynamic`), by cohort
 * (`group`) and by period (`calendar`). Takes a panel with its design. Who is spoken of changes with the periods since the
 * start: `councils` says how many, and `balancedUntil` holds them the same in `dynamic`. Refusals: PanelRefusal. Source:
 * Callaway and Sant'Anna (2021), section 3.
 */
export function aggregateEffects(input: AggregateCase): Aggregates | Refused<PanelRefusal> {
  const design = prepareDesign(input);
  if ('error' in design) return design;
  const until = input.options?.balancedUntil;
  if (until !== undefined && !(Number.isInteger(until) && until >= 0))
    return { error: 'INVALID_OPTIONS' };
  return aggregate(design, groupTimeCells(design), until);
}

export function aggregate(
  design: Design,
  cells: readonly Cell[],
  balancedUntil?: number,
): Aggregates | Refused<PanelRefusal> {
  const { units } = design;
  const after = cells.filter((cell) => cell.after);
  const simple = weightedMean(after, units);
  const groups = keyed(after, ({ cohort }) => cohort, plainMean);
  const group = weightedMean(
    groups.map(({ key, estimate }) => ({ ...estimate, cohort: key })),
    units,
  );
  const sinceStart = balanced(design, cells, balancedUntil);
  const dynamic = keyed(
    sinceStart,
    ({ time, cohort }) => time - cohort,
    (part) => weightedMean(part, units),
  );
  const calendar = keyed(
    after,
    ({ time }) => time,
    (part) => weightedMean(part, units),
  );
  const overEvents = plainMean(dynamic.filter(({ key }) => key >= 0).map((by) => by.estimate));
  const overPeriods = plainMean(calendar.map((by) => by.estimate));
  if (!simple || !group || !overEvents || !overPeriods) return { error: 'NO_PERIOD_AFTER_START' };
  const councils = (key: number): number => {
    const of = new Set(
      sinceStart.filter(({ time, cohort }) => time - cohort === key).map(({ cohort }) => cohort),
    );
    return units.filter(({ cohort }) => of.has(cohort)).length;
  };
  return {
    simple: effectOf(simple),
    dynamic: {
      ...effectOf(overEvents),
      by: dynamic.map((by) => ({ ...entry(by), councils: councils(by.key) })),
    },
    group: { ...effectOf(group), by: groups.map(entry) },
    calendar: { ...effectOf(overPeriods), by: calendar.map(entry) },
  };
}

/** The cells of cohorts that are seen `until` periods after their start, and only the periods that all of them have. */
function balanced(design: Design, cells: readonly Cell[], until?: number): readonly Cell[] {
  if (until === undefined) return cells;
  const [first = 0, last = 0] = [design.times[0], design.times[design.periods - 1]];
  return cells.filter(({ time, cohort }) => {
    const since = time - cohort;
    return last - cohort >= until && since <= until && since >= until - last + first;
  });
}

interface Keyed {
  readonly key: number;
  readonly estimate: Estimate;
}

function keyed(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => number,
  combine: (part: readonly Cell[]) => Estimate | null,
): Keyed[] {
  const parts = new Map<number, Cell[]>();
  for (const cell of cells) {
    const part = parts.get(keyOf(cell));
    if (part) part.push(cell);
    else parts.set(keyOf(cell), [cell]);
  }
  return [...parts.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, part]) => {
      const estimate = combine(part);
      return estimate ? [{ key, estimate }] : [];
    });
}

export const effectOf = ({ att, influence }: Estimate): Effect => ({
  att,
  se: standardError(influence),
});

const entry = ({ key, estimate }: Keyed): KeyedEffect => ({ key, ...effectOf(estimate) });
