import { compareDecimals } from '../../decimal/decimal.js';
import { monthsBefore } from '../../periods/index.js';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import type { Finding } from '../finding.js';
import { placeOf } from '../read-figure-cells.js';
import { ruleIn, say } from '../say.js';
import type { MonthFigures } from './month-figures.js';

/** The month in which each cumulative count begins again. */
const BEGINS = { 'cumulative-academic': 9, 'cumulative-financial': 4 } as const;
const NAMES = { 9: 'September', 4: 'April' } as const;

/** CUMULATIVE_FELL and CUMULATIVE_NOT_RESET: a count since the start of a year rises in it, and begins again after it. */
export function cumulative(
  candidates: readonly Candidate[],
  months: readonly MonthFigures[],
  context: IntakeContext,
): readonly Finding[] {
  const byPlace = new Map(
    months.map((month) => [`${month.councilId} ${month.period.start}`, month]),
  );
  return candidates.flatMap((candidate) => {
    const { basis } = candidate.metric;
    if (basis !== 'cumulative-academic' && basis !== 'cumulative-financial') return [];
    const month = byPlace.get(`${candidate.council.id} ${candidate.period.start}`);
    const before = month?.earlier(candidate.metric.code, monthsBefore(candidate.period, 1)) ?? null;
    if (candidate.blocked || candidate.value === null || before === null) return [];
    const begins = Number(candidate.period.start.slice(5, 7)) === BEGINS[basis];
    const fills = {
      a: before,
      b: candidate.value,
      box: candidate.metric.title,
      month: NAMES[BEGINS[basis]],
    };
    const higher = compareDecimals(candidate.value, before);
    if (!begins)
      return higher < 0
        ? say(context.rules, 'CUMULATIVE_FELL', placeOf(candidate, candidate.sent), fills)
        : [];
    return higher >= 0 && before !== '0' ? notReset(candidate, fills, context) : [];
  });
}

/** With a small count before, the new year may honestly begin as high: then it is only asked. */
function notReset(
  candidate: Candidate,
  fills: { a: string; b: string; box: string; month: string },
  context: IntakeContext,
): readonly Finding[] {
  const small = Number(ruleIn(context.rules, 'CUMULATIVE_NOT_RESET')?.params['warnBelow'] ?? 0);
  const warns = compareDecimals(fills.a, String(small)) < 0;
  const findings = say(
    context.rules,
    'CUMULATIVE_NOT_RESET',
    placeOf(candidate, candidate.sent),
    fills,
  );
  if (!warns && findings.length > 0) candidate.blocked = true;
  return warns ? findings.map((finding) => ({ ...finding, severity: 'warn' as const })) : findings;
}
