import type { Planted } from './row-matrix.js';

/** Where an intruder aims: the other council's rows, and the codes and names that it goes by. */
export type Aim = Planted & {
  readonly code: string;
  readonly dfeCode: string;
  readonly name: string;
  readonly key: string;
};

/** One call of the GraphQL api. */
export type GraphqlAttack = {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
};

/** One request; `fields` are those of a form, `file` the text of the file beside them. */
export type HttpAttack = {
  readonly url: string;
  readonly type?: string;
  readonly body?: string;
  readonly fields?: Record<string, string>;
  readonly file?: string;
};

type Attacks<Attack> = Readonly<Record<string, readonly Attack[]>>;

/** Figures with everything that hangs on them. */
const FIGURES =
  'points { value numerator denominator comment standing submission { id receivedBy findings { value } } revisions { value } }';
const REASON = { kind: 'ERROR', text: 'an intruder' };

const forged = (aim: Aim): string =>
  `council,period,measure,value,reason,reason_text\n${aim.code},2024-12,n_requests,1,error,an intruder\n`;

/** Every field of Query and Mutation, and how an intruder calls it. A spec compares the names with the schema. */
export const graphqlOperations = (aim: Aim): Attacks<GraphqlAttack> => {
  const observations = [
    { metric: 'n_requests', period: { month: '2024-12' }, value: '1', reason: REASON },
  ];
  const submit = (more: object): GraphqlAttack => ({
    query: `mutation ($input: SubmitObservationsInput!) { submitObservations(input: $input) {
      ... on SubmissionReceived { submission { id acceptedCount council { name } findings { message value } } }
      ... on SubmissionRefused { code message findings { message value } } } }`,
    variables: { input: { observations, ...more } },
  });
  const series = (area: string, more = ''): GraphqlAttack => ({
    query: `{ series(metric: "n_requests", area: "${area}"${more}) { ${FIGURES} }
      worked: series(metric: "requests_received", area: "${area}"${more}) { ${FIGURES} } }`,
  });
  return {
    programme: [{ query: '{ programme { name latestSeq } }' }],
    partnerships: [{ query: '{ partnerships { code members { role council { name } } } }' }],
    councils: [{ query: '{ councils(inProgramme: true) { edges { node { code name } } } }' }],
    council: [{ query: `{ council(code: "${aim.code}") { code name } }` }],
    metrics: [{ query: '{ metrics { edges { node { code } } } }' }],
    metric: [{ query: '{ metric(code: "requests_received") { code } }' }],
    series: [
      series(aim.code),
      series(aim.name, ', asKnownAt: "2025-01-15T09:00:00Z", from: "2024-12-01"'),
      series('Yorkshire and The Humber'),
      series('yorkshire-and-the-humber'),
      series('England'),
    ],
    seriesByMetric: [
      { query: `{ seriesByMetric(metric: "n_requests") { area { name } ${FIGURES} } }` },
      {
        query: `{ seriesByMetric(metric: "requests_received", period: { month: "2024-12" }, asKnownAt: "2025-01-15T09:00:00Z") { ${FIGURES} } }`,
      },
    ],
    returns: [
      {
        query: `{ returns(council: "${aim.code}") { edges { node { status reason boxesAnswered council { name } } } } }`,
      },
      { query: '{ returns(first: 500) { edges { node { reason council { name } } } } }' },
    ],
    dataQuality: [
      {
        query: `{ dataQuality(council: "${aim.code}") { council { name } returnsDue months { asked } boxes { figures } } }`,
      },
    ],
    submission: [
      { query: `{ submission(id: "${aim.submissionId}") { id status findings { value } } }` },
    ],
    submissions: [{ query: '{ submissions(first: 500) { edges { node { id receivedBy } } } }' }],
    alerts: [
      { query: `{ alerts(council: "${aim.code}") { edges { node { id why } } } }` },
      { query: '{ alerts(first: 500) { edges { node { id why } } } }' },
    ],
    alert: [{ query: `{ alert(id: "${aim.alertId}") { id why steps { reason } } }` }],
    alertRules: [{ query: '{ alertRules { code sentence } }' }],
    reforms: [{ query: '{ reforms { code participations { council { name } } } }' }],
    reform: [{ query: '{ reform(code: "standard-template") { code } }' }],
    submitObservations: [
      submit({ council: aim.code }),
      submit({ council: aim.name, mode: 'ATOMIC' }),
      submit({ council: aim.dfeCode, dryRun: true }),
      submit({ council: aim.code, idempotencyKey: 'plant 2024-12' }),
    ],
    approveSubmission: [
      {
        query: `mutation { approveSubmission(id: "${aim.submissionId}") { ... on Submission { id status } ... on Refused { code } } }`,
      },
    ],
    withdrawSubmission: [
      {
        query: `mutation { withdrawSubmission(id: "${aim.submissionId}", reason: "an intruder was here") { ... on Submission { id status } ... on Refused { code } } }`,
      },
    ],
    explainFinding: [
      {
        query: `mutation { explainFinding(finding: "${aim.submissionId}:0", text: "two teams were merged") { ... on Submission { id status } ... on Refused { code } } }`,
      },
    ],
    requestExtension: [
      {
        query: `mutation { requestExtension(input: { council: "${aim.code}", period: { month: "2024-12" }, until: "2025-01-22", reason: "an intruder was here" }) { ... on Permission { id } ... on Refused { code } } }`,
      },
    ],
    answerExtension: [
      {
        query: `mutation { answerExtension(id: "${aim.permissionId}", text: "an intruder was here", until: "2025-01-22") { ... on Permission { id reason } ... on Refused { code } } }`,
      },
    ],
    openClosedPeriod: [
      {
        query: `mutation { openClosedPeriod(input: { council: "${aim.code}", period: { month: "2023-09" }, until: "2025-01-22", reason: "an intruder was here" }) { ... on Permission { id } ... on Refused { code } } }`,
      },
    ],
    acknowledgeAlert: [
      {
        query: `mutation { acknowledgeAlert(id: "${aim.alertId}") { ... on Alert { id why } ... on Refused { code } } }`,
      },
    ],
  };
};

