import { err, ok, refusal } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import type { AgreedPlan } from '#domain/assessment';
import type { AlertRecord, AlertWithStory, InboxMessage } from '#application/ports';
import { councilNamed } from './a-programme.js';
import { ALERT_ID, someAlerts, storyOf } from './some-records.js';

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

/** Questions about alerts: one of Portsmouth's plan, one of Leicester's silence. */
export function fakeAlerts() {
  const alerts: AlertRecord[] = [...someAlerts()];
  const acknowledged: string[] = [];
  const sees = (reader: Reader, councilId: number): boolean =>
    covers(scopeOf(reader).anyStatus, councilId);

  return {
    acknowledged,
    readAlerts: {
      list: (reader: Reader, query: { open: boolean | null; councilId: number | null }) =>
        Promise.resolve({
          items: alerts.filter(
            ({ councilId, state }) =>
              sees(reader, councilId) &&
              (query.councilId === null || query.councilId === councilId) &&
              (query.open === null || query.open === (state !== 'resolved')),
          ),
          next: null,
          cursors: [],
        }),
      one: (reader: Reader, id: string) => {
        const alert = alerts.find((one) => one.id === id);
        return Promise.resolve(alert && sees(reader, alert.councilId) ? storyOf(alert) : null);
      },
      corrections: (_: Reader, { alert }: AlertWithStory) =>
        Promise.resolve(
          alert.metric === null
            ? []
            : [{ period: alert.openedBy, at: new Date('2023-04-03T09:00:00Z') }],
        ),
      inbox: (reader: Reader) =>
        Promise.resolve(reader.roles.includes('dfe-analyst') ? [message(), reminder()] : []),
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
