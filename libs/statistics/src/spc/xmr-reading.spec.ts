import {
  assuranceIcon,
  chartForPercentage,
  mayRebase,
  missingOfLastTwelve,
  needsLaneyLimits,
  proposeFix,
  readXmr,
  targetAt,
  variationIcon,
  xmr,
  yearOnYear,
  type XmrOptions,
  type XmrResult,
} from '../index.js';

const month = (index: number): string =>
  new Date(Date.UTC(2020, index, 1)).toISOString().slice(0, 10);
const pointsOf = (values: readonly (number | null)[]) =>
  values.map((value, index) => ({ date: month(index), value }));
function chart(values: readonly (number | null)[], options: XmrOptions = {}): XmrResult {
  const result = xmr({ points: pointsOf(values), options });
  if ('error' in result) throw new Error(result.error);
  return result;
}
const steady = Array.from({ length: 14 }, (_none, index) => 10 + (index % 2));

describe('readXmr', () => {
  it('shows icons and lets alert from thirteen points on', () => {
    expect(readXmr(chart(steady.slice(0, 13)))).toMatchObject({
      ...{ variation: 'common_cause', assurance: null, trial: false },
      ...{ iconsShown: true, mayAlert: true, noVariationRecorded: false },
    });
    expect(readXmr(chart(steady.slice(0, 12)))).toMatchObject({
      ...{ variation: 'common_cause', trial: true, iconsShown: false, mayAlert: false },
    });
    expect(readXmr(chart(steady, { minPointsForIcons: 20 })).iconsShown).toBe(false);
  });

  it('looks at the last group alone', () => {
    const rebased = chart(steady, { rebaseDates: [month(10)] });
    expect(readXmr(rebased)).toMatchObject({ trial: true, iconsShown: false });
  });

  it('calls one point, none, and a chart without limits insufficient, and keeps what the package says', () => {
    const one = readXmr(chart([5], { target: 9 }));
    expect(one).toMatchObject({ variation: 'insufficient', assurance: 'insufficient' });
    expect(one.ptdCompat.assuranceType).toBe('inconsistent');
    expect(readXmr(chart([5])).assurance).toBeNull();
    expect(readXmr(chart([]))).toMatchObject({ variation: 'insufficient', mayAlert: false });
  });

  it('says that no variation was recorded, screened or not', () => {
    for (const screenOutliers of [true, false]) {
      const reading = readXmr(chart(Array<number>(20).fill(7), { screenOutliers }));
      expect(reading).toMatchObject({ noVariationRecorded: true, iconsShown: false });
      expect(reading.mayAlert).toBe(false);
    }
  });

  it('hides icons when more than three of the last twelve months are missing', () => {
    const holed = (holes: number) =>
      pointsOf(
        steady.concat(steady).map((value, i) => (i % 4 === 1 && i > 27 - 4 * holes ? null : value)),
      );
    expect(missingOfLastTwelve(holed(3), 'month')).toBe(3);
    expect(readXmr(chart(steady), { missing: 3 }).iconsShown).toBe(true);
    expect(readXmr(chart(steady), { missing: 4 })).toMatchObject({
      iconsShown: false,
      mayAlert: true,
    });
  });
});

describe('missingOfLastTwelve', () => {
  it('counts empty months and months that nobody sent, back from the day asked for', () => {
    const points = pointsOf([1, 2, null, 4]);
    expect(missingOfLastTwelve(points, 'month')).toBe(1);
    expect(missingOfLastTwelve(points, 'month', month(6))).toBe(4);
    expect(missingOfLastTwelve(points, 'month', month(20))).toBe(12);
    expect(missingOfLastTwelve([], 'month')).toBe(0);
  });

  it('counts weeks from Monday, quarters and years', () => {
    const at = (...dates: string[]) => dates.map((date) => ({ date, value: 1 }));
    expect(missingOfLastTwelve(at('2024-01-07', '2024-01-08'), 'week')).toBe(0);
    expect(missingOfLastTwelve(at('2024-01-07', '2024-01-15'), 'week')).toBe(1);
    expect(missingOfLastTwelve(at('2023-12-31', '2024-07-01'), 'quarter')).toBe(2);
    expect(missingOfLastTwelve(at('2020-05-01', '2023-05-01'), 'year')).toBe(2);
    expect(missingOfLastTwelve(at('2024-02-28', '2024-03-01'), 'day')).toBe(1);
  });
});

