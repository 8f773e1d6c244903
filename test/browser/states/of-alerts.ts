import { CONDITION_KINDS } from '#domain/judgement';
import {
  ALERT_ID,
  ANSWERED_FEEDBACK_ID,
  DONE_MILESTONE_ID,
  FEEDBACK_ID,
  MILESTONE_ID,
  OWED_IDS,
  SILENCE_ID,
} from '#testing/web';
import { bare, demonstration, EXACT, page, strained, type Rows } from './visit.js';

const OFFICER = 'Rutland data officer';
const LEAD = 'Rutland SEND lead';
const ANALYST = 'DfE analyst';
const YORKSHIRE = 'Yorkshire and The Humber partnership lead';
const alert = `/alerts/${ALERT_ID}`;
const DEEDS: readonly (readonly [string, string])[] = [
  ['comment', 'Save the comment'],
  ['assign', 'Save'],
  ['plan', 'Add this action'],
  ['action?action=3', 'Save'],
  ['agree', 'Agree this plan'],
  ['close', 'Close this alert'],
  ['reopen', 'Reopen this alert'],
];

/** Alerts, what is done about them, their rules, and what councils promised and said. */
export const alertRows: Rows = {
  'GET /alerts': page(
    [
      ...['/alerts', '/alerts?plan=overdue'].map((path) => demonstration(ANALYST, path)),
      ...[OFFICER, 'Board member', YORKSHIRE].map((who) => demonstration(who, '/alerts')),
    ],
    {
      empty: [bare(ANALYST, '/alerts', { says: 'No alerts are open.' })],
      'silent council': [demonstration(ANALYST, '/alerts', { says: 'Leicester has not reported' })],
      'long names': [strained(ANALYST, '/alerts')],
    },
  ),
  'GET /alerts/:id': page(
    [
      demonstration(ANALYST, '/alerts', {
        follow: 'main a[href^="/alerts/"]',
        says: 'Why it fired, step by step',
      }),
      ...[ALERT_ID, ...Object.values(OWED_IDS)].map((id) => strained(ANALYST, `/alerts/${id}`)),
    ],
    {
      empty: 'fired by figures',
      provisional: 'says which of its figures are',
      suppressed: EXACT,
      'silent council': [strained(ANALYST, `/alerts/${SILENCE_ID}`, { says: 'has not reported' })],
      'long names': [strained(ANALYST, alert)],
    },
  ),
  'GET /alerts/:id/:deed': page(
    DEEDS.map(([deed]) => strained(ANALYST, `${alert}/${deed}`)),
    {
      error: DEEDS.map(([deed, press]) => strained(ANALYST, `${alert}/${deed}`, { press })),
      'long names': [strained(ANALYST, `${alert}/close`)],
    },
  ),
  'GET /alert-quality': page([demonstration(ANALYST, '/alert-quality')], {
    empty: [bare(ANALYST, '/alert-quality')],
  }),
  'GET /alerting': page([demonstration(ANALYST, '/alerting'), strained(ANALYST, '/alerting')], {
    empty: [bare(ANALYST, '/alerting')],
  }),
  'GET /alert-rules': page([demonstration(ANALYST, '/alert-rules')]),
  'GET /alert-rules/:code': page(
    [
      demonstration(ANALYST, '/alert-rules/getting_worse'),
      ...['off_trajectory', 'plan_missed'].map((code) => strained(ANALYST, `/alert-rules/${code}`)),
    ],
    { 'long names': [strained(ANALYST, '/alert-rules/off_trajectory')] },
  ),
  'GET /alert-rules/new': page(
    [
      demonstration(ANALYST, '/alert-rules/new'),
      ...CONDITION_KINDS.map((kind) => demonstration(ANALYST, `/alert-rules/new?kind=${kind}`)),
    ],
    {
      error: [
        demonstration(ANALYST, '/alert-rules/new', { press: 'Continue' }),
        demonstration(ANALYST, '/alert-rules/new?kind=unlike-the-others', {
          press: 'Save as a draft',
        }),
      ],
      'long names': [strained(ANALYST, '/alert-rules/new?kind=plan-band')],
    },
  ),
  'GET /alert-rules/:code/edit': page(
    [
      demonstration(ANALYST, '/alert-rules/plan_band/edit'),
      strained(ANALYST, '/alert-rules/off_trajectory/edit'),
    ],
    {
      error: [
        demonstration(ANALYST, '/alert-rules/plan_band/edit', {
          type: { title: '' },
          press: 'Save as a draft',
        }),
      ],
      'long names': [strained(ANALYST, '/alert-rules/off_trajectory/edit')],
    },
  ),
  'GET /alert-rules/:code/switch': page(
    [
      demonstration(ANALYST, '/alert-rules/off_trajectory/switch?to=off'),
      strained(ANALYST, '/alert-rules/plan_missed/switch?to=on'),
    ],
    {
      error: [
        demonstration(ANALYST, '/alert-rules/off_trajectory/switch?to=off', {
          press: 'Switch it off',
        }),
      ],
    },
  ),
  'GET /alert-rules/:code/versions/:version/back-test': page(
    [strained(ANALYST, '/alert-rules/off_trajectory/versions/2/back-test')],
    {
      empty: [demonstration(ANALYST, '/alert-rules/getting_worse/versions/1/back-test')],
      loading: [
        strained(ANALYST, '/alert-rules/return_missing/versions/1/back-test', {
          says: 'Look again in a few seconds.',
        }),
      ],
      error: 'refused only while another one is under way',
      'long names': [strained(ANALYST, '/alert-rules/off_trajectory/versions/2/back-test')],
      '153 councils': [strained(ANALYST, '/alert-rules/off_trajectory/versions/2/back-test')],
    },
  ),
  'GET /milestones': page(
    [
      ...['/milestones', '/milestones?state=open'].map((path) => demonstration(ANALYST, path)),
      demonstration(YORKSHIRE, '/milestones'),
    ],
    {
      empty: [bare(ANALYST, '/milestones', { says: 'There are no milestones of this kind.' })],
      'long names': [strained(ANALYST, '/milestones')],
      '153 councils': [strained(ANALYST, '/milestones')],
    },
  ),
  'GET /milestones/new': page(
    [demonstration(YORKSHIRE, '/milestones/new'), strained(LEAD, '/milestones/new')],
    {
      error: [demonstration(YORKSHIRE, '/milestones/new', { press: 'Save this milestone' })],
      'long names': [strained(ANALYST, '/milestones/new')],
    },
  ),
  'GET /milestones/:id': page(
    [MILESTONE_ID, DONE_MILESTONE_ID].map((id) => strained(LEAD, `/milestones/${id}`)),
    {
      error: [strained(LEAD, `/milestones/${MILESTONE_ID}`, { press: 'Save' })],
      'long names': [strained(LEAD, `/milestones/${MILESTONE_ID}`)],
    },
  ),
  'GET /feedback': page(
    [demonstration(OFFICER, '/feedback'), demonstration(ANALYST, '/feedback')],
    {
      empty: [bare(ANALYST, '/feedback', { says: 'Nothing waits for an answer.' })],
      'long names': [strained(ANALYST, '/feedback')],
    },
  ),
  'GET /feedback/new': page([demonstration(OFFICER, '/feedback/new')], {
    error: [demonstration(OFFICER, '/feedback/new', { press: 'Send to DfE' })],
    'long names': [strained(OFFICER, '/feedback/new')],
  }),
  'GET /feedback/:id': page(
    [FEEDBACK_ID, ANSWERED_FEEDBACK_ID].map((id) => strained(ANALYST, `/feedback/${id}`)),
    {
      error: [strained(ANALYST, `/feedback/${FEEDBACK_ID}`, { press: 'Save' })],
      'long names': [strained(ANALYST, `/feedback/${FEEDBACK_ID}`)],
    },
  ),
};
