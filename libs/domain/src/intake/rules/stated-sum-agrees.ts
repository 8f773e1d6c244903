import { addDecimals, compareDecimals, subtractDecimals } from '../../decimal/decimal.js';
import type { Metric } from '../../metrics/metric.js';
import { monthsBefore } from '../../periods/index.js';
import type { SumTerms } from '../boxes-of-measure.js';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { readValue } from '../read-value.js';
import { say } from '../say.js';
import { measureNeedsBoxes } from './measure-needs-boxes.js';
import type { Months } from './month-figures.js';

/**
 * A number that came with a measure and is no box of its own (a denominator, or the total of a breakdown): compared with
 * the boxes that make it when every row has been read.
 */
export type StatedSum = {
  readonly terms: SumTerms;
  readonly code: 'SHARED_NUMBER_DIFFERS' | 'BREAKDOWN_SUM';
  /** The code of the box above the line; null for a total. */
  readonly numerator: string | null;
  readonly measure: Metric;
  readonly at: Pick<Candidate, 'row' | 'column' | 'council' | 'period' | 'metric'>;
  readonly measureColumn: string;
};

type Said = { readonly findings: readonly Finding[]; readonly refused: readonly Candidate[] };
const SILENT: Said = { findings: [], refused: [] };

/**
 * SHARED_NUMBER_DIFFERS for a denominator that is a difference of boxes, or a box of earlier months; BREAKDOWN_SUM for the
 * total of parts: the boxes must be there (else MEASURE_NEEDS_BOXES) and give the same number. Refuses all of them; silent
 * where one was refused before.
 */
export function statedSumAgrees(
  sent: readonly StatedSum[],
  months: Months,
  context: IntakeContext,
): readonly Finding[] {
  const said = sent.map((one) => compare(one, months, context));
  for (const { refused } of said) for (const candidate of refused) candidate.blocked = true;
  return said.flatMap(({ findings }) => findings);
}

function compare(one: StatedSum, months: Months, context: IntakeContext): Said {
  const { terms, at, measure } = one;
  const read = readValue(terms.text, { ...measure, unit: 'count', decimals: 0 });
  if (read.kind !== 'number') {
    const code = read.kind === 'fault' ? read.code : 'VALUE_MISSING';
    const fills = { box: measure.denominatorWords, value: terms.text.trim() };
    return { findings: say(context.rules, code, placeOf(at, terms.text), fills), refused: [] };
  }
  const figures = months.of(at.council.id, monthsBefore(at.period, terms.lagMonths));
  const numerator =
    one.numerator === null ? undefined : months.of(at.council.id, at.period).sent(one.numerator);
  const boxes = [...terms.plus, ...terms.minus];
  const now = boxes.flatMap((box) => figures.sent(box) ?? []);
  const all = numerator ? [numerator, ...now] : now;
  if (all.some((candidate) => candidate.blocked || candidate.value === null)) return SILENT;
  const values = (codes: readonly string[]) => codes.flatMap((box) => figures.value(box) ?? []);
  const [plus, minus] = [values(terms.plus), values(terms.minus)];
  if (plus.length + minus.length < boxes.length) {
    if (terms.lagMonths > 0) return SILENT;
    const place = { ...placeOf(at, measure.code), column: one.measureColumn };
    const findings = measureNeedsBoxes(measure, boxes, place, context);
    return { findings, refused: numerator ? [numerator] : [] };
  }
  const total = subtractDecimals(addDecimals(plus), addDecimals(minus));
  if (compareDecimals(total, read.value) === 0) return SILENT;
  const worked = [plus.join(' + '), ...minus].join(' − ');
  const findings = say(context.rules, one.code, placeOf(at, terms.text), {
    x: one.code === 'BREAKDOWN_SUM' ? total : worked,
    y: terms.text.trim(),
    measure: measure.title,
    box: measure.denominatorWords,
    a: boxes.join(' and '),
    b: measure.code,
  });
  return { findings, refused: findings.length > 0 ? all : [] };
}
