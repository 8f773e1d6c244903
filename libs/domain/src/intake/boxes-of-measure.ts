import { compareDecimals, subtractDecimals } from '../decimal/decimal.js';
import type { BoxSum, DenominatorRule, Metric } from '../metrics/metric.js';

export type MeasureTexts = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
};
/** A box that a measure's numbers stand for, in which column its text was. */
export type BoxText = {
  readonly box: string;
  readonly text: string;
  readonly column: 'value' | 'numerator' | 'denominator';
};
export type BoxesOfMeasure =
  | {
      readonly kind: 'boxes';
      readonly boxes: readonly BoxText[];
      readonly check: DifferenceCheck | null;
    }
  | { readonly kind: 'needs'; readonly boxes: readonly string[] };
/** A denominator that is a difference of boxes cannot be turned into them: the boxes must stand beside it and agree. */
export type DifferenceCheck = {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly text: string;
};

/**
 * The boxes that follow from a measure's numbers: the way back of `workOutMeasure`. A percentage alone gives none; a
 * total of parts gives none; nor does a sum of several boxes.
 */
export function boxesOfMeasure(
  metric: Metric,
  breakdown: string,
  texts: MeasureTexts,
): BoxesOfMeasure {
  const part = metric.breakdown?.parts.find((candidate) => candidate.code === breakdown);
  if (part) return { kind: 'boxes', boxes: [single(part.box, texts)], check: null };
  const only = onlyBox(metric.numerator);
  if (only === null || metric.breakdown) {
    const parts = metric.breakdown?.parts.map((p) => p.box);
    return { kind: 'needs', boxes: parts ?? metric.numerator?.plus ?? [] };
  }
  if (metric.denominator.kind === 'none')
    return { kind: 'boxes', boxes: [single(only, texts)], check: null };
  if (texts.numerator.trim() === '') return { kind: 'needs', boxes: [only] };
  return withDenominator(
    metric.denominator,
    { box: only, text: texts.numerator, column: 'numerator' },
    texts.denominator,
  );
}

/** The one box that a sum is, when it is one. */
const onlyBox = (sum: BoxSum | null): string | null =>
  sum?.plus.length === 1 && sum.minus.length === 0 ? (sum.plus[0] ?? null) : null;

function withDenominator(rule: DenominatorRule, numerator: BoxText, text: string): BoxesOfMeasure {
  if (rule.kind !== 'sum' || text.trim() === '')
    return { kind: 'boxes', boxes: [numerator], check: null };
  const whole = onlyBox(rule.sum);
  return whole === null
    ? { kind: 'boxes', boxes: [numerator], check: { ...rule.sum, text } }
    : {
        kind: 'boxes',
        boxes: [numerator, { box: whole, text, column: 'denominator' }],
        check: null,
      };
}

const single = (box: string, texts: MeasureTexts): BoxText =>
  texts.value.trim() === '' && texts.numerator.trim() !== ''
    ? { box, text: texts.numerator, column: 'numerator' }
    : { box, text: texts.value, column: 'value' };

/** Whether a difference of known boxes equals what was sent for it; null when a box is not known. */
export function differenceAgrees(
  check: DifferenceCheck,
  figure: (box: string) => string | null,
): boolean | null {
  const values = (boxes: readonly string[]): readonly (string | null)[] => boxes.map(figure);
  const all = [...values(check.plus), ...values(check.minus)];
  if (all.some((value) => value === null)) return null;
  const total = [...values(check.minus)].reduce<string>(
    (rest, value) => subtractDecimals(rest, value ?? '0'),
    values(check.plus).reduce<string>(
      (sum, value) => subtractDecimals(sum, subtractDecimals('0', value ?? '0')),
      '0',
    ),
  );
  return compareDecimals(total, check.text.trim()) === 0;
}
