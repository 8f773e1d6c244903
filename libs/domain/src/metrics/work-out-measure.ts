import { addDecimals, ratioOf, subtractDecimals, type Decimal } from '../decimal/decimal.js';
import { TOTAL, type ValueState } from '../observations/observation.js';
import { monthsBefore, type Period } from '../periods/index.js';
import type { BoxSum, DenominatorRule, Metric } from './metric.js';

export type BoxFigure = { readonly value: Decimal | null; readonly state: ValueState };

export type BoxLookup = {
  readonly box: (code: string, period: Period) => BoxFigure | undefined;
  /** A number given once for a longer time; the latest that began by this period. */
  readonly prefilled: (name: string) => BoxFigure | undefined;
  readonly breakdown: string;
};

export type WorkedMeasure = {
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly value: Decimal | null;
  readonly state: ValueState;
};

const TIMES = { percent: 100, per100: 100, count: 1, pounds: 1, score: 1, category: 1 } as const;

/** The states that explain why a sum has no number, the strongest reason first. */
const REASONS: readonly ValueState[] = ['z', 'x', 'missing', 'c', 'low'];

/**
 * A measure of one period from its boxes: the one place where it is worked out. A part without a number gives the
 * measure that state (`missing` for a box that has not come). 0 of 0 is no cases: state `value` with no value.
 */
export function workOutMeasure(metric: Metric, period: Period, lookup: BoxLookup): WorkedMeasure {
  const above = sumOf(numeratorOf(metric, lookup.breakdown), (code) => lookup.box(code, period));
  const below = denominatorOf(metric.denominator, period, lookup);
  if (above.state !== 'value')
    return { numerator: null, denominator: below?.value ?? null, value: null, state: above.state };
  if (below === null)
    return { numerator: null, denominator: null, value: above.value, state: 'value' };
  if (below.state !== 'value')
    return { numerator: above.value, denominator: null, value: null, state: below.state };
  return {
    numerator: above.value,
    denominator: below.value,
    value: ratioOf(above.value ?? '0', below.value ?? '0', TIMES[metric.unit], metric.decimals),
    state: 'value',
  };
}

function numeratorOf(metric: Metric, breakdown: string): BoxSum {
  const part = metric.breakdown?.parts.find((candidate) => candidate.code === breakdown);
  if (breakdown !== TOTAL && part) return { plus: [part.box], minus: [] };
  return metric.numerator ?? { plus: metric.breakdown?.parts.map((p) => p.box) ?? [], minus: [] };
}

function denominatorOf(rule: DenominatorRule, period: Period, lookup: BoxLookup): BoxFigure | null {
  switch (rule.kind) {
    case 'none':
      return null;
    case 'sum':
      return sumOf(rule.sum, (code) => lookup.box(code, period));
    case 'lagged':
      return (
        lookup.box(rule.box, monthsBefore(period, rule.lagMonths)) ?? {
          value: null,
          state: 'missing',
        }
      );
    case 'prefilled':
      return lookup.prefilled(rule.name) ?? { value: null, state: 'missing' };
  }
}

function sumOf(sum: BoxSum, figure: (code: string) => BoxFigure | undefined): BoxFigure {
  const values = (codes: readonly string[]): readonly BoxFigure[] =>
    codes.map((code) => figure(code) ?? { value: null, state: 'missing' });
  const [plus, minus] = [values(sum.plus), values(sum.minus)];
  const state = REASONS.find((reason) => [...plus, ...minus].some((box) => box.state === reason));
  if (state) return { value: null, state };
  const total = (boxes: readonly BoxFigure[]): Decimal =>
    addDecimals(boxes.map((box) => box.value ?? '0'));
  return { value: subtractDecimals(total(plus), total(minus)), state: 'value' };
}
