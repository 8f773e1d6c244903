import { apportion } from './apportion.js';
import type { CouncilInputs, Making } from './council-figures.js';
import { indexOfMonth, MONTHS_IN_ALL } from './months.js';

/** Pupils on roll for each plan: children under 5 and young people who left school have plans too (an estimate). */
const PUPILS_PER_PLAN = 0.755;
/** Invented: pounds of high-needs budget for each plan. */
const POUNDS_PER_PLAN = 16_600;
const ROUNDED_TO = 10_000;
const TERMS: readonly { name: string; first: number; weights: readonly number[] }[] = [
  { name: 'Autumn', first: 9, weights: [26, 25, 29, 20] },
  { name: 'Spring', first: 1, weights: [33, 28, 39] },
  { name: 'Summer', first: 4, weights: [15, 27, 34, 24, 0] },
];
const PERCENT_SPENT = [7.8, 8, 8.2, 8.2, 7.9, 8.4, 8.4, 8.4, 8.2, 8.4, 8.4, 9.7];

const plansAt = ({ inputs, council }: CouncilInputs, year: number): number =>
  inputs.level(council, `${year} January`, 'plans') ?? 0;

/** Pupils with a plan at the January census before an academic year began (`2023` for 2023/24). */
export const pupilsOf = (of: CouncilInputs, year: number): number =>
  Math.round(PUPILS_PER_PLAN * plansAt(of, year));

/** The high-needs budget of a financial year (`2023` for 2023-24), in pounds. */
export const budgetOf = (of: CouncilInputs, year: number): number =>
  Math.round((plansAt(of, year) * POUNDS_PER_PLAN) / ROUNDED_TO) * ROUNDED_TO;

/** What is counted since the start of a school or financial year. */
export function cumulativeBoxes(making: Making): void {
  making.put('n_suspensions_ytd', sinceSeptember(making, 'suspensions'));
  making.put('n_exclusions_ytd', sinceSeptember(making, 'exclusions'));
  making.put('n_hn_spend_ytd', sinceApril(making));
}

/** Each term's published rate times the pupils, divided over its months. */
function sinceSeptember(making: Making, of: 'suspensions' | 'exclusions'): readonly number[] {
  const { inputs, council } = making;
  const box = `n_${of}_ytd`;
  const months = Array.from({ length: MONTHS_IN_ALL }, () => 0);
  for (const year of [2022, 2023, 2024]) {
    let sum = 0;
    for (const { name, first, weights } of TERMS) {
      const period = `${year}${String(year - 1999)} ${name}`;
      const rate = inputs.level(council, period, `${of}_per_100`);
      if (rate === undefined) continue;
      const count = Math.round((rate * pupilsOf(making, year)) / 100);
      const chance = making.random(box, period);
      const noisy = weights.map((weight) => weight * Math.max(0.5, 1 + 0.08 * chance.normal()));
      const start = indexOfMonth(
        `${first === 9 ? year : year + 1}-${String(first).padStart(2, '0')}`,
      );
      for (const [i, part] of apportion(count, noisy).entries()) {
        sum += part;
        months[start + i] = sum = making.fixed(box, start + i) ?? sum;
      }
    }
  }
  return months;
}

/** A usual share of the budget each month, invoices bunching in March; the outturn is near the budget. */
function sinceApril(making: Making): readonly number[] {
  const box = 'n_hn_spend_ytd';
  const months = Array.from({ length: MONTHS_IN_ALL }, () => 0);
  for (const year of [2022, 2023, 2024]) {
    const chance = making.random(box, String(year));
    const outturn = budgetOf(making, year) * (1 + 0.006 * chance.normal());
    const parts = PERCENT_SPENT.map((part) => part * (1 + 0.02 * chance.normal()));
    const start = indexOfMonth(`${year}-04`);
    const told = parts.findIndex((_, i) => making.fixed(box, start + i) !== undefined);
    const upTo = (i: number): number => parts.slice(0, i + 1).reduce((a, b) => a + b, 0);
    const scale = told === -1 ? outturn / 100 : (making.fixed(box, start + told) ?? 0) / upTo(told);
    for (const i of parts.keys())
      if (start + i < MONTHS_IN_ALL) months[start + i] = Math.round(scale * upTo(i));
  }
  return months;
}
