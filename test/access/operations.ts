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

export type Attacks<Attack> = Readonly<Record<string, readonly Attack[]>>;

/** Figures with everything that hangs on them. */
const FIGURES =
  'points { value numerator denominator comment standing submission { id receivedBy findings { value } } revisions { value } } assessment { variation points { value centre } }';
const REASON = { kind: 'ERROR', text: 'an intruder' };

export const forged = (aim: Aim): string =>
  `council,period,measure,value,reason,reason_text\n${aim.code},2024-12,n_requests,1,error,an intruder\n`;

/** What people do about an alert, aimed at the other council's. */
const deedsByGraphql = ({ alertId }: Aim): Attacks<GraphqlAttack> =>
  Object.fromEntries(
    Object.entries({
      commentOnAlert: 'text: "an intruder was here"',
      assignAlert: 'side: COUNCIL, who: "an intruder"',
      planRecovery:
        'actions: [{ what: "an intruder was here", owner: "an intruder", due: "2025-02-01" }]',
      changeRecoveryAction: 'action: 1, change: DROP, words: "an intruder was here"',
      agreeRecovery: '',
      closeAlert: 'evidence: "an intruder was here", useful: true',
      reopenAlert: 'reason: "an intruder was here"',
    }).map(([name, more]) => [
      name,
      [
        {
          query: `mutation { ${name}(id: "${alertId}", ${more}) { ... on Alert { id why followUp { comments { text } } } ... on Refused { code } } }`,
        },
      ],
    ]),
  );

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
    alert: [
      {
        query: `{ alert(id: "${aim.alertId}") { id why steps { reason } followUp { comments { text } } } }`,
      },
    ],
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
    startNewLimits: [
      {
        query: `mutation { startNewLimits(input: { council: "${aim.code}", metric: "requests_received", from: "2024-12-01", ground: PROCESS_CHANGED, reason: "an intruder was here", evidence: "nothing at all" }) { ... on LimitDecision { id } ... on Refused { code } } }`,
      },
    ],
    confirmBaseline: [
      {
        query: `mutation { confirmBaseline(input: { council: "${aim.code}", metric: "requests_received", from: "2024-11-01", points: 13, reason: "an intruder was here", evidence: "nothing at all" }) { ... on LimitDecision { id } ... on Refused { code } } }`,
      },
    ],
    ...deedsByGraphql(aim),
    alertQuality: [{ query: '{ alertQuality { rules { rule fired } } }' }],
    alertSubscriptions: [
      { query: `{ alertSubscriptions(recipient: "${aim.code}") { id address createdBy } }` },
      { query: `{ alertSubscriptions(recipient: "dfe") { id address } }` },
    ],
    undeliveredMessages: [{ query: '{ undeliveredMessages { id recipient detail } }' }],
    addAlertSubscription: [
      {
        query: `mutation { addAlertSubscription(input: { recipient: "${aim.code}", channel: WEBHOOK, address: "https://intruder.example/" }) { ... on AlertSubscriptionAdded { secret } ... on Refused { code } } }`,
      },
    ],
    endAlertSubscription: [
      {
        query: `mutation { endAlertSubscription(id: "${aim.subscriptionId}") { ... on AlertSubscription { id address } ... on Refused { code } } }`,
      },
    ],
    silences: [{ query: '{ silences { id council { code } reason createdBy } }' }],
    silence: [
      {
        query: `mutation { silence(input: { council: "${aim.code}", messages: COUNCIL, until: "2025-01-22", reason: "an intruder was here" }) { ... on Silence { id reason } ... on Refused { code } } }`,
      },
    ],
    endSilence: [
      {
        query: `mutation { endSilence(id: "${aim.silenceId}") { ... on Silence { id reason } ... on Refused { code } } }`,
      },
    ],
    sendTestMessage: [
      {
        query: `mutation { sendTestMessage(recipient: "${aim.code}") { ... on MessageSent { id } ... on Refused { code } } }`,
      },
    ],
    sendMessageAgain: [
      {
        query: `mutation { sendMessageAgain(id: "${aim.deadMessageId}") { ... on MessageSent { id } ... on Refused { code } } }`,
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
