import { ASSESSMENT_OPTIONS, assessSeries, type AssessedInput } from './index.js';
import { seriesOf, type Told } from './series-for-spec.js';

const offTrack = (told: readonly Told[], more: Partial<AssessedInput> = {}) =>
  assessSeries(seriesOf(told, more), ASSESSMENT_OPTIONS).offTrack;
const steady = (count: number): number[] =>
  Array.from({ length: count }, (_none, at) => 50 + (at % 2) * 2);
const planTo = (from: string, value: number): AssessedInput['plan'] => ({
  ...{
    councilId: 1,
    metric: 'spec',
    version: 1,
    status: 'agreed',
    interpolation: 'step',
    tolerance: 1,
  },
  ...{ points: [{ from, value }], agreedOn: '2022-01-01', note: '' },
});

describe('whether a series is off track', () => {
  it('is asked of monthly series with a direction alone', () => {
    const { metric } = seriesOf([]);
    expect(offTrack(steady(20), { metric: { ...metric, direction: 'none' } })).toBeNull();
    const { points, ...rest } = seriesOf(steady(3));
    const years = points.map((point, at) => ({
      ...point,
      period: {
        ...{ timePeriod: String(2020 + at), timeIdentifier: 'Calendar year' },
        ...{ start: `${2020 + at}-01-01`, end: `${2021 + at}-01-01` },
      },
    }));
    expect(assessSeries({ ...rest, points: years }, ASSESSMENT_OPTIONS).offTrack).toBeNull();
  });

  it('opens when a series falls from its baseline, and not while it goes on as before', () => {
    expect(offTrack(steady(20))).toMatchObject({ blocked: null, open: [], chance: null });
    expect(offTrack([...steady(14), 40, 38, 36])?.open).toEqual(['GETTING_WORSE']);
  });

  it('takes the months that ended by go-live as the baseline, before there is any figure after it too', () => {
    const from = (goLive: string) => offTrack(steady(30), { goLive })?.baseline;
    expect(from('2024-03-15')).toMatchObject({ from: 2, points: 24, proposed: true });
    expect(from('2024-03-01')).toMatchObject({ from: 2, points: 24 });
    expect(from('2024-09-01')).toMatchObject({ from: 6, points: 24 });
    expect(from('2022-06-01')).toMatchObject({ from: 0, points: 13 });
  });

  it('keeps the baseline that a person confirmed', () => {
    const baseline = { from: '2022-03-01', points: 15, by: 'an analyst', reason: 'agreed' };
    expect(offTrack(steady(30), { baseline, goLive: '2024-03-01' })?.baseline).toMatchObject({
      ...{ from: 2, points: 15, proposed: false },
    });
  });

  it('counts on a plan that ends after the last figure', () => {
    const far = offTrack(steady(26), { plan: planTo('2025-01-01', 95) });
    expect(far?.chance?.pMet).toBeLessThan(0.1);
    expect(far?.chance?.words).toBe('very unlikely');
    expect(far?.open).toContain('OFF_TRAJECTORY');
    expect(offTrack(steady(26), { plan: planTo('2025-01-01', 45) })?.chance?.words).toBe(
      'very likely',
    );
    expect(offTrack(steady(15), { plan: planTo('2025-01-01', 95) })?.chance?.words).toBe(
      'too early to tell',
    );
  });

  it('follows an agreed plan alone', () => {
    const plan = planTo('2025-01-01', 95);
    expect(
      offTrack(steady(26), { plan: plan && { ...plan, status: 'proposed' } })?.chance,
    ).toBeNull();
  });

  it('opens nothing new for a provisional figure that has not matured, or came far too late', () => {
    const { points, ...rest } = seriesOf([...steady(14), 40, 38, 20]);
    const provisional = points.map((point, at) =>
      at === points.length - 1 ? { ...point, standing: 'provisional' as const } : point,
    );
    const blocked = (matured: boolean, tooLate: boolean) =>
      assessSeries(
        { ...rest, points: provisional, newest: { matured, tooLate } },
        ASSESSMENT_OPTIONS,
      ).offTrack?.blocked;
    expect([blocked(false, false), blocked(true, false), blocked(true, true)]).toEqual([
      ...['PROVISIONAL_NOT_MATURED', null, 'RETURN_TOO_LATE'],
    ]);
  });

  it('is blocked for three points after a re-basing, and with a baseline too short', () => {
    const rebases = [{ from: '2023-07-01', by: 'an analyst', reason: 'a new team' }];
    expect(offTrack(steady(20), { rebases })?.blocked).toBe('RECENT_REBASE');
    expect(offTrack(steady(22), { rebases })?.blocked).toBeNull();
    expect(offTrack(steady(12))?.blocked).toBe('BASELINE_TOO_SHORT');
  });
});
