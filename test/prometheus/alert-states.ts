import { foldEpisodes, type AlertState, type Persistence } from '#domain/judgement';
import { monthOf, periodKey } from '#domain/periods';

/** A boolean series without gaps, `1` where the rule's condition is met, and how a rule of ours persists on it. */
export type AlertCase = Persistence & { readonly series: string };

/** How a state is written: `.` none open, `p` pending, `f` firing, `r` recovering, which is Prometheus's firing, kept. */
const LETTERS: Readonly<Record<AlertState, string>> = {
  pending: 'p',
  firing: 'f',
  recovering: 'r',
  resolved: '.',
};

/** What our state machine says after each step of a series, one letter a step. */
export function statesOf({ series, ...persistence }: AlertCase): string {
  const verdicts = [...series].map((digit, index) => ({
    period: monthOf(2000 + Math.floor(index / 12), (index % 12) + 1),
    kind: digit === '1' ? ('breach' as const) : ('clear' as const),
    reason: '',
  }));
  const steps = foldEpisodes(verdicts, persistence).flatMap((episode) => episode.steps);
  const after = new Map(steps.map(({ period, to }) => [periodKey(period), LETTERS[to]]));
  let state = '.';
  return verdicts.map(({ period }) => (state = after.get(periodKey(period)) ?? state)).join('');
}
