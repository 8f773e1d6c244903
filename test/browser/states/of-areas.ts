import { bare, demonstration, EXACT, page, strained, type Rows } from './visit.js';

const ANALYST = 'DfE analyst';
const LEAD = 'Yorkshire and The Humber partnership lead';
const LISTED = { '153 councils': [strained(ANALYST, '/regions')] };

/** What lies above councils: partnerships, regions, reforms; and the way to whatever the navigation has no room for. */
export const areaRows: Rows = {
  'GET /more': page([demonstration(ANALYST, '/more'), demonstration(LEAD, '/more')]),
  'GET /partnerships': page([demonstration(ANALYST, '/partnerships')], {
    empty: [bare(ANALYST, '/partnerships')],
    'silent council': [demonstration(ANALYST, '/partnerships')],
    'long names': [strained(ANALYST, '/partnerships')],
  }),
  'GET /partnerships/:code': page(
    [
      demonstration(ANALYST, '/partnerships/south-east'),
      demonstration(LEAD, '/partnerships/yorkshire-and-the-humber'),
    ],
    {
      empty: [bare(ANALYST, '/partnerships/east-midlands', { says: 'No alerts are open.' })],
      provisional: [demonstration(ANALYST, '/partnerships/south-east')],
      suppressed: EXACT,
      'silent council': [
        demonstration(ANALYST, '/partnerships/east-midlands', { says: 'Leicester' }),
      ],
      'long names': [strained(ANALYST, '/partnerships/east-midlands')],
    },
  ),
  'GET /regions': page([demonstration(ANALYST, '/regions')], {
    empty: [bare(ANALYST, '/regions')],
    'silent council': [demonstration(ANALYST, '/regions')],
    ...LISTED,
  }),
  'GET /regions/:code': page([demonstration(ANALYST, '/regions/E12000006')], {
    empty: [bare(ANALYST, '/regions/E12000004', { says: 'No alerts are open.' })],
    provisional: [demonstration(ANALYST, '/regions/E12000006')],
    suppressed: EXACT,
    'silent council': [demonstration(ANALYST, '/regions/E12000004', { says: 'Leicester' })],
    'long names': [strained(ANALYST, '/regions/E12000004')],
    '153 councils': [strained(ANALYST, '/regions/E12000004')],
  }),
  'GET /reforms': page([demonstration(ANALYST, '/reforms')], {
    'long names': [strained(ANALYST, '/reforms')],
  }),
  'GET /reforms/:code': page(
    [
      demonstration(ANALYST, '/reforms/tailored-lists'),
      demonstration(ANALYST, '/reforms/mediation'),
    ],
    {
      empty: 'each reform of a programme is tested somewhere',
      'long names': [strained(ANALYST, '/reforms/panels')],
    },
  ),
};
