import { covers, scopeOf, type Reader } from '#domain/access';
import type { Benchmark } from '#application/figures';
import type { LedTo } from '#application/led-to';
import type { SubmissionEffects } from '#application/ports';
import { monthOf } from '#domain/periods';
import { aProgramme } from './a-programme.js';
import { ANSWERED_FEEDBACK_ID, DONE_MILESTONE_ID } from './fake-delivery.js';
import { somePermissions } from './fake-permissions.js';
import { anAlert, SUBMISSION_ID } from './some-records.js';

/** Nothing has come of any figure. */
export const nothingLedTo = (): LedTo => ({
  ...{ moves: [], answers: [], recoveries: [], milestones: [], permissions: [] },
  ...{ plans: [], reconciled: null },
});

/** Something of every kind, of a council. */
export const someLedTo = (councilId: number): LedTo => {
  const at = new Date('2025-01-14T09:00:00Z');
  const alert = anAlert({ councilId });
  return {
    moves: [
      { alert, at, period: '2024 December', from: 'pending', to: 'firing', told: ['council'] },
      { alert, at, period: '2024 November', from: 'inactive', to: 'pending', told: [] },
    ],
    answers: [
      {
        id: ANSWERED_FEEDBACK_ID,
        words: 'Panels need the papers two days earlier.',
        answer: 'The guidance will say three days.',
        at: new Date('2024-12-20T10:00:00Z'),
      },
    ],
    recoveries: [{ alert, at: new Date('2024-12-05T09:00:00Z') }],
    milestones: [{ id: DONE_MILESTONE_ID, title: 'Members are trained', at }],
    permissions: somePermissions()
      .filter(({ answer }) => answer !== null)
      .map((one) => ({ ...one, councilId })),
    plans: [
      {
        ...{ councilId, metric: 'plans_within_20_weeks', version: 1, status: 'agreed' as const },
        ...{ interpolation: 'step' as const, tolerance: 5, note: '', agreedOn: '2024-12-01' },
        points: [{ from: '2025-01-01', value: 80 }],
      },
    ],
    reconciled: null,
  };
};

/** What came of figures, published figures to compare with, and what submissions changed. */
export function fakeLedTo() {
  const ledToState: { ledTo: (councilId: number) => LedTo; effects: SubmissionEffects } = {
    ledTo: nothingLedTo,
    effects: { changes: [], findings: new Map() },
  };
  const published = aProgramme().metrics.filter(({ type }) => type === 'published');
  const benchmarkOf = (metric: (typeof published)[number]): Benchmark => ({
    metric,
    period: { ...monthOf(2023, 1), timeIdentifier: 'Calendar year', end: '2024-01-01' },
    own: { value: '62.5', state: 'value' },
    neighbours: { low: '31.2', high: '88', of: 10 },
    region: { name: 'East Midlands', value: '47.1', state: 'value' },
    england: { value: null, state: 'x' },
  });
  return {
    ledToState,
    effects: (): Promise<SubmissionEffects> => Promise.resolve(ledToState.effects),
    readLedTo: {
      run: (reader: Reader, { councilId }: { councilId: number }): Promise<LedTo | null> =>
        Promise.resolve(
          covers(scopeOf(reader).anyStatus, councilId) ? ledToState.ledTo(councilId) : null,
        ),
    },
    readBenchmarks: {
      run: (_: Reader, { metrics }: { metrics: readonly string[] }) =>
        Promise.resolve(published.filter(({ code }) => metrics.includes(code)).map(benchmarkOf)),
    },
  };
}

/** A figure that a submission changed. */
export const aChange = (): SubmissionEffects['changes'][number] => ({
  submissionId: SUBMISSION_ID,
  ...{ metric: 'n_requests', period: '2024 December', breakdown: 'Total' },
  before: { value: '6', state: 'value' },
  after: { value: '7', state: 'value' },
  reason: { kind: 'LATE_RECORD', text: 'One request was keyed in January.' },
});
