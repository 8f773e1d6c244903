import { REASON, type Aim, type Attacks, type GraphqlAttack } from './attack.js';
/** Figures with everything that hangs on them. */
const FIGURES =
  'points { value numerator denominator comment standing submission { id receivedBy findings { value } } revisions { value } } assessment { variation points { value centre } }';

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
    alertRules: [{ query: '{ alertRules(drafts: true) { code sentence savedBy draft } }' }],
    alertRule: [
      {
        query: '{ alertRule(code: "off_trajectory") { code savedBy versions { savedBy reason } } }',
      },
    ],
    saveAlertRule: [
      {
        query: `mutation { saveAlertRule(input: { title: "An intruder", metrics: [], forPeriods: 1, keepFiringFor: 0, severity: ACT,
          condition: { kind: RETURN_MISSING, graceWorkingDays: 3, at: "17:00" }, scope: { councils: ["${aim.code}"] },
          recipients: [{ audience: DFE, afterWorkingDays: 0 }] }) {
          ... on AlertRuleSaved { rule { code } } ... on AlertRuleRefused { faults { field } } ... on Refused { code } } }`,
      },
    ],
    switchAlertRule: [
      {
        query:
          'mutation { switchAlertRule(code: "off_trajectory", version: 1, on: false, reason: "an intruder was here") { ... on AlertRule { code } ... on AlertRuleRefused { faults { field } } ... on Refused { code } } }',
      },
    ],
    backTest: [
      { query: `{ backTest(id: "${aim.submissionId}") { id result { episodes { why } } } }` },
    ],
    backtestAlertRule: [
      {
        query:
          'mutation { backtestAlertRule(input: { code: "getting_worse", version: 1 }) { ... on BackTest { id status } ... on Refused { code } } }',
      },
    ],
    cancelBackTest: [
      {
        query: `mutation { cancelBackTest(id: "${aim.submissionId}") { ... on BackTest { id } ... on Refused { code } } }`,
      },
    ],
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
    milestones: [
      { query: `{ milestones(council: "${aim.code}") { edges { node { id title } } } }` },
      {
        query:
          '{ milestones(first: 500, open: true) { edges { node { id title redated { reason } } } } }',
      },
    ],
    recordMilestone: [
      `id: "${aim.milestoneId}", evidence: "an intruder was here"`,
      `id: "${aim.milestoneId}", due: "2025-02-11", reason: "an intruder was here"`,
      `council: "${aim.code}", reform: "standard-template", title: "an intruder", owner: "an intruder", due: "2025-02-11"`,
    ].map((input) => ({
      query: `mutation { recordMilestone(input: { ${input} }) { ... on Milestone { id title } ... on Refused { code } } }`,
    })),
    feedback: [
      { query: `{ feedback(council: "${aim.code}") { edges { node { id text } } } }` },
      { query: '{ feedback(first: 500) { edges { node { id text owner } } } }' },
    ],
    giveFeedback: [
      {
        query: `mutation { giveFeedback(input: { council: "${aim.code}", about: SERVICE, text: "an intruder was here" }) { ... on Feedback { id text } ... on Refused { code } } }`,
      },
    ],
    answerFeedback: [
      {
        query: `mutation { answerFeedback(input: { id: "${aim.feedbackId}", answer: "an intruder was here" }) { ... on Feedback { id text } ... on Refused { code } } }`,
      },
    ],
    alertQuality: [{ query: '{ alertQuality { rules { rule fired } } }' }],
    alertSubscriptions: [
      { query: `{ alertSubscriptions(recipient: "${aim.code}") { id address createdBy } }` },
      { query: `{ alertSubscriptions(recipient: "dfe") { id address } }` },
    ],
    messages: [{ query: '{ messages(first: 500) { id alertId subject body reason } }' }],
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
    packs: [{ query: '{ packs { edges { node { id title question } } } }' }],
    pack: [
      {
        query: `{ pack(id: "${aim.packId}") { title manifest correctedSince { before after reasonText } } }`,
      },
    ],
    buildPack: [
      {
        query: `mutation { buildPack(input: { title: "an intruder", question: "What does the other council send?", measures: ["requests_received"], councils: ["${aim.code}"] }) { ... on OpenedEvidencePack { id manifest } ... on Refused { code } } }`,
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
