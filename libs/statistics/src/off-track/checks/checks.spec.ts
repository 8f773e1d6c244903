import fc from 'fast-check';
import {
  copiedForward,
  deadlineSubmissions,
  denominatorDrift,
  helpfulRevisions,
  improvementLabel,
  lastDigitHeaping,
  mixDecomposition,
  overdueCounterfactual,
  ownLimitBreaches,
  thresholdBunching,
} from './index.js';

const BASELINE = Array.from({ length: 14 }, (_, at) => (at % 2 === 0 ? 10 : 12));
const repeat = <T>(count: number, value: T) => Array.from({ length: count }, () => value);

describe('improvementLabel', () => {
  it('names side effects when a balancing measure showed concern in its last three points', () => {
    expect(improvementLabel([[true, false, false, false]])).toBe('improved');
    expect(improvementLabel([[false], [true, false, false]])).toBe(
      'improved, with side-effects to check',
    );
  });
});

describe('denominatorDrift', () => {
  it('flags a rise and a fall alike, and nothing that goes on as before', () => {
    const of = (...more: number[]) => denominatorDrift([...BASELINE, ...more], 14);
    expect(of(10, 12, 10)).toMatchObject({ flagged: false, outside: [] });
    // Limits are 11 ± 5.32; sums of 2.5 sigmas a month less half pass 6 in the fourth.
    expect(of(17)).toMatchObject({ flagged: true, outside: [14] });
    expect(of(15, 15, 15, 15, 15)).toMatchObject({ flagged: true, outside: [] });
    expect(of(7, 7, 7, 7, 7)).toMatchObject({ flagged: true, outside: [] });
  });

  it('has no sums for a constant baseline, and refuses what it cannot judge', () => {
    expect(denominatorDrift(repeat(15, 4), 14)).toMatchObject({ rise: null, flagged: false });
    expect(denominatorDrift([NaN], 14)).toEqual({ error: 'INVALID_VALUE' });
    expect(denominatorDrift(BASELINE, 12)).toEqual({ error: 'BASELINE_TOO_SHORT' });
  });
});

describe('ownLimitBreaches', () => {
  it('names the places outside the baseline’s limits, on either side', () => {
    expect(ownLimitBreaches([...BASELINE, 16.4, 5.6, 11], 14).outside).toEqual([14, 15]);
  });
});

describe('mixDecomposition', () => {
  const count = (category: string, numerator: number, denominator: number) => ({
    ...{ category, numerator, denominator },
  });

  it('splits a change into the part within categories and the part of their mix', () => {
    // Easy 90%, hard 50% in both years; easy cases go from half to three quarters: all of +10 points is mix.
    const found = mixDecomposition(
      [count('easy', 45, 50), count('hard', 25, 50)],
      [count('easy', 135, 150), count('hard', 25, 50)],
    );
    expect(found).toMatchObject({ within: 0, flagged: true });
    expect('mix' in found && found.mix).toBeCloseTo(0.1, 12);
  });

  it('weighs by the mid-points', () => {
    // Weights 0.5 → 0.25 and 0.5 → 0.75; shares 0.4 → 0.6 and 0.8 → 0.8.
    const found = mixDecomposition(
      [count('a', 20, 50), count('b', 40, 50)],
      [count('a', 15, 25), count('b', 60, 75)],
    );
    expect('within' in found && found.within).toBeCloseTo(0.375 * 0.2, 12);
    expect('mix' in found && found.mix).toBeCloseTo(0.5 * -0.25 + 0.8 * 0.25, 12);
    // Just half of the change is mix.
    expect(found).toMatchObject({ flagged: false });
  });

  it('adds up exactly, categories that come and go among them', () => {
    const month = fc.array(
      fc
        .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 40 }), fc.nat(40))
        .map(([category, some, rest]) => count(category, some, some + rest)),
      { minLength: 1, maxLength: 4 },
    );
    const shareOf = (counts: { numerator: number; denominator: number }[]) =>
      counts.reduce((sum, { numerator }) => sum + numerator, 0) /
      counts.reduce((sum, { denominator }) => sum + denominator, 0);
    fc.assert(
      fc.property(month, month, (before, after) => {
        const found = mixDecomposition(before, after);
        if ('error' in found) return;
        expect(found.within + found.mix).toBeCloseTo(shareOf(after) - shareOf(before), 10);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what are no counts, a category told twice, and a period without cases', () => {
    const one = count('a', 1, 2);
    expect(mixDecomposition([count('a', 3, 2)], [one])).toEqual({ error: 'NOT_COUNTS' });
    expect(mixDecomposition([one, one], [one])).toEqual({ error: 'REPEATED_CATEGORY' });
    expect(mixDecomposition([one], [])).toEqual({ error: 'NO_CASES' });
  });
});

