import { exportsByRest } from './export-attacks.js';
import { forged, REASON, type Aim, type Attacks, type HttpAttack } from './attack.js';

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
    ...exportsByRest(),
    'GET /health/live': [{ url: '/health/live' }],
    'GET /health/ready': [{ url: '/health/ready' }],
    'GET /health/alerting': [{ url: '/health/alerting' }],
    'GET /metrics': [{ url: '/metrics' }],
    'GET /openapi.json': [{ url: '/openapi.json' }],
    'GET /schema.graphql': [{ url: '/schema.graphql' }],
  };
};
