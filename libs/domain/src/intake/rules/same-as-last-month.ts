import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { numberParam, say } from '../say.js';
import type { MonthFigures, Months } from './month-figures.js';
import { sentNumbers, type SentNumber } from './past-numbers.js';

const CODE = 'SAME_AS_LAST_MONTH';

/**
 * SAME_AS_LAST_MONTH: last month's figures were not copied forward. Said once of a month all of whose numbers equal the
 * month before's (of a handful it could be chance), otherwise of each number of 20 or more that has not changed for three
 * months. A yearly number is no part of it.
 */
export function sameAsLastMonth(
  candidates: readonly Candidate[],
  months: Months,
  context: IntakeContext,
): readonly Finding[] {
  const { rules } = context;
  const monthly = new Set(context.returnDefinition.themes.flatMap(({ boxes }) => boxes));
  const sent = sentNumbers(candidates).filter(({ candidate }) =>
    monthly.has(candidate.metric.code),
  );
  const say1 = ({ candidate }: SentNumber, what: string): readonly Finding[] =>
    say(rules, CODE, placeOf(candidate, candidate.sent), { what });
  return months.all.flatMap((month) => {
    const own = sent.filter(({ candidate }) => isOf(candidate, month));
    const [first] = own;
    if (!first) return [];
    const copied = own.filter((one) => unchangedFor(one, months, 1));
    if (own.length >= numberParam(rules, CODE, 'fewest', 10) && copied.length === own.length)
      return say1(first, `All ${own.length} numbers are the same as last month.`);
    const running = numberParam(rules, CODE, 'running', 3);
    const smallest = numberParam(rules, CODE, 'smallest', 20);
    return copied
      .filter((one) => one.value >= smallest && unchangedFor(one, months, running - 1))
      .flatMap((one) =>
        say1(one, `${one.candidate.metric.title} has been ${one.value} for ${running} months.`),
      );
  });
}

const isOf = ({ council, period }: Candidate, month: MonthFigures): boolean =>
  council.id === month.councilId && period.start === month.period.start;

function unchangedFor({ candidate, value }: SentNumber, months: Months, count: number): boolean {
  const at = { councilId: candidate.council.id, period: candidate.period };
  return months.past(at, { box: candidate.metric.code, count }).every((n) => n === value);
}
