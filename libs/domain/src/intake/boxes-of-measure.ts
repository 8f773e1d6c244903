import type { BoxSum, DenominatorRule, Metric } from '../metrics/metric.js';

export type MeasureTexts = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly state: string;
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
      /** A denominator that is not one box of its own: what it must be equal to. */
      readonly denominator: SumTerms | null;
    }
  /** The total of parts: what they must add up to. */
  | { readonly kind: 'total'; readonly terms: SumTerms }
  | { readonly kind: 'needs'; readonly boxes: readonly string[] };

/** Boxes of the month, or of so many months before, that make a number; `text` is that number as it was sent. */
export type SumTerms = {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly lagMonths: number;
  readonly text: string;
};

/**
 * The boxes that follow from a measure's numbers: the way back of `workOutMeasure`. A percentage alone gives none, nor
 * does a sum of several boxes; a total of parts is compared with them. An answer that is not a number ("missing") is about the
 * numerator, or about every part.
 */
export function boxesOfMeasure(
  metric: Metric,
  breakdown: string,
  texts: MeasureTexts,
): BoxesOfMeasure {
  const parts = partsOf(metric, breakdown);
  const [only, another] = parts;
  if (only === undefined) return { kind: 'needs', boxes: metric.numerator?.plus ?? [] };
  const answered = texts.state.trim() !== '' || !isNumber(texts.value);
  if (another !== undefined)
    return answered
      ? boxes(parts.map((box) => single(box, texts)))
      : {
          kind: 'total',
          terms: { plus: parts, minus: [], lagMonths: 0, text: texts.value || texts.numerator },
        };
  if (metric.denominator.kind === 'none') return boxes([single(only, texts)]);
  if (texts.numerator.trim() === '' && texts.value.trim() !== '' && !answered)
    return { kind: 'needs', boxes: [only, ...boxesIn(metric.denominator)] };
  return withDenominator(metric.denominator, numeratorText(only, texts), texts.denominator);
}

/** The boxes of a part, of all parts together, or of the one number above the line. */
function partsOf(metric: Metric, breakdown: string): readonly string[] {
  const part = metric.breakdown?.parts.find((candidate) => candidate.code === breakdown);
  if (part) return [part.box];
  if (metric.breakdown) return metric.breakdown.parts.map(({ box }) => box);
  const only = onlyBox(metric.numerator);
  return only === null ? [] : [only];
}

const boxes = (all: readonly BoxText[], denominator: SumTerms | null = null): BoxesOfMeasure => ({
  kind: 'boxes',
  boxes: all,
  denominator,
});

function withDenominator(rule: DenominatorRule, numerator: BoxText, text: string): BoxesOfMeasure {
  if (text.trim() === '' || rule.kind === 'prefilled' || rule.kind === 'none')
    return boxes([numerator]);
  if (rule.kind === 'lagged')
    return boxes([numerator], { plus: [rule.box], minus: [], lagMonths: rule.lagMonths, text });
  const whole = onlyBox(rule.sum);
  return whole === null
    ? boxes([numerator], { ...rule.sum, lagMonths: 0, text })
    : boxes([numerator, { box: whole, text, column: 'denominator' }]);
}

/** Nothing, or something that begins as a number does. */
const isNumber = (text: string): boolean => text.trim() === '' || /^[\s+\-£]*[\d.]/.test(text);

/** The one box that a sum is, when it is one. */
const onlyBox = (sum: BoxSum | null): string | null =>
  sum?.plus.length === 1 && sum.minus.length === 0 ? (sum.plus[0] ?? null) : null;

const boxesIn = (rule: DenominatorRule): readonly string[] =>
  rule.kind === 'sum' ? [...rule.sum.plus, ...rule.sum.minus] : [];

const numeratorText = (box: string, texts: MeasureTexts): BoxText =>
  texts.numerator.trim() === ''
    ? { box, text: texts.value, column: 'value' }
    : { box, text: texts.numerator, column: 'numerator' };

const single = (box: string, texts: MeasureTexts): BoxText =>
  texts.value.trim() === ''
    ? numeratorText(box, texts)
    : { box, text: texts.value, column: 'value' };
