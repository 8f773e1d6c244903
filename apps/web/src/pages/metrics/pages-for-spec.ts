/** The pages of measures, for what holds for every page. */
export const METRIC_PAGES: readonly string[] = [
  '/metrics/plans_within_20_weeks',
  '/metrics/plans_within_20_weeks?order=region',
  '/metrics/plans_within_20_weeks?order=partnership&partnership=east-midlands',
  '/metrics/plans_within_20_weeks?partnership=nowhere',
  '/metrics/ehcp_timeliness_20wk_excl?all=1',
  '/metrics/plans_within_20_weeks/funnel',
  '/metrics/ehcp_timeliness_20wk_excl/funnel?all=1',
  '/metrics/plans_within_20_weeks/funnel?known=2015-06-01',
  '/metrics/plans_within_20_weeks/table',
  '/metrics/plans_within_20_weeks/export',
];
