import fc from 'fast-check';
import {
  ASSESSMENT_OPTIONS,
  assessBand,
  assessFunnel,
  assessSeries,
  canonicalJson,
  guardedImprovement,
  mayStartNewLimits,
  type SeriesAssessment,
} from './index.js';
import { seriesOf } from './series-for-spec.js';

const steady = (count: number): number[] =>
  Array.from({ length: count }, (_none, at) => 50 + (at % 2) * 2);
const assessed = (told: readonly number[]): SeriesAssessment =>
  assessSeries(seriesOf(told), ASSESSMENT_OPTIONS);

describe('the label of an improvement', () => {
  const better = assessed([...steady(14), 90]);
  const steadyOne = assessed(steady(15));
  const worse = assessed([...steady(14), 10]);
  const worseOnce = assessed([...steady(11), 10, ...steady(4)]);

  it('is given to an improvement that is shown, and to nothing else', () => {
    expect(guardedImprovement(better, [])).toEqual({ label: 'improved', moved: [] });
    expect(guardedImprovement(steadyOne, [])).toBeNull();
    expect(guardedImprovement(worse, [])).toBeNull();
    expect(guardedImprovement(assessed([...steady(5), 90]), [])).toBeNull();
  });

  const beside = (
    metric: string,
    assessment: SeriesAssessment,
    adverse: 'up' | 'down' = 'down',
  ) => ({ metric, adverse, direction: 'up' as const, assessment });

  it('names the balancing measures that moved the wrong way in their last three points', () => {
    expect(guardedImprovement(better, [beside('a', steadyOne), beside('b', worse)])).toEqual({
      label: 'improved, with side-effects to check',
      moved: ['b'],
    });
    const none = { label: 'improved', moved: [] };
    expect(guardedImprovement(better, [beside('a', worseOnce)])).toEqual(none);
    expect(guardedImprovement(better, [beside('a', assessed([]))])).toEqual(none);
  });

  it('goes by the way that would be a cost, whether or not the measure has a direction of its own', () => {
    const risen = (direction: 'up' | 'down' | 'none') =>
      assessSeries(
        seriesOf([...steady(14), 58], { metric: { ...seriesOf([]).metric, direction } }),
        ASSESSMENT_OPTIONS,
      );
    for (const direction of ['up', 'down', 'none'] as const) {
      const other = { metric: 'a', direction, assessment: risen(direction) };
      expect(guardedImprovement(better, [{ ...other, adverse: 'up' }])?.moved).toEqual(['a']);
      expect(guardedImprovement(better, [{ ...other, adverse: 'down' }])?.moved).toEqual([]);
    }
  });
});

describe('new limits', () => {
  const may = (told: readonly number[], ground: 'process-changed' | 'cause-of-shift-known') =>
    mayStartNewLimits(seriesOf(told), { from: '2023-01-01', ground }, ASSESSMENT_OPTIONS);

  it('begin where a process is known to have changed, or a sustained shift has a known cause', () => {
    expect(may(steady(16), 'process-changed')).toBe(true);
    expect(may(steady(16), 'cause-of-shift-known')).toBe(false);
    const shifted = [...steady(12), ...steady(8).map((value) => value + 9)];
    expect(may(shifted, 'cause-of-shift-known')).toBe(true);
  });

  it('begin within the series alone', () => {
    const from = (day: string) =>
      mayStartNewLimits(
        seriesOf(steady(16)),
        { from: day, ground: 'process-changed' },
        ASSESSMENT_OPTIONS,
      );
    expect([from('2022-01-01'), from('2022-02-01'), from('2023-04-01')]).toEqual([
      ...[false, true, true],
    ]);
    expect([from('2023-04-02'), may([], 'process-changed')]).toEqual([false, false]);
  });
});

describe('a funnel', () => {
  it('is one of proportions, and none for counts that are no parts', () => {
    const of = (numerator: string) =>
      assessFunnel(
        {
          metric: { code: 'spec', major: 1, unit: 'percent' },
          period: '2024 March',
          minimumCases: 0,
          units: [
            { unit: '1', numerator, denominator: '100' },
            { unit: '2', numerator: '80', denominator: '100' },
          ],
        },
        ASSESSMENT_OPTIONS,
      ).funnel;
    expect(of('20')).toMatchObject({ target: 0.5, overdispersed: true });
    expect(of('120')).toBeNull();
  });
});

describe('a band of neighbours', () => {
  const band = (values: readonly string[]) =>
    assessBand(
      { metric: { code: 'spec', major: 1 }, periods: [{ period: '2024 March', values }] },
      ASSESSMENT_OPTIONS,
    ).periods;

  it('is the middle half of their values', () => {
    // Places 0.75, 1.5 and 2.25 of 1, 2, 4, 8.
    expect(band(['8', '1', '4', '2'])).toEqual([
      { period: '2024 March', n: 4, lower: 1.75, median: 3, upper: 5 },
    ]);
    expect(band([])).toEqual([]);
  });

  it('lies within its values, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 12 }), (values) => {
        const [one] = band(values.map(String));
        const [other] = band([...values].reverse().map(String));
        expect(one).toEqual(other);
        const { lower = NaN, median = NaN, upper = NaN } = one ?? {};
        const inOrder = [Math.min(...values), lower, median, upper, Math.max(...values)];
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });
});

describe('canonical JSON', () => {
  it('is one text whatever order names come in, and says what JSON says', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined, 'a"': true })).toBe(
      '{"a\\"":true,"b":[1,{"c":"x","d":null}]}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 200 },
    );
  });
});
