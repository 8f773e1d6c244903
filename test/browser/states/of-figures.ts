import { bare, demonstration, EXACT, page, strained, type Rows } from './visit.js';

const OFFICER = 'Rutland data officer';
const ANALYST = 'DfE analyst';
const MEASURE = 'plans_within_20_weeks';
const YEARLY = '/metrics/ehcp_timeliness_20wk_excl?all=1';
const YEARLY_TABLE = '/metrics/ehcp_timeliness_20wk_excl/table?all=1';
const BAD_DAY = 'known-day=31&known-month=2&known-year=2024';
const NOT_A_DAY = { says: 'Enter a date' };

/** Figures: of one council, of all of them, as charts and tables. */
export const figureRows: Rows = {
  'GET /overview': page(
    [demonstration(ANALYST, '/overview'), demonstration(ANALYST, '/overview?month=2024-11')],
    {
      empty: [bare(ANALYST, '/overview', { says: 'No alerts are open.' })],
      provisional: [demonstration(ANALYST, '/overview')],
      suppressed: EXACT,
      'silent council': [demonstration(ANALYST, '/overview', { says: 'Leicester' })],
      'long names': [strained(ANALYST, '/overview')],
      '153 councils': [strained(ANALYST, '/overview')],
    },
  ),
  'GET /metrics': page([demonstration(ANALYST, '/metrics')], {
    'long names': [strained(ANALYST, '/metrics')],
  }),
  'GET /metrics/:code': page(
    [demonstration(ANALYST, `/metrics/${MEASURE}`), demonstration(ANALYST, YEARLY)],
    {
      empty: [bare(ANALYST, `/metrics/${MEASURE}`)],
      error: [demonstration(ANALYST, `/metrics/${MEASURE}?${BAD_DAY}`, NOT_A_DAY)],
      provisional: [demonstration(ANALYST, `/metrics/${MEASURE}`, { says: 'provisional' })],
      suppressed: 'a gap in the picture: the table beside it says why',
      'silent council': [
        demonstration(ANALYST, `/metrics/${MEASURE}`, { says: 'Leicester has not reported' }),
      ],
      'long names': [strained(ANALYST, `/metrics/${MEASURE}`)],
      '153 councils': [
        strained(ANALYST, `/metrics/${MEASURE}`),
        demonstration(ANALYST, YEARLY, { says: 'Bournemouth, Christchurch and Poole' }),
      ],
    },
  ),
  'GET /metrics/:code/table': page(
    [
      demonstration(ANALYST, `/metrics/${MEASURE}/table`),
      demonstration(ANALYST, `/metrics/${MEASURE}/table?order=partnership`),
    ],
    {
      empty: [bare(ANALYST, `/metrics/${MEASURE}/table`)],
      error: [demonstration(ANALYST, `/metrics/${MEASURE}/table?${BAD_DAY}`, NOT_A_DAY)],
      provisional: [demonstration(ANALYST, `/metrics/${MEASURE}/table`, { says: 'provisional' })],
      suppressed: [strained(ANALYST, YEARLY_TABLE, { says: 'Too few to show' })],
      'silent council': [
        demonstration(ANALYST, `/metrics/${MEASURE}/table`, { says: 'Leicester' }),
      ],
      'long names': [strained(ANALYST, `/metrics/${MEASURE}/table`)],
      '153 councils': [strained(ANALYST, `/metrics/${MEASURE}/table`)],
    },
  ),
  'GET /metrics/:code/funnel': page(
    [
      demonstration(ANALYST, `/metrics/${MEASURE}/funnel`),
      demonstration(ANALYST, '/metrics/requests_received/funnel'),
    ],
    {
      empty: [bare(ANALYST, `/metrics/${MEASURE}/funnel`)],
      error: [demonstration(ANALYST, `/metrics/${MEASURE}/funnel?${BAD_DAY}`, NOT_A_DAY)],
      provisional: [demonstration(ANALYST, `/metrics/${MEASURE}/funnel`)],
      suppressed: EXACT,
      'silent council': [demonstration(ANALYST, `/metrics/${MEASURE}/funnel`)],
      'long names': [strained(ANALYST, `/metrics/${MEASURE}/funnel`)],
      '153 councils': [
        demonstration(ANALYST, '/metrics/ehcp_timeliness_20wk_excl/funnel?all=1'),
        strained(ANALYST, `/metrics/${MEASURE}/funnel`),
      ],
    },
  ),
  'GET /metrics/:code/export': page([demonstration(ANALYST, `/metrics/${MEASURE}/export`)], {
    error: [
      demonstration(ANALYST, `/metrics/${MEASURE}/export`, {
        type: { from: 'banana' },
        press: 'Download',
        says: 'Enter a month such as 2024-09',
      }),
    ],
    'long names': [strained(ANALYST, `/metrics/${MEASURE}/export`)],
    '153 councils': [strained(ANALYST, `/metrics/${MEASURE}/export`)],
  }),
  'GET /compare': page(
    [
      demonstration(
        ANALYST,
        '/compare?council=calderdale&metric=requests_received&known=2024-10-15&and=',
      ),
    ],
    {
      empty: [
        demonstration(
          ANALYST,
          '/compare?council=portsmouth&metric=requests_received&known=2025-01-10&and=2025-01-11',
          { says: 'Nothing changed between' },
        ),
      ],
      error: [
        demonstration(
          ANALYST,
          '/compare?council=portsmouth&metric=requests_received&known=banana',
          {
            says: 'Enter a first day',
          },
        ),
      ],
      provisional: [
        demonstration(
          ANALYST,
          '/compare?council=calderdale&metric=requests_received&known=2024-10-15&and=2024-10-16',
        ),
      ],
      suppressed: EXACT,
      'silent council': [
        demonstration(
          ANALYST,
          '/compare?council=leicester&metric=requests_received&known=2024-01-15',
        ),
      ],
      'long names': [
        strained(ANALYST, '/compare?council=portsmouth&metric=requests_received&known=2024-10-15'),
      ],
    },
  ),
  'GET /councils': page([demonstration(ANALYST, '/councils')], {
    empty: [demonstration(ANALYST, '/councils?q=nowhere', { says: 'No council is called' })],
    'long names': [strained(ANALYST, '/councils')],
    '153 councils': [demonstration(ANALYST, '/councils?all=1')],
  }),
  'GET /councils/:key': page(
    [
      demonstration(ANALYST, '/councils/portsmouth'),
      demonstration(ANALYST, '/councils/portsmouth?known=2024-06-01'),
    ],
    {
      empty: [bare(ANALYST, '/councils/portsmouth', { says: 'There are no monthly figures' })],
      error: [demonstration(ANALYST, `/councils/portsmouth?${BAD_DAY}`, NOT_A_DAY)],
      provisional: [demonstration(ANALYST, '/councils/portsmouth', { says: 'provisional' })],
      suppressed: EXACT,
      'silent council': [
        demonstration(ANALYST, '/councils/leicester', { says: 'Leicester has not reported' }),
      ],
      'long names': [strained(ANALYST, '/councils/portsmouth')],
    },
  ),
  'GET /council/figures': page(
    [
      demonstration(OFFICER, '/council/figures'),
      demonstration(OFFICER, '/council/figures?known=2024-06-01'),
    ],
    {
      empty: [bare(OFFICER, '/council/figures', { says: 'There are no monthly figures' })],
      error: [demonstration(OFFICER, `/council/figures?council=rutland&${BAD_DAY}`, NOT_A_DAY)],
      provisional: [strained(OFFICER, '/council/figures', { says: 'provisional' })],
      suppressed: EXACT,
      'silent council': [
        strained('East Midlands partnership lead', '/council/figures?council=leicester'),
      ],
      'long names': [strained(OFFICER, '/council/figures')],
    },
  ),
  'GET /councils/:key/figures/:metric': page(
    [
      demonstration(ANALYST, `/councils/portsmouth/figures/${MEASURE}`),
      demonstration(ANALYST, '/councils/leicestershire/figures/requests_received?known=2024-06-01'),
    ],
    {
      empty: [bare(ANALYST, `/councils/portsmouth/figures/${MEASURE}`)],
      error: [
        demonstration(ANALYST, `/councils/portsmouth/figures/${MEASURE}?${BAD_DAY}`, NOT_A_DAY),
      ],
      provisional: [
        demonstration(ANALYST, `/councils/portsmouth/figures/${MEASURE}`, { says: 'provisional' }),
      ],
      suppressed: EXACT,
      'silent council': [demonstration(ANALYST, `/councils/leicester/figures/${MEASURE}`)],
      'long names': [strained(ANALYST, `/councils/portsmouth/figures/${MEASURE}`)],
    },
  ),
  'GET /councils/:key/published/:theme': page(
    [
      demonstration(ANALYST, '/councils/portsmouth/published/plans'),
      demonstration(ANALYST, '/councils/portsmouth/published/absence-and-attendance'),
      demonstration(OFFICER, '/councils/rutland/published/mediation-and-appeals'),
    ],
    {
      empty: [
        demonstration(ANALYST, '/councils/portsmouth/published/plans?known=2010-06-01', {
          says: 'Nothing was known on that day.',
        }),
      ],
      error: [demonstration(ANALYST, `/councils/portsmouth/published/plans?${BAD_DAY}`, NOT_A_DAY)],
      provisional: 'official statistics, never provisional',
      suppressed: [
        strained(ANALYST, '/councils/york/published/plans', { says: 'Too few to show' }),
      ],
      'silent council': 'official statistics, whoever reports to the programme',
      'long names': [strained(ANALYST, '/councils/portsmouth/published/plans')],
    },
  ),
  'GET /councils/:key/board/:theme': page(
    [
      demonstration(ANALYST, '/councils/portsmouth/board/plans'),
      demonstration(OFFICER, '/councils/rutland/board/annual-reviews'),
    ],
    {
      empty: [bare(ANALYST, '/councils/portsmouth/board/plans')],
      provisional: [demonstration(ANALYST, '/councils/portsmouth/board/plans')],
      suppressed: EXACT,
      'silent council': [demonstration(ANALYST, '/councils/leicester/board/plans')],
      'long names': [strained(ANALYST, '/councils/portsmouth/board/plans')],
    },
  ),
};
