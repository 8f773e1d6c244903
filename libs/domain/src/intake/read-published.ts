import type { Decimal } from '../decimal/decimal.js';
import { candidateAt } from './candidate.js';
import type { IntakeContext } from './check-submission-types.js';
import { placeOf, type FigurePlace, type ReadFigure } from './figure-place.js';
import type { Finding } from './finding.js';
import { publishedState } from './read-state.js';
import { readNumber } from './read-value.js';
import { say } from './say.js';

export type PublishedTexts = Readonly<
  Record<'value' | 'numerator' | 'denominator' | 'state', string>
>;

/**
 * One figure of a published file: numbers as they were published, whatever their places, otherwise the symbol as it
 * stood there. A blank is not available.
 */
export function readPublished(
  at: FigurePlace,
  texts: PublishedTexts,
  column: (role: 'value' | 'numerator' | 'denominator') => string,
  context: IntakeContext,
): ReadFigure {
  const findings: Finding[] = [];
  const number = (role: 'value' | 'numerator' | 'denominator'): Decimal | null => {
    const text = texts[role].trim();
    const read = readNumber(text);
    if (text === '' || read !== null || publishedState(text) !== null) return read;
    findings.push(
      ...say(
        context.rules,
        'VALUE_NOT_A_NUMBER',
        { ...placeOf(at, text), column: column(role) },
        { box: at.metric.title, value: text },
      ),
    );
    return null;
  };
  const value = number('value');
  const symbol =
    [texts.state, texts.value]
      .map((text) => text.trim())
      .find((text) => text !== '' && publishedState(text) !== null) ?? null;
  const [numerator, denominator] = [number('numerator'), number('denominator')];
  const candidate = candidateAt(at, {
    sent: texts.value,
    value,
    numerator,
    denominator,
    state: value !== null ? 'value' : symbol === null ? 'x' : (publishedState(symbol) ?? 'x'),
    symbol,
    comment: null,
    reason: null,
    blocked: findings.length > 0,
  });
  return { candidate, findings };
}
