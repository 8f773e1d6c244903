import type { RevisionReason } from '../observations/observation.js';
import { candidateAt } from './candidate.js';
import type { IntakeContext } from './check-submission-types.js';
import { placeOf, type FigurePlace, type ReadFigure } from './figure-place.js';
import type { Finding } from './finding.js';
import { aboutOneChild } from './personal-data/about-one-child.js';
import { readAnswer, type ReadAnswer } from './read-answer.js';
import { sentReason } from './read-state.js';
import { readValue } from './read-value.js';
import { numberParam, say, type Place } from './say.js';

/** The texts beside a number, and what the sender calls their columns. */
export type BesideTexts = {
  readonly state: string;
  readonly comment: string;
  readonly reason: string;
  readonly reasonText: string;
  readonly columns: { readonly state: string; readonly comment: string; readonly reason: string };
};

const FEWEST_CHARACTERS = 10;

/** One number of a return: read, or refused by the most specific rule of "the value itself". */
export function readBox(
  at: FigurePlace,
  text: string,
  beside: BesideTexts,
  context: IntakeContext,
): ReadFigure {
  const answer = readAnswer(text, beside.state);
  const words = wordsBeside(at, beside, context);
  const speak = (code: string, place: Partial<Place> = {}): readonly Finding[] => {
    const value = place.value ?? text.trim();
    return say(
      context.rules,
      code,
      { ...placeOf(at, text), ...place },
      { box: at.metric.title, value },
    );
  };
  const outcome = (findings: readonly Finding[], value: string | null = null): ReadFigure => ({
    candidate: candidateAt(at, {
      sent: text,
      value,
      numerator: null,
      denominator: null,
      state: answer.kind === 'state' ? answer.state : 'value',
      symbol: null,
      comment: words.comment,
      reason: words.reason,
      blocked: findings.some((finding) => finding.severity === 'block'),
    }),
    findings: [...findings, ...words.findings],
  });

  if (answer.kind === 'fault')
    return outcome(speak(answer.code, { column: beside.columns.state, value: answer.text }));
  if (answer.kind === 'state') {
    const column = answer.column === 'state' ? beside.columns.state : at.column;
    return outcome(
      unexplained(answer, beside, context)
        ? speak('STATE_NEEDS_REASON', { column, value: answer.text })
        : [],
    );
  }
  const read = readValue(text, at.metric);
  if (read.kind === 'empty') return outcome(speak('VALUE_MISSING', { value: null }));
  if (read.kind === 'fault') return outcome(speak(read.code));
  const remarks = read.remark ? speak(read.remark) : [];
  return outcome(
    remarks.map((finding) => ({ ...finding, severity: 'warn' as const })),
    read.value,
  );
}

/** "Not yet" and "cannot be produced" say why; "does not apply" needs no words. */
function unexplained(
  answer: ReadAnswer & { kind: 'state' },
  beside: BesideTexts,
  { rules }: IntakeContext,
): boolean {
  if (answer.state !== 'missing' && answer.state !== 'x') return false;
  const fewest = numberParam(rules, 'STATE_NEEDS_REASON', 'fewestCharacters', FEWEST_CHARACTERS);
  return `${beside.comment.trim()} ${beside.reasonText.trim()}`.trim().length < fewest;
}

type Words = {
  readonly comment: string | null;
  readonly reason: RevisionReason | null;
  readonly findings: readonly Finding[];
};

/**
 * What is kept of the words beside a number: nothing that may describe one child. A reason without a kind explains a
 * state: it is kept as the comment where there is no other.
 */
function wordsBeside(at: FigurePlace, beside: BesideTexts, context: IntakeContext): Words {
  const kept = (text: string, column: string): { text: string; findings: readonly Finding[] } => {
    const plain = text.replaceAll('\u0000', '\ufffd').trim();
    if (plain === '' || !aboutOneChild(plain, context.rules)) return { text: plain, findings: [] };
    const place = { ...placeOf(at, null), column };
    const findings = say(context.rules, 'PERSONAL_DATA_COMMENT', place);
    return { text: findings.length > 0 ? '' : plain, findings };
  };
  if (beside.comment === '' && beside.reasonText === '')
    return { comment: null, reason: null, findings: [] };
  const comment = kept(beside.comment, beside.columns.comment);
  const why = kept(beside.reasonText, beside.columns.reason);
  const reason = sentReason(beside.reason, why.text);
  const words = comment.text || (reason ? '' : why.text);
  return {
    comment: words === '' ? null : words,
    reason,
    findings: [...comment.findings, ...why.findings],
  };
}
