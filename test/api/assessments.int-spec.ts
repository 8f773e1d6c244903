import 'reflect-metadata';
import { observationsOf, requestBy, rows } from '../service/send.js';
import { dataOf } from './ask.js';
import { runningApi, type RunningApi } from './running-api.js';

const ASSESSED = `assessment { chart notCharted variation assurance assuranceStands iconsShown trial noVariationRecorded missing improvement
  offTrack { blocked open baselineProposed chance { words } } points { period { start } value lower group } }`;

describe('assessments by GraphQL', () => {
  let api: RunningApi;
  let rutland: string;
  let analyst: string;
  beforeAll(async () => {
    api = await runningApi('2025-01-15T09:00:00Z');
    rutland = await api.bearer('council-submitter', 'rutland');
    analyst = await api.bearer('dfe-analyst');
    const reader = await api.at.reader('council-submitter', 'rutland');
    for (const [month, plans] of [
      ['2024-11', '20'],
      ['2024-12', '22'],
    ] as const)
      await api.at.service.receiveSubmission.run(
        requestBy(reader, {
          body: rows(
            observationsOf({ n_plans: plans, n_exceptions: '0', n_plans_20wk: '11' }, month),
          ),
        }),
      );
    await api.at.service.judgeSeries.run();
  }, 60_000);
  afterAll(() => api.close());

  const measure = 'plans_within_20_weeks';

  it('are a field of a series, to whoever sees its figures', async () => {
    const query = `{ series(metric: "${measure}", area: "857") { ${ASSESSED} }
      england: series(metric: "${measure}", area: "England") { ${ASSESSED} } }`;
    const own = await dataOf<{ series: object; england: object }>(api, rutland, query);
    expect(own).toMatchObject({
      series: {
        assessment: {
          ...{ chart: 'XMR', notCharted: null, variation: 'COMMON_CAUSE', trial: true },
          ...{ assuranceStands: null, iconsShown: false, missing: 0, improvement: null },
          offTrack: { blocked: 'BASELINE_TOO_SHORT', open: [], chance: null },
        },
      },
      england: { assessment: null },
    });
    const seen = await dataOf<{ england: { assessment: { points: object[] } } }>(
      api,
      analyst,
      query,
    );
    expect(seen.england.assessment.points).toHaveLength(2);
  });

  it('stand beside every series of a metric, and not beside boxes and earlier moments', async () => {
    const query = `{ seriesByMetric(metric: "${measure}", inProgramme: true) { area { name } assessment { chart } }
      box: series(metric: "n_plans", area: "857") { assessment { chart } }
      early: series(metric: "${measure}", area: "857", asKnownAt: "2025-01-14T09:00:00Z") { assessment { chart } } }`;
    type Series = { area: { name: string }; assessment: object | null };
    const { seriesByMetric, ...others } = await dataOf<{ seriesByMetric: Series[] }>(
      api,
      analyst,
      query,
    );
    expect(seriesByMetric.filter(({ assessment }) => assessment)).toEqual([
      { area: { name: 'Rutland' }, assessment: { chart: 'XMR' } },
    ]);
    expect(others).toEqual({ box: { assessment: null }, early: { assessment: null } });
  });

  it('take new limits and baselines from a DfE analyst alone', async () => {
    const start = `mutation { startNewLimits(input: { council: "857", metric: "${measure}", from: "2024-12-01",
      ground: PROCESS_CHANGED, reason: "The panel meets every week", evidence: "Minutes of the board" }) {
      ... on LimitDecision { metric from decidedBy } ... on Refused { code } } }`;
    expect(await dataOf(api, rutland, start)).toEqual({ startNewLimits: { code: 'NOT_ALLOWED' } });
    expect(await dataOf(api, analyst, start)).toMatchObject({
      startNewLimits: { metric: measure, from: '2024-12-01' },
    });
    await api.at.service.judgeSeries.run();
    expect(
      await dataOf(api, rutland, `{ series(metric: "${measure}", area: "857") { ${ASSESSED} } }`),
    ).toMatchObject({ series: { assessment: { points: [{ group: 0 }, { group: 1 }] } } });
    const confirm = `mutation { confirmBaseline(input: { council: "857", metric: "${measure}", from: "2024-11-01",
      points: 13, reason: "Before the new template", evidence: "The programme's plan" }) {
      ... on LimitDecision { id } ... on Refused { code } } }`;
    expect(await dataOf(api, analyst, confirm)).toEqual({
      confirmBaseline: { code: 'LIMITS_STAND' },
    });
    expect(api.reported).toEqual([]);
  });
});
