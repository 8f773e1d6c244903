import { everyMonth, expectedFor, isBacklogBeingCleared, type Inhibition } from './index.js';

const high = [{ value: 70, upper: 60 }];
const expected: Inhibition = {
  ...{ kind: 'expected', targets: ['off_trajectory'], metric: 'plans_within_20_weeks' },
  ...{ outflow: 'plans_issued', stock: 'waiting', months: 3, why: 'cleared' },
};

describe('a backlog that is being cleared', () => {
  it.each([
    ['unusually many left, and three falls running', high, [9, 8, 7, 6], true],
    ['only the last three falls count', high, [1, 9, 8, 7, 6], true],
    ['two falls are too few', high, [9, 9, 8, 7], false],
    ['too few months', high, [8, 7, 6], false],
    ['a month without a number', high, [9, null, 7, 6], false],
    ['as many as usual left', [{ value: 60, upper: 60 }], [9, 8, 7, 6], false],
    ['no limits yet', [{ value: 70, upper: null }], [9, 8, 7, 6], false],
    ['nothing known', [], [], false],
  ])('%s', (_, outflow, stock, is) => {
    expect(isBacklogBeingCleared(outflow, stock, 3)).toBe(is);
  });

  it('reads the gaps of a chart as months without a number', () => {
    const points = [
      { value: 9, gapBefore: 0 },
      { value: 7, gapBefore: 2 },
    ];
    expect(everyMonth(points)).toEqual([9, null, null, 7]);
  });

  it('is looked at for the rules and the measure that the programme names', () => {
    const of = (ruleCode: string, metric: string) => expectedFor({ ruleCode, metric }, [expected]);
    expect(of('off_trajectory', 'plans_within_20_weeks')).toBe(expected);
    expect(of('plan_band', 'plans_within_20_weeks')).toBeNull();
    expect(of('off_trajectory', 'requests_received')).toBeNull();
  });
});