/** Every route of the api but `/graphql`. A spec compares them with what the server has. */
export const restRoutes = (aim: Aim): Attacks<HttpAttack> => {
  const csv = { type: 'text/csv', body: forged(aim) };
  const json = (input: object) => ({ type: 'application/json', body: JSON.stringify(input) });
  const observations = [
    { metric: 'n_requests', period: { month: '2024-12' }, value: 1, reason: REASON },
  ];
  return {
    'POST /v1/submissions': [
      { url: '/v1/submissions', ...csv },
      { url: '/v1/submissions?dryRun=true', ...csv },
      { url: `/v1/submissions?council=${aim.code}&mode=atomic`, ...csv },
      { url: '/v1/submissions', ...json({ council: aim.name, observations }) },
      {
        url: '/v1/submissions',
        ...json({ observations: [{ ...observations[0], council: aim.code }] }),
      },
      { url: '/v1/submissions', fields: { council: aim.dfeCode }, file: forged(aim) },
    ],
    'GET /v1/submissions/:id': [{ url: `/v1/submissions/${aim.submissionId}` }],
    'GET /v1/submissions/:id/findings.csv': [
      { url: `/v1/submissions/${aim.submissionId}/findings.csv` },
    ],
    'GET /v1/submissions/:id/file': [{ url: `/v1/submissions/${aim.submissionId}/file` }],
    'GET /health/live': [{ url: '/health/live' }],
    'GET /health/ready': [{ url: '/health/ready' }],
    'GET /metrics': [{ url: '/metrics' }],
    'GET /openapi.json': [{ url: '/openapi.json' }],
    'GET /schema.graphql': [{ url: '/schema.graphql' }],
  };
};

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
    'GET /councils/:key': [{ url: `/councils/${aim.key}` }],
    'GET /figures/:council/:metric/:period': [
      { url: `/figures/${aim.key}/n_requests/2024-12` },
      { url: `/figures/${aim.key}/requests_received/2024-12` },
    ],
    'GET /alerts': [{ url: `/alerts?council=${aim.key}` }],
    'GET /alerts/:id': [{ url: `/alerts/${aim.alertId}` }],
    'POST /alerts/:id/acknowledge': [{ url: `/alerts/${aim.alertId}/acknowledge`, fields: {} }],
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
    'GET /metrics/:code': [{ url: '/metrics/requests_received' }, { url: '/metrics/n_requests' }],
  };
};
