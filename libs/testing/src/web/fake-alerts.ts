import { err, ok, refusal, type RefusalCode } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import type { AlertingStatus } from '#application/alerting';
import type { AgreedPlan } from '#domain/assessment';
import type { Deed, Entry } from '#domain/follow-up';
import type { AlertQuality, FollowUpRequest } from '#application/alerts';
import {
  STAGES,
  type AlertRecord,
  type AlertWithStory,
  type InboxMessage,
} from '#application/ports';
import { councilNamed } from './a-programme.js';
import { ALERT_ID, owedAlerts, someAlerts, storyOf } from './some-records.js';

/** Portsmouth's agreed plan. */
export const somePlan = (): AgreedPlan => ({
  councilId: councilNamed('Portsmouth').id,
  metric: 'plans_within_20_weeks',
  version: 1,
  status: 'agreed',
  interpolation: 'step',
  tolerance: 5,
  points: [
    { from: '2023-01-01', value: 90 },
    { from: '2024-01-01', value: 60 },
  ],
  agreedOn: '2022-12-01',
  note: '',
});

const message = (): InboxMessage => ({
  id: 'm1',
  alertId: ALERT_ID,
  councilId: councilNamed('Portsmouth').id,
  period: null,
  subject: 'Something to look at in the change programme',
  body: 'One measure needs attention.',
  deliveredAt: new Date('2025-01-15T09:00:00Z'),
  reason: 'You read the alerts of every council.',
});

const reminder = (): InboxMessage => ({
  id: 'm2',
  alertId: null,
  councilId: null,
  period: '2024 November',
  subject: 'Returns for November 2024 that have not come',
  body: 'Some councils have not sent their return and have not answered.',
  deliveredAt: new Date('2025-01-15T09:00:00Z'),
  reason: 'You follow the returns of the programme.',
});

const toBoard = (id: string): InboxMessage => ({
  ...{ id, alertId: null, councilId: null, period: null },
  subject: 'Something to look at in the change programme',
  body: 'One alert has been open for 60 working days without a recovery plan.',
  deliveredAt: new Date('2025-01-15T09:00:00Z'),
  reason: 'You are on the board of the programme.',
});

/** What was done about Portsmouth's alert: a comment, and a plan that was agreed with one action overdue. */
export const someEntries = (): readonly Entry[] => {
  const deeds: readonly Deed[] = [
    { kind: 'comment', words: 'Two of five psychologists left in November.' },
    { kind: 'assign', side: 'council', who: 'SEND lead' },
    ...(['2024-12-20', '2025-02-28'] as const).map((due): Deed => {
      return { kind: 'action', words: `Bring in locums by ${due}`, who: 'Head of service', due };
    }),
    { kind: 'agree' },
  ];
  return deeds.map((deed, index) => ({
    n: index + 1,
    at: new Date(`2024-12-0${index + 1}T09:00:00Z`),
    by: deed.kind === 'agree' ? 'DfE analyst' : 'Portsmouth SEND lead',
    deed,
  }));
};

/** How good the alerts of a year were: one rule that people judged, and one that nobody has. */
const someQuality = (): AlertQuality => ({
  from: '2024-01-16',
  to: '2025-01-15',
  rules: [
    {
      ...{ ruleCode: 'off_trajectory', fired: 12, cleared: 7, useful: 5, notUseful: 2 },
      ...{ hoursToAcknowledge: 6.25, refired: 1, series: 200, councils: 32 },
    },
    {
      ...{ ruleCode: 'return_missing', fired: 0, cleared: 0, useful: 0, notUseful: 0 },
      ...{ hoursToAcknowledge: null, refired: 0, series: 32, councils: 32 },
    },
  ],
});

