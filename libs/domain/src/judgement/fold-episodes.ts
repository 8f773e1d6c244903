import type { AlertState, Episode, EpisodeStep, Verdict } from './judgement-types.js';

export type Persistence = {
  /** Observed periods a breach must last before it fires; 1 is at once. */
  readonly forPeriods: number;
  /** Observed periods a clear must last before it resolves; 0 and 1 are at once. */
  readonly keepFiringFor: number;
};

type Open = { -readonly [K in keyof Episode]: Episode[K] } & {
  breaches: number;
  clears: number;
  steps: EpisodeStep[];
};

/**
 * Folds what a condition says of each period, oldest first, into stretches of trouble: inactive → pending → firing →
 * recovering → resolved, each step with its reason. No data stops the clock: it is a flag beside the state, and never
 * clears, fires or resolves anything. A hold counts neither as a breach nor as a clear and interrupts neither; what is not
 * judged changes nothing. At most one episode is open, and it is the last. Source: the `for` and `keep_firing_for` of
 * Prometheus, counted in observed periods; without gaps the same steps, `n` periods being `n − 1` of its intervals (ADR 0032).
 */
export function foldEpisodes(
  verdicts: readonly Verdict[],
  persistence: Persistence,
): readonly Episode[] {
  const episodes: Open[] = [];
  for (const verdict of verdicts) {
    const last = episodes.at(-1);
    const open = last && last.state !== 'resolved' ? last : null;
    if (open) advance(open, verdict, persistence);
    else if (verdict.kind === 'breach') episodes.push(opened(verdict, persistence));
  }
  return episodes.map(({ breaches: _breaches, clears: _clears, ...episode }) => episode);
}

function opened(verdict: Verdict, { forPeriods }: Persistence): Open {
  const fires = forPeriods <= 1;
  const state: AlertState = fires ? 'firing' : 'pending';
  const { period, reason } = verdict;
  return {
    openedBy: period,
    state,
    noData: false,
    stateSince: period,
    firedBy: fires ? period : null,
    resolvedBy: null,
    steps: [{ period, from: 'inactive', to: state, noData: false, reason }],
    breaches: 1,
    clears: 0,
  };
}

function advance(open: Open, verdict: Verdict, persistence: Persistence): void {
  switch (verdict.kind) {
    case 'not-judged':
      return;
    case 'no-data':
      if (!open.noData) step(open, open.state, verdict, true);
      return;
    case 'hold':
      if (open.noData) step(open, open.state, verdict);
      return;
    case 'breach':
      return onBreach(open, verdict, persistence);
    case 'clear':
      return onClear(open, verdict, persistence);
  }
}

function onBreach(open: Open, verdict: Verdict, { forPeriods }: Persistence): void {
  open.breaches += 1;
  open.clears = 0;
  const fires =
    open.state === 'recovering' || (open.state === 'pending' && open.breaches >= forPeriods);
  if (fires) step(open, 'firing', verdict);
  else if (open.noData) step(open, open.state, verdict);
}

function onClear(open: Open, verdict: Verdict, { keepFiringFor }: Persistence): void {
  open.clears += 1;
  if (open.state === 'pending') {
    step(open, 'resolved', {
      ...verdict,
      reason: `${verdict.reason} It had not lasted long enough to fire.`,
    });
  } else if (open.clears >= keepFiringFor) step(open, 'resolved', verdict);
  else if (open.state !== 'recovering' || open.noData) step(open, 'recovering', verdict);
}

function step(open: Open, to: AlertState, { period, reason }: Verdict, noData = false): void {
  open.steps.push({ period, from: open.state, to, noData, reason });
  if (open.state !== to) open.stateSince = period;
  if (to === 'firing' && open.firedBy === null) open.firedBy = period;
  if (to === 'resolved') open.resolvedBy = period;
  open.state = to;
  open.noData = noData;
}
