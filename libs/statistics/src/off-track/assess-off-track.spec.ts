import fc from 'fast-check';
import {
  assessOffTrack,
  type AssessedPoint,
  type AssessedSeries,
  type OffTrackAssessment,
} from './index.js';

const SIGMA = 2 / 1.128;
const points = (values: readonly (number | null)[]): AssessedPoint[] =>
  values.map((value) => ({ value }));
/** Twenty-four months, 10 and 12 in turn: mean 11, limit 5. */
const BASELINE = points(Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 10 : 12)));
const below = (sigmas: number) => 11 - sigmas * SIGMA;

function assess(
  monitored: readonly AssessedPoint[],
  more: Partial<AssessedSeries> = {},
): OffTrackAssessment {
  const found = assessOffTrack({
    direction: 'increase',
    points: [...BASELINE, ...monitored],
    baseline: { from: 0, points: 24 },
    milestones: [],
    ...more,
  });
  if ('error' in found) throw new Error(found.error);
  return found;
}
const monthsOf = (sigmas: readonly (number | null)[]) =>
  points(sigmas.map((one) => (one === null ? null : below(one))));
const worse = ({ months }: OffTrackAssessment) =>
  months.map(({ gettingWorse }) => `${gettingWorse.event ?? '-'} ${gettingWorse.reason}`);