/** Questions about alerts: one of Portsmouth's plan, one of Leicester's silence. */
export function fakeAlerts() {
  const alerts: AlertRecord[] = [...someAlerts()];
  const acknowledged: string[] = [];
  const entries = new Map<string, Entry[]>([[ALERT_ID, [...someEntries()]]]);
  const followUpState: { problem: RefusalCode | null; readonly deeds: Deed[] } = {
    problem: null,
    deeds: [],
  };
  const sees = (reader: Reader, councilId: number): boolean =>
    covers(scopeOf(reader).anyStatus, councilId);

  return {
    acknowledged,
    readAlerts: {
      list: (
        reader: Reader,
        query: { open: boolean | null; councilId: number | null; planOverdue?: boolean },
      ) =>
        Promise.resolve({
          items: alerts.filter(
            ({ councilId, state, acknowledgedAt }) =>
              sees(reader, councilId) &&
              (!query.planOverdue || acknowledgedAt !== null) &&
              (query.councilId === null || query.councilId === councilId) &&
              (query.open === null || query.open === (state !== 'resolved')),
          ),
          next: null,
          cursors: [],
        }),
      one: (reader: Reader, id: string) => {
        const alert = [...alerts, ...owedAlerts()].find((one) => one.id === id);
        return Promise.resolve(
          alert && sees(reader, alert.councilId)
            ? { ...storyOf(alert), entries: entries.get(id) ?? [] }
            : null,
        );
      },
      entries: (reader: Reader, ids: readonly string[]) =>
        Promise.resolve(
          new Map(
            alerts
              .filter(({ id, councilId }) => ids.includes(id) && sees(reader, councilId))
              .map(({ id }) => [id, entries.get(id) ?? []]),
          ),
        ),
      corrections: (_: Reader, { alert }: AlertWithStory) =>
        Promise.resolve(
          alert.metric === null
            ? []
            : [{ period: alert.openedBy, at: new Date('2023-04-03T09:00:00Z') }],
        ),
      figuresBehind: (_: Reader, { alert }: AlertWithStory) =>
        Promise.resolve(
          alert.metric === null
            ? null
            : { at: alert.openedAt, knownSeq: 412, approved: 2, provisional: 0 },
        ),
      quality: (reader: Reader) =>
        Promise.resolve(scopeOf(reader).grants === 'all' ? someQuality() : null),
      inbox: (reader: Reader) =>
        Promise.resolve([
          ...(reader.roles.includes('dfe-analyst') ? [message(), reminder()] : []),
          ...(reader.roles.includes('board') ? ['m3', 'm4'].map(toBoard) : []),
        ]),
    },
    alerting: {
      status: (reader: Reader) =>
        Promise.resolve(scopeOf(reader).grants === 'all' ? someAlertingStatus() : null),
    },
    followUpState,
    followUpAlert: {
      run: ({ reader, alertId, deeds }: FollowUpRequest) => {
        const alert = alerts.find((one) => one.id === alertId);
        if (followUpState.problem || !alert)
          return Promise.resolve(err(refusal(followUpState.problem ?? 'NOT_FOUND')));
        const kept = entries.get(alertId) ?? [];
        for (const deed of deeds)
          kept.push({
            n: kept.length + 1,
            at: new Date('2025-01-15T12:00:00Z'),
            by: reader.actor,
            deed,
          });
        entries.set(alertId, kept);
        followUpState.deeds.push(...deeds);
        return Promise.resolve(ok(alert));
      },
    },
    acknowledgeAlert: {
      run: ({ reader, alertId }: { reader: Reader; alertId: string }) => {
        const alert = alerts.find((one) => one.id === alertId);
        if (!alert) return Promise.resolve(err(refusal('NOT_FOUND')));
        acknowledged.push(`${alertId} by ${reader.actor}`);
        return Promise.resolve(ok(alert));
      },
    },
  };
}

/** Alerting works, one rule has a schedule, and one evaluation of it failed. */
const someAlertingStatus = (): AlertingStatus => ({
  stages: STAGES.map((stage) => ({
    stage,
    last: new Date('2025-01-15T11:59:45Z'),
    stopped: false,
  })),
  schedules: [
    {
      ruleCode: 'off_trajectory',
      schedule: '0 9 * * 1-5',
      lastDone: new Date('2025-01-15T09:00:00Z'),
      next: new Date('2025-01-16T09:00:00Z'),
      waiting: 0,
    },
  ],
  failed: [
    {
      ruleCode: 'off_trajectory',
      dueAt: new Date('2025-01-14T09:00:00Z'),
      failedAt: new Date('2025-01-14T09:15:00Z'),
      tries: 5,
      detail: 'Error: the connection was lost',
    },
  ],
  putAside: [
    {
      councilId: 1,
      tries: 3,
      nextAt: new Date('2025-01-15T12:07:00Z'),
      detail: 'Error: a figure is no number',
    },
  ],
});
