import { CHECKED_SUBMISSION_ID, SUBMISSION_ID } from '#testing/web';
import { bare, demonstration, EXACT, page, strained, type Rows } from './visit.js';

const OFFICER = 'Rutland data officer';
const LEAD = 'Rutland SEND lead';
const ANALYST = 'DfE analyst';
const PORTSMOUTH = 'Portsmouth officer';
const YORKSHIRE = 'Yorkshire and The Humber partnership lead';
const EAST_MIDLANDS = 'East Midlands partnership lead';
const RETURN = '/council/return/2024-12';
const TYPED = 'what a person typed, shown to the same people';

/** What a council sends, and what becomes of it. */
export const returnRows: Rows = {
  'GET /council': page([demonstration(OFFICER, '/council'), demonstration(LEAD, '/council')], {
    empty: [bare(OFFICER, '/council', { says: 'There are no figures yet.' })],
    provisional: [strained(OFFICER, '/council', { says: 'provisional' })],
    suppressed: EXACT,
    'silent council': [strained(EAST_MIDLANDS, '/council?council=leicester')],
    'long names': [strained(OFFICER, '/council')],
    '153 councils': [demonstration(YORKSHIRE, '/council'), strained(EAST_MIDLANDS, '/council')],
  }),
  'GET /council/return/:month': page(
    [RETURN, '/council/return/2024-11'].map((path) => demonstration(OFFICER, path)),
    {
      empty: [bare(OFFICER, RETURN, { says: 'Last month: no figure' })],
      loading: 'its receipt waits',
      error: [
        demonstration(OFFICER, RETURN, {
          type: { 'box-n_refused': '<5', 'box-n_plans': 'six' },
          press: 'Check without sending',
          says: 'Nothing has been sent',
        }),
        demonstration(OFFICER, RETURN, { press: 'Send this file', says: 'Choose a file' }),
        demonstration(OFFICER, RETURN, {
          press: 'Send this answer',
          says: 'Choose what you would like to tell us',
        }),
      ],
      provisional: [demonstration(PORTSMOUTH, RETURN)],
      suppressed: TYPED,
      'silent council': [strained(EAST_MIDLANDS, `${RETURN}?council=leicester`)],
      'long names': [strained(OFFICER, RETURN)],
    },
  ),
  'GET /council/return/:month/time': page(
    [`${RETURN}/time`, '/council/return/2023-09/time'].map((path) => demonstration(OFFICER, path)),
    {
      error: [demonstration(OFFICER, `${RETURN}/time`, { press: 'Send this request' })],
      'long names': [strained(OFFICER, `${RETURN}/time`)],
    },
  ),
  'GET /councils/:key/submissions': page(
    [demonstration('DfE analyst', '/councils/portsmouth/submissions')],
    {
      empty: [
        bare('DfE analyst', '/councils/portsmouth/submissions', { says: 'sent nothing yet' }),
      ],
      error: [
        demonstration('DfE analyst', '/councils/portsmouth/submissions?month=banana', {
          says: 'Choose a month from the list',
        }),
      ],
      provisional: 'a status in words like any other',
      suppressed: TYPED,
      'silent council': [demonstration('DfE analyst', '/councils/leicester/submissions')],
      'long names': [strained('DfE analyst', '/councils/portsmouth/submissions')],
    },
  ),
  'GET /council/submissions': page([demonstration(OFFICER, '/council/submissions')], {
    empty: [
      bare(OFFICER, '/council/submissions', { says: 'has sent nothing yet' }),
      demonstration(OFFICER, '/council/submissions?month=2025-01', {
        says: 'Nothing was sent for',
      }),
    ],
    error: [
      demonstration(OFFICER, '/council/submissions?month=banana', {
        says: 'Choose a month from the list',
      }),
    ],
    provisional: 'a status in words like any other',
    suppressed: TYPED,
    'silent council': [strained(EAST_MIDLANDS, '/council/submissions?council=leicester')],
    'long names': [strained(OFFICER, '/council/submissions')],
  }),
  'GET /council/receipt/:id': page(
    [
      demonstration(OFFICER, '/council/submissions', {
        follow: 'main a[href^="/council/receipt/"]',
        says: 'Reference',
      }),
    ],
    {
      loading: [
        strained(LEAD, `/council/receipt/${CHECKED_SUBMISSION_ID}`, { says: 'being checked' }),
      ],
      error: [strained(LEAD, `/council/receipt/${SUBMISSION_ID}`, { says: 'To fix' })],
      provisional: [
        strained(LEAD, `/council/receipt/${SUBMISSION_ID}`, { says: 'provisional until approved' }),
      ],
      suppressed: TYPED,
      'long names': [strained(LEAD, `/council/receipt/${SUBMISSION_ID}`)],
    },
  ),
  'GET /council/receipt/:id/withdraw': page(
    [strained(OFFICER, `/council/receipt/${SUBMISSION_ID}/withdraw`)],
    {
      error: [
        strained(OFFICER, `/council/receipt/${SUBMISSION_ID}/withdraw`, {
          press: 'Withdraw the submission',
          says: 'The submission was not withdrawn',
        }),
      ],
    },
  ),
  'GET /council/columns/:id': page([strained(OFFICER, `/council/columns/${SUBMISSION_ID}`)], {
    error: [
      strained(OFFICER, `/council/columns/${SUBMISSION_ID}`, {
        press: 'Remember this and send the file again',
        says: 'The file was not taken',
      }),
    ],
  }),
  'GET /council/counting': page([demonstration(OFFICER, '/council/counting')]),
  'GET /council/counting/tool': page(
    [demonstration(OFFICER, '/council/counting/tool', { needsScripts: true })],
    {
      error: 'its own flow: counting.browser-spec.ts',
      'long names': [strained(OFFICER, '/council/counting/tool', { needsScripts: true })],
    },
  ),
  'GET /council/quality': page([demonstration(OFFICER, '/council/quality')], {
    empty: [bare(OFFICER, '/council/quality')],
    'silent council': [strained(EAST_MIDLANDS, '/council/quality?council=leicester')],
    'long names': [strained(OFFICER, '/council/quality')],
  }),
  'GET /councils/:key/quality': page([demonstration(ANALYST, '/councils/portsmouth/quality')], {
    empty: [bare(ANALYST, '/councils/portsmouth/quality')],
    'silent council': [demonstration(ANALYST, '/councils/leicester/quality')],
    'long names': [strained(ANALYST, '/councils/portsmouth/quality')],
  }),
  'GET /council/reconciliation/:year': page(
    [2023, 2024].map((year) => demonstration(OFFICER, `/council/reconciliation/${year}`)),
    {
      empty: [bare(OFFICER, '/council/reconciliation/2023')],
      provisional: [demonstration(OFFICER, '/council/reconciliation/2024')],
      suppressed: EXACT,
      'long names': [strained(OFFICER, '/council/reconciliation/2023')],
    },
  ),
  'GET /councils/:key/reconciliation/:year': page(
    [demonstration(ANALYST, '/councils/portsmouth/reconciliation/2023')],
    {
      empty: [bare(ANALYST, '/councils/portsmouth/reconciliation/2023')],
      provisional: [demonstration(ANALYST, '/councils/portsmouth/reconciliation/2024')],
      suppressed: EXACT,
      'silent council': [demonstration(ANALYST, '/councils/leicester/reconciliation/2024')],
      'long names': [strained(ANALYST, '/councils/portsmouth/reconciliation/2023')],
    },
  ),
  'GET /figures/:council/:metric/:period': page(
    [demonstration(OFFICER, '/figures/rutland/requests_received/2024-11')],
    {
      empty: [demonstration(OFFICER, '/figures/rutland/requests_received/2024-12')],
      provisional: [strained(OFFICER, '/figures/rutland/requests_received/2024-09')],
      suppressed: EXACT,
      'silent council': [demonstration(ANALYST, '/figures/leicester/requests_received/2024-11')],
      'long names': [strained(OFFICER, '/figures/rutland/requests_received/2024-09')],
    },
  ),
  'GET /returns': page(
    ['/returns', '/returns?month=all', '/returns?month=2025-01&partnership=none'].map((path) =>
      demonstration(ANALYST, path),
    ),
    {
      empty: [bare(ANALYST, '/returns')],
      'silent council': [demonstration(ANALYST, '/returns?month=2024-11', { says: 'Leicester' })],
      'long names': [strained(ANALYST, '/returns')],
      '153 councils': [strained(ANALYST, '/returns')],
    },
  ),
};
