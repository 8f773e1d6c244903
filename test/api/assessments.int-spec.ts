import 'reflect-metadata';
import { observationsOf, requestBy, rows } from '../service/send.js';
import { ask, dataOf } from './ask.js';
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
  type ByMetric = {
    seriesByMetric: readonly { area: { name: string }; assessment: object | null }[];
  };
  const charted = (all: ByMetric['seriesByMetric']): readonly string[] =>
    all.filter(({ assessment }) => assessment).map(({ area }) => area.name);

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

  it('stand beside every series of a metric, and not beside boxes', async () => {
    const query = `{ seriesByMetric(metric: "${measure}", inProgramme: true) { area { name } assessment { chart } }
      box: series(metric: "n_plans", area: "857") { assessment { chart } } }`;
    const { seriesByMetric, box } = await dataOf<ByMetric & { box: object }>(api, analyst, query);
    expect(charted(seriesByMetric)).toEqual(['Rutland']);
    expect(box).toEqual({ assessment: null });
  });

  it('are, for an earlier moment, as they would have been then', async () => {
    api.at.clock.set(new Date('2025-01-16T09:00:00Z'));
    const asKnown = (at: string) => `{
      series(metric: "${measure}", area: "857", from: "2024-12-01", asKnownAt: "${at}") { ${ASSESSED} }
      england: series(metric: "${measure}", area: "England", asKnownAt: "${at}") { ${ASSESSED} }
      box: series(metric: "n_plans", area: "857", asKnownAt: "${at}") { assessment { chart } }
      seriesByMetric(metric: "${measure}", inProgramme: true, asKnownAt: "${at}") { area { name } assessment { chart } } }`;
    type Answer = ByMetric & { series: object; england: object; box: object };
    const now = `{ series(metric: "${measure}", area: "857") { ${ASSESSED} }
      england: series(metric: "${measure}", area: "England") { ${ASSESSED} } }`;
    const kept = await dataOf<Pick<Answer, 'series' | 'england'>>(api, analyst, now);
    const then = await dataOf<Answer>(api, analyst, asKnown('2025-01-15T10:00:00Z'));
    expect(then.series).toEqual(kept.series);
    expect(then.england).toEqual(kept.england);
    expect(then.box).toEqual({ assessment: null });
    expect(charted(then.seriesByMetric)).toEqual(['Rutland']);
    const before = await dataOf<Answer>(api, analyst, asKnown('2025-01-15T08:00:00Z'));
    expect(before.series).toEqual({ assessment: null });
    expect(charted(before.seriesByMetric)).toEqual([]);
    const own = await dataOf<Answer>(api, rutland, asKnown('2025-01-15T10:00:00Z'));
    expect(own.series).toEqual(kept.series);
    expect(own.england).toEqual({ assessment: null });
  });

  it('are not worked out for more series of the past than a query may look behind', async () => {
    const metric = 'ehcp_timeliness_20wk_excl';
    const moments = Array.from({ length: 8 }, (_, n) => `2025-01-1${n}T09:00:00Z`);
    const query = `{ ${moments
      .map(
        (at, n) =>
          `m${n}: seriesByMetric(metric: "${metric}", asKnownAt: "${at}") { assessment { chart } }`,
      )
      .join(' ')} }`;
    const { errors } = await ask(api, analyst, query);
    expect(errors?.[0]?.message).toContain('looks behind more than 1000 points');
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
