import type { Aim, Attacks, HttpAttack } from './attack.js';

/** The files beside the page of a chart. */
const FILES = ['chart.svg', 'chart.png', 'table.csv'] as const;

/** The files beside a page, each by its route. */
const besides = (route: string, pages: readonly string[], query = ''): Attacks<HttpAttack> =>
  Object.fromEntries(
    FILES.map((file) => [
      `GET ${route}/${file}`,
      pages.map((page) => ({ url: `${page}/${file}${query}` })),
    ]),
  );

/** What is taken away from pages: charts, their tables, and the sheets of a board. */
export const chartRoutes = (aim: Aim): Attacks<HttpAttack> => ({
  ...besides('/councils/:key/figures/:metric', [
    `/councils/${aim.key}/figures/requests_received`,
    `/councils/${aim.key}/figures/plans_issued`,
  ]),
  ...besides(
    '/councils/:key/published/:theme',
    [`/councils/${aim.key}/published/plans`],
    '?measure=ehcp_timeliness_20wk_excl',
  ),
  ...besides('/metrics/:code/funnel', ['/metrics/plans_within_20_weeks/funnel']),
  'GET /metrics/:code/funnel': [{ url: '/metrics/plans_within_20_weeks/funnel' }],
  'GET /metrics/:code/table': [{ url: '/metrics/requests_received/table' }],
  'GET /metrics/:code/table.csv': [{ url: '/metrics/requests_received/table.csv' }],
  ...besides('/alerts/:id', [`/alerts/${aim.alertId}`]),
  'GET /compare': [
    { url: `/compare?council=${aim.key}&metric=requests_received&known=2025-01-01` },
  ],
  'GET /councils/:key/board/:theme': [{ url: `/councils/${aim.key}/board/requests-and-decisions` }],
});
