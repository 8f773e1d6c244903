import type { ChartedPoint } from '#domain/assessment';
import { readingWords } from '../../words/reading.words.js';

/** Why a point is unusual: beyond a limit, in a trend, one of two in three near a limit, or in a shift. */
export type Cause = {
  readonly kind: 'beyond' | 'trend' | 'near' | 'shift';
  readonly side: 'high' | 'low';
  /** How many points in a row the rule asks for. */
  readonly inARow: number;
};

const KINDS = [
  ['UCL|LCL', 'beyond'],
  ['Trend', 'trend'],
  ['^2 in 3', 'near'],
  ['Points', 'shift'],
] as const;

/** The cause behind a rule's name in "Making Data Count", such as `7 Point Trend (Increasing)`; null for one not known. */
function causeOf(rule: string): Cause | null {
  const kind = KINDS.find(([pattern]) => new RegExp(pattern).test(rule))?.[1];
  if (!kind) return null;
  const side = /Above|Increasing/.test(rule) ? 'high' : 'low';
  return { kind, side, inARow: Number.parseInt(rule, 10) || 1 };
}

/** The first cause of a point by precedence; null where it is usual. */
export const firstCause = ({ type, rules: [rule] }: ChartedPoint): Cause | null =>
  type === 'common_cause' || rule === undefined ? null : causeOf(rule);

function causeWords({ kind, side, inARow }: Cause, many: string): string {
  const { cause } = readingWords;
  switch (kind) {
    case 'beyond':
      return cause.beyond[side];
    case 'near':
      return cause.near[side];
    case 'trend':
      return cause.trend[side](inARow, many);
    case 'shift':
      return cause.shift[side](inARow, many);
  }
}

/** A cause in words, within a sentence. */
export const firstWords = (cause: Cause, many: string): string =>
  inASentence(causeWords(cause, many));

const inASentence = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** What is unusual about a point, every rule that it is part of: the first says what it means. Null where it is usual. */
export function unusualWords(point: ChartedPoint, many: string): string | null {
  const cause = firstCause(point);
  if (!cause || point.type === 'common_cause') return null;
  const others = point.rules.slice(1).flatMap((rule) => causeOf(rule) ?? []);
  const first = readingWords.causeMeans(causeWords(cause, many), readingWords.meanings[point.type]);
  return others.length === 0
    ? first
    : first +
        readingWords.also(others.map((one) => firstWords(one, many)).join(readingWords.between));
}
