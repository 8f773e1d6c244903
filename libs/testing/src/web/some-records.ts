import type { KeptFinding, AlertRecord, AlertWithStory, SubmissionView } from '#application/ports';
import { councilNamed } from './a-programme.js';
import {
  ANSWERED_FEEDBACK_ID,
  DONE_MILESTONE_ID,
  FEEDBACK_ID,
  MILESTONE_ID,
} from './fake-delivery.js';

export const ALERT_ID = '0190f0a0-0000-7000-8000-0000000000a1';
export const SILENCE_ID = '0190f0a0-0000-7000-8000-0000000000a2';
/** Rutland's milestone is overdue, and what it said has no answer. */
export const OWED_IDS = {
  milestone: '0190f0a0-0000-7000-8000-0000000000a3',
  answer: '0190f0a0-0000-7000-8000-0000000000a4',
  plan: '0190f0a0-0000-7000-8000-0000000000a5',
} as const;
export const SUBMISSION_ID = '0190f0a0-0000-7000-8000-0000000000b1';
/** A submission that is still being checked. */
export const CHECKED_SUBMISSION_ID = '0190f0a0-0000-7000-8000-0000000000b2';

/** An alert that is firing at Portsmouth; what is not said is plain. */
export const anAlert = (over: Partial<AlertRecord> = {}): AlertRecord => ({
  id: ALERT_ID,
  programmeId: 1,
  councilId: councilNamed('Portsmouth').id,
  ruleCode: 'off_trajectory',
  ruleVersion: 2,
  metric: 'plans_within_20_weeks',
  seriesKey: 'plans_within_20_weeks',
  openedBy: '2023 January',
  openedAt: new Date('2023-02-22T09:00:00Z'),
  state: 'firing',
  noData: false,
  since: new Date('2023-02-22T09:00:00Z'),
  firedAt: new Date('2023-02-22T09:00:00Z'),
  resolvedAt: null,
  period: '2023 January',
  why: 'In January 2023 it was 0 of 15. The plan was 90%. With 15 plans, fewer than 10 in time would already be rare.',
  acknowledgedAt: null,
  acknowledgedBy: null,
  ...over,
});

export const someAlerts = (): readonly AlertRecord[] => [
  anAlert({
    id: SILENCE_ID,
    councilId: councilNamed('Leicester').id,
    ruleCode: 'return_missing',
    ruleVersion: 1,
    metric: null,
    seriesKey: 'return 2024 November',
    openedBy: '2024 November',
    openedAt: new Date('2024-12-18T09:00:00Z'),
    since: new Date('2024-12-18T09:00:00Z'),
    firedAt: new Date('2024-12-18T09:00:00Z'),
    period: '2024 November',
    why: 'The return for November 2024 was due on 13 December 2024 and has not come.',
    acknowledgedAt: new Date('2024-12-19T14:05:00Z'),
    acknowledgedBy: 'DfE analyst',
  }),
  anAlert(),
];

export const storyOf = (alert: AlertRecord): AlertWithStory => ({
  alert,
  steps: [
    {
      alertId: alert.id,
      n: 1,
      at: alert.openedAt,
      period: alert.openedBy,
      from: 'inactive',
      to: 'firing',
      noData: false,
      reason: alert.why,
      ruleVersion: alert.ruleVersion,
    },
  ],
  ledger: [
    {
      notificationId: 'n1',
      audience: 'council',
      recipient: `council ${alert.councilId}`,
      channel: 'in-app',
      event: 'firing',
      reason: 'Approves Portsmouth’s returns',
      dueAt: alert.openedAt,
      waits: null,
      attempts: [{ at: alert.openedAt, outcome: 'delivered', detail: 'in-app' }],
    },
    {
      notificationId: 'n2',
      audience: 'dfe',
      recipient: 'dfe',
      channel: 'in-app',
      event: 'firing',
      reason: 'Reads alerts of every council, five working days after the council',
      dueAt: new Date('2023-03-01T09:00:00Z'),
      waits: null,
      attempts: [],
    },
  ],
  entries: [],
});

export const aFinding = (over: Partial<KeptFinding> = {}): KeptFinding => ({
  n: 0,
  code: 'VALUE_SUPPRESSED',
  ruleVersion: 1,
  severity: 'block',
  scope: 'value',
  row: 5,
  column: 'value',
  value: '<5',
  message: 'You sent "<5".',
  fix: 'Please send the true number.',
  councilId: councilNamed('Rutland').id,
  metric: 'n_exceptions',
  period: '2024 December',
  explanation: null,
  explainedBy: null,
  explainedAt: null,
  closedAt: null,
  ...over,
});

/** A submission of Rutland, accepted whole; what is not said is plain. */
export const aSubmission = (over: Partial<SubmissionView> = {}): SubmissionView => ({
  id: SUBMISSION_ID,
  programmeId: 1,
  councilId: councilNamed('Rutland').id,
  channel: 'page',
  source: 'return',
  mode: 'partial',
  status: 'accepted',
  receivedAt: new Date('2025-01-15T10:42:00Z'),
  receivedBy: 'Rutland data officer',
  receivedCount: 7,
  acceptedCount: 7,
  bodyDigest: 'digest',
  fileDigest: null,
  comment: null,
  fileName: null,
  publishedOn: null,
  expectedPeriod: null,
  demonstration: true,
  knownSeq: 8,
  findings: [],
  approvedAt: null,
  approvedBy: null,
  withdrawal: null,
  fileDeletedAt: null,
  periods: ['2024 December'],
  ...over,
});

/** Alerts about promises; lists leave them out, and each is found by its id. */
export const owedAlerts = (): readonly AlertRecord[] =>
  (
    [
      [OWED_IDS.milestone, 'milestone_overdue', `milestone ${MILESTONE_ID}`],
      [OWED_IDS.answer, 'answer_overdue', `feedback ${FEEDBACK_ID}`],
      [OWED_IDS.plan, 'answer_overdue', `plan ${SILENCE_ID}`],
    ] as const
  ).map(([id, ruleCode, seriesKey]) =>
    anAlert({
      ...{ id, ruleCode, seriesKey, ruleVersion: 1, metric: null },
      ...{ councilId: councilNamed('Rutland').id, openedBy: '2024 December' },
      ...{ period: '2024 December', why: 'It was due in December.' },
    }),
  );

/** The pages of milestones, feedback and alerts about them, by who reads them. */
export const DELIVERY_PAGES = {
  council: [
    ...['/milestones', '/milestones/new', `/milestones/${MILESTONE_ID}`],
    ...['/feedback', '/feedback/new', `/feedback/${FEEDBACK_ID}`],
  ],
  department: [
    ...Object.values(OWED_IDS).map((id) => `/alerts/${id}`),
    ...['/partnerships', '/partnerships/east-midlands', '/regions', '/regions/E12000004'],
    ...['/reforms', '/reforms/panels'],
    '/compare?metric=requests_received&council=calderdale&known=2024-10-15',
    ...['/milestones?state=open', '/milestones?state=ended&reform=x&council=rutland', '/feedback'],
    ...['/milestones/new?council=rutland', `/milestones/${DONE_MILESTONE_ID}`],
    ...[FEEDBACK_ID, ANSWERED_FEEDBACK_ID].map((id) => `/feedback/${id}`),
  ],
} as const;
