import { periodKey } from '../periods/period.js';
import type { AlertState, Episode, EpisodeStep } from './judgement-types.js';

/** An alert as it stands in the record. Times are when it became known, not the periods it is about. */
export type StandingAlert = {
  readonly id: string;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly state: AlertState;
  readonly noData: boolean;
  readonly since: Date;
  readonly firedAt: Date | null;
  readonly resolvedAt: Date | null;
  readonly period: string;
  readonly why: string;
};

export type NewStep = {
  readonly at: Date;
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly noData: boolean;
  readonly reason: string;
};

/** What happened to an alert at a moment; `event` is what people may have to be told. */
export type AlertChange = {
  readonly alert: StandingAlert;
  readonly steps: readonly NewStep[];
  readonly event:
    | 'pending'
    | 'fired'
    | 'fired-again'
    | 'recovering'
    | 'resolved'
    | 'data-stopped'
    | 'data-came-back'
    | 'rejudged'
    | 'withdrawn';
};

/**
 * Why what stands can have to go back: figures were corrected, the rule has a new version, or it no longer looks at the
 * series (it was switched off, or narrowed).
 */
export type Turn = 'corrected' | 'rule-changed' | 'not-looked-at';

export type JudgedMoment = {
  readonly at: Date;
  readonly newId: () => string;
  readonly turn?: Turn;
};

/** Why an alert was resolved that the corrected figures would not have opened. */
export const REJUDGED =
  'The figures were corrected. On the corrected figures this alert would not have opened.';

const TAKEN_BACK: Readonly<Record<Turn, string>> = {
  corrected: REJUDGED,
  'rule-changed': 'The rule was changed. By its new version this alert would not have opened.',
  'not-looked-at': 'The rule was switched off, or no longer looks at this.',
};

const NOT_OVER: Readonly<Record<Turn, string>> = {
  corrected: 'On corrected figures this is not over.',
  'rule-changed': 'By the new version of the rule this is not over.',
  'not-looked-at': '',
};

/**
 * Compares what the figures known at a moment say (`episodes`) with the alerts on record, and answers only what has to
 * change; running it again changes nothing. An alert that the corrected figures, or the changed rule, would not have opened
 * is resolved with that reason; its record and what people were told stay. An episode that was over before anybody could know of it opens
 * nothing. `newId` is asked once for each alert that opens.
 */
export function reconcileAlerts(
  stored: readonly StandingAlert[],
  episodes: readonly Episode[],
  moment: JudgedMoment,
): readonly AlertChange[] {
  const byOpening = new Map(episodes.map((episode) => [periodKey(episode.openedBy), episode]));
  const vanished = stored
    .filter((alert) => alert.state !== 'resolved' && !byOpening.has(alert.openedBy))
    .map((alert) => withdrawn(alert, moment));
  const standing = new Map(stored.map((alert) => [alert.openedBy, alert]));
  const changed = episodes.flatMap((episode) => {
    const alert = standing.get(periodKey(episode.openedBy));
    if (alert) return moved(alert, episode, moment);
    return episode.state === 'resolved' ? [] : [opened(episode, moment)];
  });
  return [...vanished, ...changed];
}

const stepOf = (step: EpisodeStep, at: Date): NewStep => ({
  ...step,
  period: periodKey(step.period),
  at,
});

function opened(episode: Episode, { at, newId }: { at: Date; newId: () => string }): AlertChange {
  const last = episode.steps.at(-1);
  const fired = episode.firedBy !== null;
  return {
    alert: {
      id: newId(),
      openedBy: periodKey(episode.openedBy),
      openedAt: at,
      state: episode.state,
      noData: episode.noData,
      since: at,
      firedAt: fired ? at : null,
      resolvedAt: null,
      period: periodKey(last?.period ?? episode.openedBy),
      why: last?.reason ?? '',
    },
    steps: episode.steps.map((step) => stepOf(step, at)),
    event: fired ? 'fired' : 'pending',
  };
}

function moved(
  alert: StandingAlert,
  episode: Episode,
  { at, turn = 'corrected' }: JudgedMoment,
): readonly AlertChange[] {
  const last = episode.steps.at(-1);
  if (!last) return [];
  const same = alert.state === episode.state && alert.noData === episode.noData;
  if (same) return [];
  const backwards = alert.state === 'resolved';
  const reason = backwards ? `${NOT_OVER[turn]} ${last.reason}` : last.reason;
  const next: StandingAlert = {
    ...alert,
    state: episode.state,
    noData: episode.noData,
    since: alert.state === episode.state ? alert.since : at,
    // What fired and was over before anybody could know of it is told to nobody.
    firedAt: alert.firedAt ?? (episode.firedBy && episode.state !== 'resolved' ? at : null),
    resolvedAt: episode.state === 'resolved' ? at : null,
    period: periodKey(last.period),
    why: reason,
  };
  const step: NewStep = {
    at,
    period: next.period,
    from: alert.state,
    to: next.state,
    noData: next.noData,
    reason,
  };
  return [{ alert: next, steps: [step], event: eventOf(alert, next) }];
}

function eventOf(before: StandingAlert, after: StandingAlert): AlertChange['event'] {
  if (before.state === after.state) return after.noData ? 'data-stopped' : 'data-came-back';
  switch (after.state) {
    case 'pending':
      return 'rejudged';
    case 'firing':
      return before.firedAt ? 'fired-again' : 'fired';
    case 'recovering':
      if (before.firedAt === null) return 'fired';
      return before.state === 'resolved' ? 'fired-again' : 'recovering';
    case 'resolved':
      return 'resolved';
  }
}

function withdrawn(alert: StandingAlert, { at, turn = 'corrected' }: JudgedMoment): AlertChange {
  const reason = TAKEN_BACK[turn];
  return {
    alert: { ...alert, state: 'resolved', noData: false, since: at, resolvedAt: at, why: reason },
    steps: [{ at, period: alert.period, from: alert.state, to: 'resolved', noData: false, reason }],
    event: turn === 'corrected' ? 'rejudged' : 'withdrawn',
  };
}
