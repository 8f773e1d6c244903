import { ASSESSMENT_OPTIONS, assessSeries, type AgreedPlan } from '#domain/assessment';
import type { LimitDecision } from '#application/ports';
import { aMetric, aPoint, aProgramme, councilNamed, monthAt } from '#testing/web';
import type { SeriesPoint, SeriesView } from '../figures/series-types.js';
import { assessView, knownBy, planInForce } from './assess-view.js';
import type { AssessedRow } from './assessed-row.js';
import { councilInput } from './council-candidate.js';
import type { Setting } from './world.js';

const rutland = councilNamed('Rutland').id;
const now = new Date('2024-07-04T09:00:00Z');
const setting: Setting = {
  programme: aProgramme(),
  now,
  decided: { plans: [], limits: [] },
  extensions: [],
  out: new Map(),
};

const seriesOf = (points: readonly SeriesPoint[], major = 1): SeriesView => ({
  metric: aMetric({ code: 'm', type: 'measure', direction: 'up', major, validFrom: '2023-03-01' }),
  area: { kind: 'council', councilId: rutland, code: 'E1', name: 'Rutland' },
  breakdown: 'Total',
  points,
});
const points = Array.from({ length: 18 }, (_, index) =>
  aPoint({ period: monthAt(index), value: String(50 + ((index * 7) % 5)), knownSeq: index + 1 }),
);
const series = seriesOf(points);

/** The row that a worker keeps of a series, told from one that is worked out by what it says is missing. */
function rowOf({ metric, points: own }: SeriesView, over: Partial<AssessedRow> = {}): AssessedRow {
  const input = councilInput(setting, metric, { councilId: rutland, points: own });
  return {
    ...{ metric: 'm', kind: 'council', subject: String(rutland), councilId: rutland },
    ...{ published: false, provisional: false, inputsHash: '', assessedAt: now },
    optionsVersion: ASSESSMENT_OPTIONS.version,
    result: { ...assessSeries(input, ASSESSMENT_OPTIONS), missing: 99 },
    knownSeq: own.at(-1)?.knownSeq ?? 0,
    ...over,
  };
}
const viewOf = (shown: SeriesView, stored: AssessedRow | null, seesAll = true) =>
  assessView(shown, { setting, stored, seesAll });
const isKept = (shown: SeriesView, stored: AssessedRow): boolean =>
  viewOf(shown, stored).assessment.missing === 99;

describe('assessView', () => {
  it('is what is kept of these figures', () => {
    expect(isKept(series, rowOf(series))).toBe(true);
    expect(viewOf(series, rowOf(series)).points).toHaveLength(18);
  });

  it('is worked out where a figure came that the kept one does not know', () => {
    const newer = aPoint({ period: monthAt(18), value: '90', knownSeq: 19 });
    const shown = seriesOf([...points, newer]);
    const { assessment } = viewOf(shown, rowOf(series));
    expect(assessment.missing).toBe(0);
    expect(assessment.chart).toMatchObject({ kind: 'xmr' });
    const charted = assessment.chart.kind === 'none' ? [] : assessment.chart.points;
    expect(charted.at(-1)?.value).toBe(90);
  });

  it.each([
    ['a correction', (last: SeriesPoint) => [{ ...last, value: '51.5', knownSeq: 19 }]],
    ['counts that leave the value as it was', (last: SeriesPoint) => [{ ...last, knownSeq: 19 }]],
    ['a withdrawal', () => []],
    ['an approval', (last: SeriesPoint) => [{ ...last, standing: 'provisional' as const }]],
  ])('is worked out after %s', (_, change) => {
    const last = points.at(-1);
    if (!last) throw new Error('no points');
    expect(isKept(seriesOf([...points.slice(0, -1), ...change(last)]), rowOf(series))).toBe(false);
  });

  it('is worked out where series are assessed otherwise today', () => {
    const older = rowOf(series, { optionsVersion: ASSESSMENT_OPTIONS.version - 1 });
    expect(isKept(series, older)).toBe(false);
  });

  it('leaves out what is from before the present definition, kept or not', () => {
    const redefined = seriesOf(points, 2);
    expect(viewOf(redefined, null).points[0]?.period.start).toBe('2023-03-01');
    expect(isKept(redefined, rowOf(redefined))).toBe(true);
    expect(isKept(redefined, rowOf(series))).toBe(false);
  });

  it('says nothing to a reader of a part of the figures, unless what is kept is of that part', () => {
    expect(viewOf(series, null, false)).toMatchObject({
      ...{ isWithheld: true, assessment: { chart: { kind: 'none' }, reading: null } },
    });
    expect(viewOf(series, rowOf(series), false)).toMatchObject({ isWithheld: false });
    expect(viewOf(seriesOf([]), null, false)).toMatchObject({ points: [], isWithheld: false });
  });
});

describe('knownBy', () => {
  const plan = (version: number, agreedOn: string | null): AgreedPlan => ({
    ...{
      councilId: rutland,
      metric: 'm',
      version,
      status: 'agreed',
      tolerance: 5,
      interpolation: 'step',
    },
    ...{ points: [], agreedOn, note: '' },
  });
  const decision = (at: string): LimitDecision => ({
    ...{ id: at, programmeId: 1, councilId: rutland, metric: 'm', from: '2023-06-01' },
    what: { kind: 'rebase', ground: 'process-changed' },
    ...{ reason: 'a new panel', evidence: 'minutes', decidedAt: new Date(at), by: 'DfE analyst' },
  });
  const granted = (at: string) => ({
    ...{ councilId: rutland, period: '2024 May', until: '2024-07-05', grantedAt: new Date(at) },
  });
  const moment = '2024-06-10T09:00:00Z';
  const all: Setting = {
    ...setting,
    decided: {
      plans: [plan(1, '2024-06-10'), plan(2, '2024-06-11'), plan(3, null)],
      limits: [decision(moment), decision('2024-06-10T09:00:01Z')],
    },
    extensions: [granted(moment), granted('2024-06-10T09:00:01Z')],
  };

  it('is what was granted, agreed and decided by the moment, and its clock', () => {
    const known = knownBy(all, new Date(moment));
    expect(known.now).toEqual(new Date(moment));
    expect(known.decided.plans.map(({ version }) => version)).toEqual([1]);
    expect(known.decided.limits).toHaveLength(1);
    expect(known.extensions).toHaveLength(1);
    expect(planInForce(known.decided.plans, series)?.version).toBe(1);
    expect(planInForce(all.decided.plans, series)?.version).toBe(3);
    expect(planInForce([], series)).toBeNull();
  });

  it('makes a month missing again that was given more time only afterwards', () => {
    const until = (at: string) => {
      const extensions = [granted('2024-06-10T09:00:00Z')];
      const known = knownBy({ ...setting, extensions }, new Date(at));
      const view = assessView(seriesOf(points.slice(0, 16)), {
        ...{ setting: { ...known, now }, stored: null, seesAll: true },
      });
      return view.points.filter(({ state }) => state === 'missing').length;
    };
    expect(until('2024-06-10T08:59:59Z')).toBe(until('2024-06-10T09:00:00Z') + 1);
  });
});
