import { ruleIn } from './say.js';
import type { ValidationRule } from './validation-rule.js';

/** A number of a published metric: its value, or one of the two numbers behind a percentage. */
export type PublishedPart = {
  readonly metric: string;
  readonly part: 'value' | 'numerator' | 'denominator';
};

/** A box beside what is published of the same thing for a calendar year. */
export type PublishedPair = {
  readonly box: string;
  readonly published: PublishedPart;
  /** Taken away from the published number, where only the difference counts the same. */
  readonly less: PublishedPart | null;
  /** What is known to set the two apart. */
  readonly note: string;
  /** Whether the definitions agree well enough for a note while figures are sent. */
  readonly said: boolean;
};

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The pairs of a programme: the parameter `published` of the rule PUBLISHED_GAP, in the order written there. */
export function publishedPairs(rules: readonly ValidationRule[]): readonly PublishedPair[] {
  const named = ruleIn(rules, 'PUBLISHED_GAP')?.params['published'];
  if (!isFields(named)) return [];
  return Object.entries(named).flatMap(([box, pair]) => {
    const published = partOf(pair);
    if (!published || !isFields(pair)) return [];
    const { note, said } = pair;
    const less = partOf(pair['less']);
    return [
      { box, published, less, note: typeof note === 'string' ? note : '', said: said === true },
    ];
  });
}

function partOf(value: unknown): PublishedPart | null {
  if (!isFields(value)) return null;
  const { metric, part } = value;
  if (typeof metric !== 'string') return null;
  return part === 'value' || part === 'numerator' || part === 'denominator'
    ? { metric, part }
    : null;
}
