import { ASSESSMENT_OPTIONS, assessYearOnYear } from './index.js';
import { seriesOf, type Told } from './series-for-spec.js';

const view = (told: readonly Told[]) => assessYearOnYear(seriesOf(told), ASSESSMENT_OPTIONS);
/** So many months that are low every August and high every June. */
const seasonal = (months: number, rise = 0): number[] =>
  Array.from({ length: months }, (_none, at) => {
    const month = at % 12;
    return 50 + (month === 7 ? -30 : month === 5 ? 20 : 0) + (at % 2) + (at >= 24 ? rise : 0);
  });

describe('a series against the same month a year before', () => {
  it('has no seasons left: differences of 0 where every year is alike', () => {
    const values = view(seasonal(36))?.points.map(({ value }) => Number(value));
    expect(values).toEqual(Array(24).fill(0));
  });

  it('has limits of its own, and marks what is unusual for the season', () => {
    const told = seasonal(36).map((value, at) => value + (at % 3));
    told[35] = (told[35] ?? 0) + 25;
    const found = view(told);
    expect(found?.assessment.chart.kind).toBe('xmr');
    expect(found?.assessment.reading?.variation).toBe('special_cause_improvement');
  });

  it('keeps a month without a partner as a gap', () => {
    const told: Told[] = seasonal(40);
    told[20] = null;
    const states = view(told)?.points.map(({ state }) => state) ?? [];
    expect(states.filter((state) => state === 'missing')).toHaveLength(2);
    expect([states[8], states[20]]).toEqual(['missing', 'missing']);
  });

  it('is none with fewer than thirteen differences', () => {
    expect(view(seasonal(24))).toBeNull();
    expect(view(seasonal(25))).not.toBeNull();
    expect(view([])).toBeNull();
  });
});