describe('the icons', () => {
  it('carry a letter beside the colour, by where the values run and what that means', () => {
    expect(variationIcon('special_cause_improvement', 'increase')).toEqual({
      colour: 'blue',
      letter: 'H',
    });
    expect(variationIcon('special_cause_improvement', 'decrease')).toEqual({
      colour: 'blue',
      letter: 'L',
    });
    expect(variationIcon('special_cause_concern', 'increase')).toEqual({
      colour: 'orange',
      letter: 'L',
    });
    expect(variationIcon('special_cause_concern', 'decrease')).toEqual({
      colour: 'orange',
      letter: 'H',
    });
    expect(variationIcon('special_cause_neutral_high', 'neutral')).toEqual({
      colour: 'purple',
      letter: 'H',
    });
    expect(variationIcon('special_cause_neutral_low', 'neutral')).toEqual({
      colour: 'purple',
      letter: 'L',
    });
    expect(variationIcon('common_cause', 'increase')).toEqual({ colour: 'grey', letter: null });
    expect(assuranceIcon('consistent_pass')).toEqual({ colour: 'blue', letter: 'P' });
    expect(assuranceIcon('consistent_fail')).toEqual({ colour: 'orange', letter: 'F' });
    expect(assuranceIcon('inconsistent')).toEqual({ colour: 'grey', letter: '?' });
  });
});

describe('targetAt', () => {
  it('is the latest target that had begun, in whatever order they come', () => {
    const versions = [
      { from: '2024-04-01', value: 70 },
      { from: '2023-04-01', value: 60 },
      { from: '2025-04-01', value: null },
    ];
    const on = (date: string) => targetAt(versions, date);
    expect([on('2023-03-31'), on('2023-04-01'), on('2024-12-01'), on('2026-01-01')]).toEqual([
      ...[null, 60, 70, null],
    ]);
  });
});

describe('yearOnYear', () => {
  it('takes the value of the same day a year before away, where both are known', () => {
    const points = pointsOf([1, null, 3, ...Array<number>(9).fill(5), 11, 12, null]);
    expect(yearOnYear(points).slice(12)).toEqual([
      { date: month(12), value: 10 },
      { date: month(13), value: null },
      { date: month(14), value: null },
    ]);
    expect(
      yearOnYear(points)
        .slice(0, 12)
        .every(({ value }) => value === null),
    ).toBe(true);
  });

  it('is flat for a series that only has a season', () => {
    const season = Array.from({ length: 36 }, (_none, index) => 50 + 9 * Math.sin(index % 12));
    const differences = yearOnYear(pointsOf(season)).slice(12);
    expect(differences.every(({ value }) => value === 0)).toBe(true);
  });
});

describe('the chart of a percentage', () => {
  it('knows its denominators when half of them are below twenty', () => {
    expect(chartForPercentage([19, 19, 300])).toBe('rate');
    expect(chartForPercentage([19, 21])).toBe('xmr');
    expect(chartForPercentage([])).toBe('xmr');
  });

  it('has the limits of Laney for large denominators, or more variation than chance', () => {
    expect(needsLaneyLimits([400, 600, 700], null)).toBe(true);
    expect(needsLaneyLimits([30, 40], 1.3)).toBe(true);
    expect(needsLaneyLimits([30, 40], 1.1)).toBe(false);
    expect(needsLaneyLimits([], null)).toBe(false);
  });
});

describe('proposeFix', () => {
  it('takes the last thirteen to twenty points before the reform, and none with fewer', () => {
    const points = pointsOf([null, ...steady, ...steady]);
    expect(proposeFix(points, month(14))).toEqual({ rebaseDate: month(1), fixAfterNPoints: 13 });
    expect(proposeFix(points, month(13))).toBeNull();
    expect(proposeFix(points, month(29))).toEqual({ rebaseDate: month(9), fixAfterNPoints: 20 });
  });
});

describe('mayRebase', () => {
  const shifted = [...steady, 15, 16, 15, 16, 15, 16, 15, 16];
  const unknown = { processChanged: false, causeOfShift: false };

  it('needs a known change, or a shift of eight with a known cause', () => {
    const result = chart(shifted, { fixAfterNPoints: 12 });
    expect(mayRebase(result, unknown)).toBe(false);
    expect(mayRebase(result, { ...unknown, processChanged: true })).toBe(true);
    expect(mayRebase(result, { ...unknown, causeOfShift: true })).toBe(true);
    const short = chart(shifted.slice(0, -2), { fixAfterNPoints: 12 });
    expect(mayRebase(short, { ...unknown, causeOfShift: true })).toBe(false);
    const neither = chart(shifted, { fixAfterNPoints: 12, improvementDirection: 'neutral' });
    expect(mayRebase(neither, { ...unknown, causeOfShift: true })).toBe(false);
    expect(mayRebase(chart([]), { ...unknown, causeOfShift: true })).toBe(false);
  });
});
