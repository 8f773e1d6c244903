import type { Metric } from '../../metrics/index.js';
import { TOTAL } from '../../observations/index.js';
import { monthPeriod, periodFromKey, type Period } from '../../periods/index.js';
import { register } from '../read/small-file-for-spec.js';
import { eesPair } from './ees-pair.js';
import type { EesFigure, EesGiven, EesPair, EesPlace, PlacedFigure } from './written.js';

export const metric: Metric = {
  ...{ code: 'plans_in_time_pc', type: 'measure', major: 1, minor: 0 },
  ...{ validFrom: '2020-01-01', validTo: null, title: 'Plans in time', unit: 'percent' },
  ...{ decimals: 1, basis: 'flow', direction: 'up', adds: { areas: 'ratio', time: 'ratio' } },
  ...{ askedOf: 'all', theme: 'Plans', why: '', readBy: '', numeratorWords: '' },
  ...{ denominatorWords: '', traps: '', balancedBy: [], prePublication: false, numerator: null },
  ...{ denominator: { kind: 'none' }, breakdown: null, source: null, loaded: true },
};
export const byAge: Metric = {
  ...metric,
  breakdown: {
    dimension: 'ageGroup',
    parts: [
      { code: 'young', label: 'Under 5', box: 'a' },
      { code: 'old', label: '5 and over', box: 'b' },
    ],
  },
};
const period = (text: string): Period => {
  const found = monthPeriod(text) ?? periodFromKey(text);
  if (!found) throw new Error(text);
  return found;
};
export const council = (councilId: number): EesPlace => ({ level: 'Local authority', councilId });
export const none = { numerator: null, denominator: null, value: null, symbol: null };
export const number = (value: string): EesFigure => ({ ...none, value, state: 'value' });
export const figure = (
  place: EesPlace,
  when: string,
  what: EesFigure,
  breakdown = TOTAL,
): PlacedFigure => ({ ...what, place, period: period(when), breakdown });

export const given = (
  figures: readonly PlacedFigure[],
  more: Partial<EesGiven> = {},
): EesGiven => ({
  ...{ metric, register, figures, country: { code: 'E92000001', name: 'England' } },
  ...{ expected: [1, 2], applies: () => true, demonstration: false },
  ...more,
});
export function pairOf(figures: readonly PlacedFigure[], more: Partial<EesGiven> = {}): EesPair {
  const pair = eesPair(given(figures, more));
  if (!pair) throw new Error('no pair');
  return pair;
}
export const cells = ({ data }: EesPair, ...columns: readonly string[]) =>
  data.rows.map((row) => columns.map((name) => row[data.columns.indexOf(name)]));