describe('assessOffTrack', () => {
  it('opens when the sum passes its limit, and clears after two months at half of it or less', () => {
    // Sums 2.5, 5, 7.5, 5, 2.5, 0.
    expect(worse(assess(monthsOf([3, 2.99, 3, -2, -2, -2])))).toEqual([
      '- INSIDE_LIMIT',
      '- INSIDE_LIMIT',
      'opened SUM_ABOVE_LIMIT',
      '- NOT_YET_CLEAR',
      '- NOT_YET_CLEAR',
      'cleared INSIDE_LIMIT',
    ]);
  });

  it('opens at one value far out, and calls the mirror image a shout-out', () => {
    const bad = assess(monthsOf([4.6]));
    expect(worse(bad)).toEqual(['opened SINGLE_VALUE']);
    expect(bad.latest).toEqual({
      ...{ blocked: null, open: ['GETTING_WORSE'], opened: ['GETTING_WORSE'] },
      ...{ cleared: [], shoutOut: false },
    });
    const good = assess(monthsOf([-4.6]));
    expect(good.latest).toMatchObject({ open: [], opened: [], shoutOut: true });
  });

  it('turns a measure where less is better', () => {
    const found = assess(monthsOf([-4.6]), { direction: 'decrease' });
    expect(worse(found)).toEqual(['opened SINGLE_VALUE']);
    expect(found.baseline).toMatchObject({ mean: 11, form: 'values', limit: 5 });
  });

  it('leaves sums and alerts as they were in a month without a figure', () => {
    const found = assess(monthsOf([3, null, 2.99, null, 3]));
    expect(found.months.map(({ gettingWorse }) => gettingWorse.measure?.toFixed(2))).toEqual([
      ...['2.50', undefined, '4.99', undefined, '7.49'],
    ]);
    expect(found.latest.opened).toEqual(['GETTING_WORSE']);
  });

  it.each([
    ['LATEST_SUPPRESSED', { suppressed: true }],
    ['PROVISIONAL_NOT_MATURED', { provisional: true, workingDaysPastDue: 3 }],
    ['RETURN_TOO_LATE', { daysLate: 50 }],
    ['RECENT_REBASE', { rebase: true }],
  ] as const)('opens nothing at a newest month with %s', (blocked, flags) => {
    const found = assess([{ value: below(6), ...flags }]);
    expect(found.latest).toMatchObject({ blocked, open: [], opened: [] });
  });

  it('opens what a rebase muted three points on, if it lasts', () => {
    const [first, ...others] = monthsOf([6, 6, 6, 6]);
    const found = assess([{ value: first?.value ?? null, rebase: true }, ...others]);
    expect(found.months.map(({ gettingWorse }) => gettingWorse.event)).toEqual([
      ...[null, null, null, 'opened'],
    ]);
  });

  it('judges nothing with a short baseline, one not yet full, none, or one that never changes', () => {
    const nothing = { baseline: null, months: [], chance: null };
    for (const baseline of [{ from: 0, points: 12 }, { from: 20, points: 13 }, null])
      expect(assess(monthsOf([6]), { baseline })).toMatchObject({
        ...nothing,
        latest: { blocked: 'BASELINE_TOO_SHORT', open: [] },
      });
    const flat = points(Array.from({ length: 30 }, () => 4));
    expect(assess([], { points: flat })).toMatchObject({
      ...nothing,
      latest: { blocked: 'SIGMA_UNDEFINED' },
    });
  });

  it('holds a series to its agreed plan, by milestones, and stays calm about a steady level', () => {
    const milestones = [
      { position: 35, value: 23 },
      { position: 47, value: 29 },
    ];
    const found = assess(points([11, 11, 11, 11, 11]), { milestones });
    expect(found.months.map(({ planned }) => planned)).toEqual([12, 13, 14, 15, 16]);
    expect(found.latest).toMatchObject({ opened: ['OFF_TRAJECTORY'], open: ['OFF_TRAJECTORY'] });
    expect(found.months.at(-1)?.gettingWorse.measure).toBe(0);
    expect(found.chance?.words).toBe('too early to tell');
  });

  it('says that a target is unlikely from month 12 on, after two months in a row', () => {
    const level = points(Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? 10 : 12)));
    const milestones = [{ position: 47, value: 60 }];
    const found = assess(level, { milestones });
    const opened = found.months.findIndex(({ targetUnlikely }) => targetUnlikely?.event);
    expect(found.months[opened]?.position).toBe(24 + 11);
    expect(found.months[10]?.targetUnlikely?.measure).toBeLessThan(0.1);
    expect(found.chance?.words).toBe('very unlikely');
  });

  it('has no chance of a target from the plan’s end on', () => {
    const milestones = [{ position: 25, value: 20 }];
    expect(assess(points([11, 11]), { milestones }).chance).toBeNull();
  });

  it('judges a percentage with few cases on its rarer side by its counts', () => {
    const month = (numerator: number): AssessedPoint => ({
      value: (100 * numerator) / 18,
      count: { numerator, denominator: 18 },
    });
    const steady = Array.from({ length: 24 }, () => month(18));
    const fallen = assess([], { points: [...steady, month(9)] });
    expect(fallen.baseline).toMatchObject({ form: 'counts', sigma: null, limit: 4.5, mean: 100 });
    expect(fallen.latest.opened).toEqual(['GETTING_WORSE']);
    const down = steady.map(() => month(0));
    const risen = assess([], {
      points: [...down, month(9)],
      direction: 'decrease',
      milestones: [{ position: 30, value: 0 }],
    });
    expect(risen.latest.opened).toEqual(['GETTING_WORSE', 'OFF_TRAJECTORY']);
    expect(assess([], { points: [...down, month(0)], direction: 'decrease' }).latest.open).toEqual(
      [],
    );
  });

  it.each([
    ['INVALID_DIRECTION', { direction: 'neutral' as 'increase' }],
    ['INVALID_VALUE', { points: points([NaN]) }],
    ['NOT_COUNTS', { points: [{ value: 1, count: { numerator: 3, denominator: 2 } }] }],
    ['INVALID_BASELINE', { baseline: { from: -1, points: 24 } }],
    ['INVALID_PLAN', { milestones: [{ position: 1.5, value: 3 }] }],
    ['INVALID_PLAN', { scale: 0 }],
  ])('refuses with %s', (error, more) => {
    const series = { direction: 'increase', points: BASELINE, baseline: null, milestones: [] };
    expect(assessOffTrack({ ...series, ...more } as AssessedSeries)).toEqual({ error });
  });

  it('says of each month what it said when that was the newest', () => {
    const monitored = fc.array(fc.option(fc.integer({ min: -40, max: 40 })), { minLength: 2 });
    fc.assert(
      fc.property(monitored, fc.nat(), (values, cut) => {
        const whole = points(values.map((value) => (value === null ? null : value / 2)));
        const milestones = [{ position: 40, value: 14 }];
        const early = assess(whole.slice(0, cut % whole.length), { milestones });
        const late = assess(whole, { milestones });
        expect(late.months.slice(0, early.months.length)).toEqual(early.months);
      }),
      { numRuns: 40 },
    );
  });
});
