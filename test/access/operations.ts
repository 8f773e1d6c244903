import type { Planted } from './row-matrix.js';

/** How an intruder calls one operation of the GraphQL api, aiming at another council. */
export type GraphqlAttack = {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
};
export type RestAttack = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: string;
  readonly type?: string;
};

const FIGURES =
  'points { value numerator denominator comment standing submission { id findings { value } } revisions { value } }';

/** One entry for every field of Query and Mutation; a spec compares the names with the schema. */
export const graphqlOperations = (
  planted: Planted,
  other: string,
): Readonly<Record<string, GraphqlAttack>> => ({
  programme: { query: '{ programme { name latestSeq } }' },
  partnerships: { query: '{ partnerships { code members { role council { name } } } }' },
  councils: { query: '{ councils(inProgramme: true) { edges { node { code name } } } }' },
  council: { query: `{ council(code: "${other}") { code name } }` },
  metrics: { query: '{ metrics { edges { node { code } } } }' },
  metric: { query: '{ metric(code: "requests_received") { code } }' },
  series: {
    query: `{ series(metric: "n_requests", area: "${other}") { ${FIGURES} } m: series(metric: "requests_received", area: "${other}", asKnownAt: "2025-01-15T09:00:00Z") { ${FIGURES} } r: series(metric: "requests_received", area: "Yorkshire and The Humber") { ${FIGURES} } e: series(metric: "n_requests", area: "England") { ${FIGURES} } }`,
  },
  seriesByMetric: {
    query: `{ seriesByMetric(metric: "n_requests") { area { name } ${FIGURES} } }`,
  },
  returns: {
    query: `{ returns(council: "${other}") { edges { node { status reason council { name } } } } }`,
  },
  submission: {
    query: `{ submission(id: "${planted.submissionId}") { id status findings { value } } }`,
  },
  submissions: { query: '{ submissions(first: 100) { edges { node { id council { name } } } } }' },
  alerts: {
    query: `{ alerts(council: "${other}") { edges { node { id why council { name } } } } }`,
  },
  alert: { query: `{ alert(id: "${planted.alertId}") { id why steps { reason } } }` },
  alertRules: { query: '{ alertRules { code sentence } }' },
  reforms: { query: '{ reforms { code participations { council { name } } } }' },
  reform: { query: '{ reform(code: "standard-template") { code } }' },
  submitObservations: {
    query:
      'mutation ($input: SubmitObservationsInput!) { submitObservations(input: $input) { ... on SubmissionReceived { submission { id acceptedCount council { name } } } ... on SubmissionRefused { code } } }',
    variables: {
      input: {
        council: other,
        observations: [
          {
            metric: 'n_requests',
            period: { month: '2024-12' },
            value: '1',
            reason: { kind: 'ERROR', text: 'an intruder' },
          },
        ],
      },
    },
  },
  approveSubmission: {
    query: `mutation { approveSubmission(id: "${planted.submissionId}") { ... on Submission { id status } ... on Refused { code } } }`,
  },
  acknowledgeAlert: {
    query: `mutation { acknowledgeAlert(id: "${planted.alertId}") { ... on Alert { id why } ... on Refused { code } } }`,
  },
});

/** One entry for every route of the api; a spec compares them with what the server has. */
export const restRoutes = (
  planted: Planted,
  other: string,
): Readonly<Record<string, RestAttack>> => ({
  'POST /v1/submissions': {
    method: 'POST',
    url: '/v1/submissions',
    type: 'text/csv',
    body: `council,period,measure,value,reason,reason_text\n${other},2024-12,n_requests,1,error,an intruder\n`,
  },
  'GET /v1/submissions/:id': { method: 'GET', url: `/v1/submissions/${planted.submissionId}` },
  'GET /health/live': { method: 'GET', url: '/health/live' },
  'GET /health/ready': { method: 'GET', url: '/health/ready' },
  'GET /metrics': { method: 'GET', url: '/metrics' },
  'GET /openapi.json': { method: 'GET', url: '/openapi.json' },
  'GET /schema.graphql': { method: 'GET', url: '/schema.graphql' },
});

/** One entry for every address of the pages; `null` where there is nothing of a council. */
export const webRoutes = (
  planted: Planted,
  other: string,
): Readonly<Record<string, string | null>> => ({
  '/': '/',
  '/sign-in': null,
  '/sign-out': null,
  '/dashboard': '/dashboard',
  '/help': null,
  '/privacy': null,
  '/cookies': null,
  '/accessibility': null,
  '/assets/:name': null,
  '/health/live': null,
  '/health/ready': null,
  '/live': null,
  '/council': `/council?council=${other}`,
  '/council/return/:month': `/council/return/2024-12?council=${other}`,
  '/council/return/:month/file': null,
  '/council/return/:month/answer': null,
  '/council/receipt/:id': `/council/receipt/${planted.submissionId}`,
  '/council/receipt/:id/approve': null,
  '/council/figures': `/council/figures?council=${other}`,
  '/councils': '/councils',
  '/councils/:key': `/councils/${other}`,
  '/figures/:council/:metric/:period': `/figures/${other}/n_requests/2024-12`,
  '/alerts': `/alerts?council=${other}`,
  '/alerts/:id': `/alerts/${planted.alertId}`,
  '/alerts/:id/acknowledge': null,
  '/overview': '/overview?month=2024-12',
  '/metrics': '/metrics',
  '/metrics/:code': '/metrics/n_requests',
});
