import type { Metric } from '../metrics/metric.js';
import { TOTAL } from '../observations/observation.js';
import type { Candidate } from './candidate.js';
import type { IntakeContext } from './check-submission-types.js';
import type { Finding } from './finding.js';
import { publishedState, sentReason, sentState } from './read-state.js';
import { readValue } from './read-value.js';
import { say, type Place } from './say.js';

/** Where a figure stands, and the texts beside it. */
export type FigurePlace = Pick<Candidate, 'row' | 'council' | 'period' | 'metric' | 'breakdown'> & {
  readonly column: string;
  readonly from: string | null;
};
export type BesideTexts = {
  readonly state: string;
  readonly comment: string;
  readonly reason: string;
  readonly reasonText: string;
};

export type ReadFigure = { readonly candidate: Candidate; readonly findings: readonly Finding[] };

const FEWEST_REASON = 10;

/** One number of a return: read, or refused by the most specific rule of "the value itself". */
export function readBox(
  at: FigurePlace,
  text: string,
  beside: BesideTexts,
  context: IntakeContext,
): ReadFigure {
  const alone = sentState(text);
  const inValue =
    text.trim() !== '' && alone !== null && alone !== 'value' && beside.state.trim() === '';
  const state = inValue ? alone : sentState(beside.state);
  const comment = commentOf(beside.comment, at, context);
  const base: Candidate = {
    ...at,
    sent: text,
    value: null,
    numerator: null,
    denominator: null,
    state: state ?? 'value',
    symbol: null,
    comment: comment.kept,
    reason: sentReason(beside.reason, beside.reasonText),
    blocked: false,
  };
  const speak = (code: string, place: Partial<Place> = {}): readonly Finding[] =>
    say(
      context.rules,
      code,
      { ...placeOf(at, text), ...place },
      { box: at.metric.title, value: text.trim() },
    );
  const blocked = (findings: readonly Finding[]): ReadFigure => ({
    candidate: { ...base, blocked: findings.some((f) => f.severity === 'block') },
    findings: [...findings, ...comment.findings],
  });

  if (state === null)
    return blocked(speak('STATE_NOT_ALLOWED', { column: 'state', value: beside.state }));
  if (state !== 'value') {
    const given = `${beside.comment} ${beside.reasonText}`.trim();
    const needs = (state === 'missing' || state === 'x') && given.length < FEWEST_REASON;
    return needs
      ? blocked(
          speak('STATE_NEEDS_REASON', { column: 'state', value: inValue ? text : beside.state }),
        )
      : { candidate: base, findings: comment.findings };
  }
  const read = readValue(text, at.metric);
  if (read.kind === 'empty') return blocked(speak('VALUE_MISSING', { value: null }));
  if (read.kind === 'fault') return blocked(speak(read.code));
  const remarks = read.remark
    ? speak(read.remark).map((finding) => ({ ...finding, severity: 'warn' as const }))
    : [];
  return { candidate: { ...base, value: read.value }, findings: [...remarks, ...comment.findings] };
}

export const placeOf = (
  at: Pick<Candidate, 'row' | 'column' | 'council' | 'metric' | 'period'>,
  value: string | null,
): Place => ({
  row: at.row,
  column: at.column,
  value,
  councilId: at.council.id,
  metric: at.metric.code,
  period: `${at.period.timePeriod} ${at.period.timeIdentifier}`,
});

const DESCRIBES_A_CHILD = [
  /\b(?:aged?|age of)\s*\d{1,2}\b/i,
  /\b\d{1,2}[- ]?(?:year[- ]?old|yr old|yo)\b/i,
  /\b(?:child|pupil|boy|girl|student) [A-Z]\b/,
  /\b[A-Z][a-z]+(?: [A-Z][a-z]+)* (?:School|Academy|Primary|Infants|Juniors|College|Nursery)\b/,
  /\b[A-Z]\.\s?[A-Z]\.(?!\w)/,
];

/** A comment that may describe one child is not kept until it is changed; the figure is. */
function commentOf(
  text: string,
  at: FigurePlace,
  context: IntakeContext,
): { kept: string | null; findings: readonly Finding[] } {
  const comment = text.trim();
  if (comment === '') return { kept: null, findings: [] };
  if (!DESCRIBES_A_CHILD.some((pattern) => pattern.test(comment)))
    return { kept: comment, findings: [] };
  const findings = say(context.rules, 'PERSONAL_DATA_COMMENT', {
    ...placeOf(at, null),
    column: 'comment',
  });
  return { kept: findings.length > 0 ? null : comment, findings };
}

/** One figure of a published file: numbers where they were published, otherwise the symbol as it stood there. */
export function readPublished(
  at: FigurePlace,
  texts: {
    readonly value: string;
    readonly numerator: string;
    readonly denominator: string;
    readonly state: string;
  },
  context: IntakeContext,
): ReadFigure {
  const number = (text: string, metric: Metric): string | null => {
    const read = readValue(text, metric);
    return read.kind === 'number' ? read.value : null;
  };
  const count: Metric = { ...at.metric, unit: 'count', decimals: 0 };
  const symbol =
    [texts.state, texts.value]
      .map((text) => text.trim())
      .find((text) => text !== '' && publishedState(text) !== null) ?? null;
  const value = number(texts.value, { ...at.metric, unit: 'pounds' });
  const fault = symbol === null && value === null && texts.value.trim() !== '';
  const candidate: Candidate = {
    ...at,
    sent: texts.value,
    value,
    numerator: number(texts.numerator, count),
    denominator: number(texts.denominator, count),
    state: value !== null ? 'value' : symbol === null ? 'x' : (publishedState(symbol) ?? 'x'),
    symbol,
    comment: null,
    reason: null,
    blocked: fault,
  };
  const findings = fault
    ? say(context.rules, 'VALUE_NOT_A_NUMBER', placeOf(at, texts.value), {
        box: at.metric.title,
        value: texts.value,
      })
    : [];
  return { candidate, findings };
}

/** The part of a measure that a breakdown text names; the total for none; undefined for an unknown one. */
export function breakdownOf(metric: Metric, text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' || wanted === TOTAL.toLowerCase()) return TOTAL;
  return metric.breakdown?.parts.find((part) =>
    [part.code, part.label].some((name) => name.toLowerCase() === wanted),
  )?.code;
}
