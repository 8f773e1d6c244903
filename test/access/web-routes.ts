import { exportsByPage } from './export-attacks.js';
import { forged, type Aim, type Attacks, type HttpAttack } from './attack.js';
import { alertRoutes } from './web-routes-alerts.js';
import { chartRoutes } from './chart-routes.js';

/** The 22nd of January 2025, as forms have it. */
const A_DAY = { 'until-day': '22', 'until-month': '1', 'until-year': '2025' };

/** The id that an intruder's key would have. */
const A_NEW_ID = '0190f0a0-0000-7000-8000-0000000000ff';

/** A route that takes and shows nothing of any council. */
const NOTHING_OF_COUNCILS: readonly HttpAttack[] = [];

/** Every route of the pages. A spec compares them with what the server has. */
export const webRoutes = (aim: Aim): Attacks<HttpAttack> => {
  const ofReturn = (path: string): string => `/council/return/2024-12${path}?council=${aim.key}`;
  const typed = { 'box-n_requests': '1', 'reason-kind': 'ERROR', 'reason-text': 'an intruder' };
  return {
    'GET /': [{ url: '/' }],
    'GET /sign-in': NOTHING_OF_COUNCILS,
    'POST /sign-in': NOTHING_OF_COUNCILS,
    'POST /sign-out': NOTHING_OF_COUNCILS,
    'GET /dashboard': [{ url: '/dashboard' }],
    'GET /help': NOTHING_OF_COUNCILS,
    'GET /privacy': NOTHING_OF_COUNCILS,
    'GET /cookies': NOTHING_OF_COUNCILS,
    'GET /accessibility': NOTHING_OF_COUNCILS,
    'GET /assets/:name': NOTHING_OF_COUNCILS,
    // What the page counts never leaves the browser; it is made of the programme's data and the reader's own councils.
    'GET /council/counting': [{ url: '/council/counting' }],
    'GET /council/counting/tool': [{ url: '/council/counting/tool' }],
    'GET /council/counting/file': [{ url: '/council/counting/file' }],
    'GET /health/live': NOTHING_OF_COUNCILS,
    'GET /health/ready': NOTHING_OF_COUNCILS,
    // A stream that never ends and carries a number in the order of knowledge, never a figure.
    'GET /live': NOTHING_OF_COUNCILS,
    'GET /council': [{ url: `/council?council=${aim.key}` }],
    'GET /council/return/:month': [{ url: ofReturn('') }],
    'POST /council/return/:month': [
      { url: ofReturn(''), fields: { ...typed, key: 'one', action: 'send' } },
      { url: ofReturn(''), fields: { ...typed, key: 'two', action: 'check' } },
    ],
    'POST /council/return/:month/file': [
      { url: ofReturn('/file'), fields: { key: 'three', action: 'send' }, file: forged(aim) },
      {
        url: '/council/return/2024-12/file',
        fields: { key: 'four', action: 'send' },
        file: forged(aim),
      },
    ],
    'POST /council/return/:month/answer': [
      { url: ofReturn('/answer'), fields: { kind: 'nil', text: 'an intruder was here' } },
    ],
    'GET /council/return/:month/template.csv': [{ url: ofReturn('/template.csv') }],
    'GET /council/return/:month/template.xlsx': [{ url: ofReturn('/template.xlsx') }],
    'POST /council/return/:month/draft': [
      { url: ofReturn('/draft'), fields: { ...typed, version: '0' } },
      { url: ofReturn('/draft'), fields: { ...typed, version: '1' } },
    ],
    'POST /council/return/:month/draft/discard': [1, 2, 3].map((version) => ({
      url: ofReturn('/draft/discard'),
      fields: { version: String(version) },
    })),
    'GET /council/submissions': [{ url: `/council/submissions?council=${aim.key}` }],
    'GET /councils/:key/submissions': [
      { url: `/councils/${aim.key}/submissions` },
      { url: `/councils/${aim.key}/submissions?month=2024-12` },
    ],
    'GET /council/receipt/:id/findings.csv': [
      { url: `/council/receipt/${aim.submissionId}/findings.csv` },
    ],
    'GET /council/receipt/:id/file': [{ url: `/council/receipt/${aim.submissionId}/file` }],
    'GET /council/return/:month/time': [{ url: ofReturn('/time') }],
    'POST /council/return/:month/time': [
      { url: ofReturn('/time'), fields: { ...A_DAY, words: 'an intruder was here' } },
    ],
    'GET /returns': [{ url: '/returns?month=2024-12' }],
    'GET /returns/file': [{ url: '/returns/file?month=2024-12' }],
    'GET /published': [{ url: '/published' }],
    'POST /published': [
      {
        url: '/published',
        fields: { 'published-day': '1', 'published-month': '1', 'published-year': '2025' },
        file: forged(aim),
      },
    ],
    'GET /published/:id': [{ url: `/published/${aim.submissionId}` }],
    'POST /published/:id/confirm': [{ url: `/published/${aim.submissionId}/confirm`, fields: {} }],
    'GET /requests/new': [{ url: '/requests/new' }],
    'POST /requests/new': [
      {
        url: '/requests/new',
        fields: { ...A_DAY, council: aim.key, month: '2023-09', words: 'an intruder was here' },
      },
    ],
    'GET /requests/:id': [{ url: `/requests/${aim.permissionId}` }],
    'POST /requests/:id': [
      {
        url: `/requests/${aim.permissionId}`,
        fields: { ...A_DAY, answer: 'grant', words: 'an intruder was here' },
      },
    ],
    'GET /council/columns/:id': [{ url: `/council/columns/${aim.submissionId}` }],
    'POST /council/columns/:id': [
      { url: `/council/columns/${aim.submissionId}`, fields: { 'column-0': 'council' } },
    ],
    'GET /council/receipt/:id': [{ url: `/council/receipt/${aim.submissionId}` }],
    'POST /council/receipt/:id/explain': [
      {
        url: `/council/receipt/${aim.submissionId}/explain`,
        fields: { n: '0', text: 'two teams were merged' },
      },
    ],
    'GET /council/receipt/:id/withdraw': [{ url: `/council/receipt/${aim.submissionId}/withdraw` }],
    'POST /council/receipt/:id/withdraw': [
      {
        url: `/council/receipt/${aim.submissionId}/withdraw`,
        fields: { reason: 'an intruder was here' },
      },
    ],
    'POST /council/receipt/:id/approve': [
      { url: `/council/receipt/${aim.submissionId}/approve`, fields: {} },
    ],
    'GET /council/quality': [{ url: `/council/quality?council=${aim.key}` }],
    'GET /councils/:key/quality': [{ url: `/councils/${aim.key}/quality` }],
    'GET /council/reconciliation/:year': [
      { url: `/council/reconciliation/2024?council=${aim.key}` },
    ],
    'GET /councils/:key/reconciliation/:year': [
      { url: `/councils/${aim.key}/reconciliation/2024` },
    ],
    'GET /council/figures': [{ url: `/council/figures?council=${aim.key}` }],
    'GET /councils': [{ url: '/councils?month=2024-12' }],
    'GET /councils/:key/figures/:metric': [
      { url: `/councils/${aim.key}/figures/n_plans` },
      { url: `/councils/${aim.key}/figures/plans_issued` },
    ],
    'GET /councils/:key/published/:theme': [{ url: `/councils/${aim.key}/published/plans` }],
    ...chartRoutes(aim),
    'GET /councils/:key': [{ url: `/councils/${aim.key}` }],
    'GET /figures/:council/:metric/:period': [
      { url: `/figures/${aim.key}/n_requests/2024-12` },
      { url: `/figures/${aim.key}/requests_received/2024-12` },
    ],
    ...alertRoutes(aim),
    'GET /messages': [
      { url: '/messages' },
      { url: `/messages?to=${encodeURIComponent(`council ${aim.otherId}`)}` },
    ],
    'POST /messages': [
      {
        url: `/messages?to=${encodeURIComponent(`council ${aim.otherId}`)}`,
        fields: { channel: 'webhook', address: 'https://intruder.example/' },
      },
    ],
    'POST /messages/test': [
      { url: `/messages/test?to=${encodeURIComponent(`council ${aim.otherId}`)}`, fields: {} },
    ],
    'POST /messages/:id/remove': [{ url: `/messages/${aim.subscriptionId}/remove`, fields: {} }],
    'POST /messages/:id/again': [{ url: `/messages/${aim.deadMessageId}/again`, fields: {} }],
    'GET /connections': [{ url: '/connections' }, { url: `/connections?council=${aim.key}` }],
    'GET /connections/new': [{ url: `/connections/new?council=${aim.key}` }],
    'POST /connections/new': [
      {
        url: `/connections/new?council=${aim.key}`,
        fields: { id: A_NEW_ID, label: 'an intruder', 'send-figures': 'yes', term: '90' },
      },
    ],
    'GET /connections/:id/replace': [{ url: `/connections/${aim.keyId}/replace` }],
    'POST /connections/:id/replace': [
      {
        url: `/connections/${aim.keyId}/replace`,
        fields: { id: A_NEW_ID, term: '90', overlap: '0' },
      },
    ],
    'GET /connections/:id/revoke': [{ url: `/connections/${aim.keyId}/revoke` }],
    'POST /connections/:id/revoke': [{ url: `/connections/${aim.keyId}/revoke`, fields: {} }],
    'GET /overview': [{ url: '/overview?month=2024-12' }],
    'GET /metrics': [{ url: '/metrics' }],
    ...exportsByPage(aim),
    'GET /metrics/:code': [{ url: '/metrics/requests_received' }, { url: '/metrics/n_requests' }],
  };
};