describe('overdueCounterfactual', () => {
  const month = (numerator: number, openOverdue: number) => ({
    ...{ numerator, denominator: 20, openOverdue },
  });
  const baseline = BASELINE.map((numerator) => month(numerator, 5));

  it('flags a rate that rises while open overdue cases pile up', () => {
    // A sigma of the rate is 0.1 / 1.128; 15 of 20 is 2.26 of them above 55%.
    const found = overdueCounterfactual([...baseline, month(15, 30)], 14);
    expect('rateRise' in found && found.rateRise).toBeCloseTo(0.2 / (0.1 / 1.128), 10);
    expect(found).toMatchObject({ flagged: true });
    expect(overdueCounterfactual([...baseline, month(15, 5)], 14)).toMatchObject({
      flagged: false,
    });
    expect(overdueCounterfactual([...baseline, month(11, 30)], 14)).toMatchObject({
      flagged: false,
    });
  });

  it('refuses what it cannot judge', () => {
    const of = (months: Parameters<typeof overdueCounterfactual>[0]) =>
      overdueCounterfactual(months, 14);
    expect(of([month(21, 0)])).toEqual({ error: 'NOT_COUNTS' });
    expect(of(baseline.slice(1))).toEqual({ error: 'BASELINE_TOO_SHORT' });
    expect(of(baseline)).toEqual({ error: 'NOTHING_MONITORED' });
    expect(of(repeat(15, month(10, 5)))).toEqual({ error: 'SIGMA_UNDEFINED' });
  });
});

describe('thresholdBunching', () => {
  const weeks = (counts: Readonly<Record<number, number>>) =>
    Array.from({ length: 16 }, (_, at) => at + 12).flatMap((week) =>
      repeat(counts[week] ?? 10, week - 0.5),
    );

  it('flags too many cases in the two weeks up to the limit', () => {
    // Ten a week around: 20 of 160 expected; 40 of 180 found, against 20 a two weeks’ mean.
    const found = thresholdBunching(weeks({ 19: 15, 20: 25 }));
    expect(found).toMatchObject({ count: 40, of: 180, ratio: 2, flagged: true });
    expect(found.expected).toBeCloseTo(20 / 160, 12);
  });

  it('takes a case of just 20 weeks for one of week 20, and follows the slope around', () => {
    expect(thresholdBunching([...repeat(30, 20), ...weeks({ 19: 0, 20: 0 })]).count).toBe(30);
    expect(thresholdBunching([...repeat(30, 20.1), ...weeks({ 19: 0, 20: 0 })]).count).toBe(0);
    const sloped = Object.fromEntries(Array.from({ length: 16 }, (_, at) => [12 + at, 40 - at]));
    // 33 and 32 stand on the line.
    expect(thresholdBunching(weeks(sloped)).expected).toBeCloseTo(65 / 520, 12);
    expect(thresholdBunching(weeks(sloped))).toMatchObject({ count: 65, flagged: false });
  });

  it('says nothing of no cases', () => {
    expect(thresholdBunching([NaN])).toEqual({
      ...{ count: 0, of: 0, chance: 1, flagged: false, ratio: null, expected: 0 },
    });
  });
});

describe('figures that look made to please', () => {
  it('are copied forward when three in a row are equal, and not 0', () => {
    expect(copiedForward([4, 7, 7, null, 7])).toEqual({ repeated: 3, flagged: true });
    expect(copiedForward([7, 7, 7, 8])).toEqual({ repeated: 1, flagged: false });
    expect(copiedForward([0, 0, 0, 0])).toEqual({ repeated: 0, flagged: false });
    expect(copiedForward([])).toEqual({ repeated: 0, flagged: false });
  });

  it('are heaped when too many end in 0 or 5', () => {
    const numbers = [...repeat(12, 25), ...repeat(12, 31), ...repeat(9, 5)];
    expect(lastDigitHeaping(numbers)).toMatchObject({ count: 12, of: 24, flagged: true });
    expect(lastDigitHeaping(repeat(19, 25))).toMatchObject({ count: 19, flagged: false });
    expect(lastDigitHeaping(repeat(24, 31))).toMatchObject({ chance: 1, flagged: false });
  });

  it('come on the last day more often than the others’', () => {
    // 8 of 8 at a third: 3^−8; 3 of 8 is usual.
    const all = deadlineSubmissions({ returns: 8, onLastDay: 8, othersShare: 1 / 3 });
    expect('chance' in all && all.chance).toBeCloseTo(3 ** -8, 12);
    expect(all).toMatchObject({ flagged: true });
    expect(deadlineSubmissions({ returns: 8, onLastDay: 3, othersShare: 1 / 3 })).toMatchObject({
      flagged: false,
    });
    expect(deadlineSubmissions({ returns: 1, onLastDay: 2, othersShare: 0 })).toEqual({
      error: 'NOT_COUNTS',
    });
    expect(deadlineSubmissions({ returns: 0.5, onLastDay: 0, othersShare: 0 })).toEqual({
      error: 'NOT_COUNTS',
    });
    expect(deadlineSubmissions({ returns: 1, onLastDay: 1, othersShare: 2 })).toEqual({
      error: 'NOT_A_SHARE',
    });
  });

  it('are revised for the better every time', () => {
    // Seven of seven: 2^−7; changes of 0 say nothing.
    const found = helpfulRevisions([1, 2, 1, 0, 3, 1, 1, 1], 'increase');
    expect(found).toEqual({ count: 7, of: 7, chance: 2 ** -7, flagged: true });
    expect(helpfulRevisions([1, 2, 1, 0, 3, 1, 1, 1], 'decrease')).toMatchObject({ count: 0 });
    expect(helpfulRevisions([], 'increase')).toMatchObject({ chance: 1, flagged: false });
  });
});
