import { isList } from '../outside-shapes.js';
import { isFigure, isObject } from './numbers.js';
import type {
  Design,
  DesignOptions,
  KeptUnit,
  Panel,
  PanelCase,
  PanelRefusal,
  PanelUnit,
  Refused,
} from './panel.js';

/**
 * Checks a panel and decides who is in. Left out, and listed: councils with a missing period, and councils that had
 * started by the first period (plus anticipation), which have no period to be compared with. A start after the last period
 * (plus anticipation) is no start in the window. Where everybody starts and councils that have not started yet are the
 * comparison, the last cohort is the comparison, and periods count only until it starts. Source: Callaway and Sant'Anna
 * (2021).
 */
export function prepareDesign(input: PanelCase): Design | Refused<PanelRefusal> {
  const { panel } = input;
  const options = input.options ?? {};
  const fault = panelFault(panel) ?? optionFault(options);
  if (fault) return { error: fault };
  const controlGroup = options.controlGroup ?? 'nevertreated';
  const anticipation = options.anticipation ?? 0;
  const { times } = panel;
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const all = panel.units.map((unit) => keep(unit, last + anticipation));
  const units = all.filter(
    (unit) => unit.y.length === times.length && unit.cohort > first + anticipation,
  );
  const stays = new Set(units.map(({ id }) => id));
  const window = windowOf(units, controlGroup, anticipation);
  if (typeof window === 'string') return { error: window };
  const periods = times.filter((time) => time < window.before).length;
  if (periods < 2) return { error: 'TOO_FEW_PERIODS' };
  return {
    controlGroup,
    basePeriod: options.basePeriod ?? 'varying',
    anticipation,
    times,
    periods,
    units,
    cohorts: window.cohorts,
    dropped: all.filter(({ id }) => !stays.has(id)).map(({ id }) => id),
  };
}

/** A missing period is left out of `y`, so that an incomplete council shows by its length. */
const keep = (unit: PanelUnit, until: number): KeptUnit => ({
  id: unit.id,
  cohort: unit.cohort === null || unit.cohort > until ? Infinity : unit.cohort,
  weight: unit.weight ?? 1,
  y: unit.y.filter((value) => value !== null),
});

function windowOf(
  units: readonly KeptUnit[],
  controlGroup: Design['controlGroup'],
  anticipation: number,
): { cohorts: number[]; before: number } | PanelRefusal {
  const cohorts = [...new Set(units.map(({ cohort }) => cohort))].sort((a, b) => a - b);
  const starting = cohorts.filter(Number.isFinite);
  if (starting.length === 0) return 'NO_TREATED_UNITS';
  if (cohorts.length > starting.length) return { cohorts: starting, before: Infinity };
  if (controlGroup === 'nevertreated' || starting.length < 2) return 'NO_COMPARISON_UNITS';
  return { cohorts: starting.slice(0, -1), before: (starting.at(-1) ?? 0) - anticipation };
}

function panelFault(panel: Panel | undefined): PanelRefusal | null {
  if (!panel || !isList(panel.times) || !isList(panel.units)) return 'INVALID_PANEL';
  const { times, units } = panel;
  if (!rises(times) || !units.every((unit) => soundUnit(unit, times.length)))
    return 'INVALID_PANEL';
  if (times.length < 2) return 'TOO_FEW_PERIODS';
  if (new Set(units.map(({ id }) => id)).size < units.length) return 'DUPLICATE_UNIT';
  return units.every(({ weight }) => overZero(weight ?? 1)) ? null : 'INVALID_WEIGHT';
}

const overZero = (weight: number): boolean => isFigure(weight) && weight > 0;

const rises = (times: readonly number[]): boolean =>
  times.every((time, index) => isFigure(time) && time > (times[index - 1] ?? -Infinity));

const soundUnit = (unit: PanelUnit, periods: number): boolean =>
  isObject(unit) &&
  typeof unit.id === 'string' &&
  (unit.cohort === null || isFigure(unit.cohort)) &&
  isList(unit.y) &&
  unit.y.length === periods &&
  unit.y.every((value) => value === null || isFigure(value));

function optionFault(options: DesignOptions): PanelRefusal | null {
  const anticipation = options.anticipation ?? 0;
  const known =
    ['nevertreated', 'notyettreated'].includes(options.controlGroup ?? 'nevertreated') &&
    ['varying', 'universal'].includes(options.basePeriod ?? 'varying') &&
    Number.isInteger(anticipation) &&
    anticipation >= 0;
  return known && options.covariates !== true ? null : 'INVALID_OPTIONS';
}
