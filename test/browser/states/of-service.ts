import {
  ANSWERED_ID,
  CHECKED_IMPORT_ID,
  IMPORTED_ID,
  KEY_ID,
  PREVIEWED_ID,
  REFUSED_ID,
  REQUEST_ID,
} from '#testing/web';
import { bare, demonstration, page, strained, type Rows } from './visit.js';

const LEAD = 'Rutland SEND lead';
const ANALYST = 'DfE analyst';
const ADMINISTRATOR = 'Administrator';

const text = (path: string) =>
  page([demonstration(null, path), demonstration('Rutland data officer', path)]);

/** Pages about the service itself: signing in, texts, connections, messages, yearly files, requests. */
export const serviceRows: Rows = {
  'GET /sign-in': page([demonstration(null, '/sign-in'), demonstration(null, '/sign-in?to=/help')]),
  'GET /dashboard': text('/dashboard'),
  'GET /help': text('/help'),
  'GET /privacy': text('/privacy'),
  'GET /cookies': text('/cookies'),
  'GET /accessibility': text('/accessibility'),
  'GET /*': page([demonstration(null, '/nothing')], {
    error: [demonstration('Rutland data officer', '/overview', { says: 'You cannot do this' })],
  }),

  'GET /connections': page(
    [strained(LEAD, '/connections'), demonstration(ADMINISTRATOR, '/connections?council=rutland')],
    {
      empty: [demonstration(LEAD, '/connections', { says: 'No system is connected yet.' })],
      'long names': [strained(LEAD, '/connections')],
      '153 councils': [strained(ADMINISTRATOR, '/connections')],
    },
  ),
  'GET /connections/new': page([demonstration(LEAD, '/connections/new')], {
    error: [
      demonstration(LEAD, '/connections/new', {
        press: 'Make the key',
        says: 'Choose what the system may do',
      }),
    ],
    'long names': [strained(LEAD, '/connections/new')],
  }),
  'GET /connections/:id/replace': page([strained(LEAD, `/connections/${KEY_ID}/replace`)], {
    error: [
      strained(LEAD, `/connections/${KEY_ID}/replace`, {
        press: 'Make the new key',
        says: 'Choose how long the old key should still work',
      }),
    ],
  }),
  'GET /connections/:id/revoke': page([strained(LEAD, `/connections/${KEY_ID}/revoke`)]),

  'GET /messages': page(
    [strained(LEAD, '/messages'), strained(ADMINISTRATOR, '/messages?to=dfe')],
    {
      empty: [demonstration(LEAD, '/messages', { says: 'Messages go to the inbox alone.' })],
      error: [demonstration(LEAD, '/messages', { press: 'Add the address', says: 'address' })],
      'long names': [strained(LEAD, '/messages')],
      '153 councils': [strained(ADMINISTRATOR, '/messages')],
    },
  ),

  'GET /published': page([strained(ANALYST, '/published')], {
    empty: [demonstration(ANALYST, '/published')],
    error: [demonstration(ANALYST, '/published', { press: 'Upload and look at it' })],
  }),
  'GET /published/:id': page(
    [PREVIEWED_ID, IMPORTED_ID].map((id) => strained(ANALYST, `/published/${id}`)),
    {
      loading: [strained(ANALYST, `/published/${CHECKED_IMPORT_ID}`)],
      error: [strained(ANALYST, `/published/${REFUSED_ID}`, { says: 'No mapping fits.' })],
      suppressed: [strained(ANALYST, `/published/${PREVIEWED_ID}`)],
      'long names': [strained(ANALYST, `/published/${PREVIEWED_ID}`)],
    },
  ),

  'GET /requests/new': page([demonstration(ANALYST, '/requests/new')], {
    error: [demonstration(ANALYST, '/requests/new', { press: 'Open the month' })],
    'long names': [strained(ANALYST, '/requests/new')],
    '153 councils': [strained(ANALYST, '/requests/new')],
  }),
  'GET /requests/:id': page(
    [REQUEST_ID, ANSWERED_ID].map((id) => strained(ANALYST, `/requests/${id}`)),
    {
      error: [strained(ANALYST, `/requests/${REQUEST_ID}`, { press: 'Send the answer' })],
      'long names': [strained(ANALYST, `/requests/${REQUEST_ID}`)],
    },
  ),
  'GET /silences': page([strained(ANALYST, '/silences'), demonstration(LEAD, '/silences')], {
    empty: [bare(ANALYST, '/silences', { says: 'No messages are silenced.' })],
    error: [demonstration(ANALYST, '/silences', { press: 'Silence these messages' })],
    'long names': [strained(ANALYST, '/silences')],
    '153 councils': [strained(ANALYST, '/silences')],
  }),
};
