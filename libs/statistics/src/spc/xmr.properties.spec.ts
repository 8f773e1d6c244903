import fc from 'fast-check';
import { xmr, type XmrOptions, type XmrResult } from '../index.js';

const day = (index: number): string =>
  new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
function chart(values: readonly (number | null)[], options: XmrOptions = {}): XmrResult {
  const points = values.map((value, index) => ({ date: day(index), value }));
  const result = xmr({ points, options });
  if ('error' in result) throw new Error(result.error);
  return result;
}
const whole = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 });
const length = fc.constantFrom(6, 7, 8);
const runs = { numRuns: 60 };

/** Every window of so many points for which the condition holds, its points marked. */
function windows(count: number, size: number, holds: (from: number) => boolean): boolean[] {
  const flags = new Array<boolean>(count).fill(false);
  for (let from = 0; from + size <= count; from += 1)
    if (holds(from)) flags.fill(true, from, from + size);
  return flags;
}
const hits = (result: XmrResult, name: string) =>
  result.points.map(({ rulesHit }) =>
    rulesHit.some(({ specialCauseType }) => specialCauseType.includes(name)),
  );
/** The largest |number| anywhere; NaN when one is none. */
const largest = (value: unknown): number =>
  typeof value === 'number'
    ? Math.abs(value)
    : typeof value === 'object' && value !== null
      ? Math.max(0, ...Object.values(value).map(largest))
      : 0;

describe('xmr', () => {
  it('finds the trends and shifts that looking at every window finds', () => {
    fc.assert(
      fc.property(whole, length, length, (values, trendLength, shiftLength) => {
        const result = chart(values, { trendLength, shiftLength });
        const steps = (from: number) =>
          values
            .slice(from + 1, from + trendLength)
            .map((value, i) => value - (values[from + i] ?? 0));
        const trend = windows(values.length, trendLength, (from) => {
          const all = steps(from);
          return all.every((step) => step > 0) || all.every((step) => step < 0);
        });
        const sides = result.points.map(({ relativeToMean }) => relativeToMean);
        const shift = windows(values.length, shiftLength, (from) => {
          const all = sides.slice(from, from + shiftLength);
          return all[0] !== 0 && all.every((side) => side === all[0]);
        });
        expect(hits(result, 'Trend')).toEqual(trend);
        expect(hits(result, 'Points')).toEqual(shift);
      }),
      runs,
    );
  });

  it('gives the same whatever the order of arrival, and with months that have no value', () => {
    fc.assert(
      fc.property(whole, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (values, keys) => {
        const points = values.map((value, index) => ({ date: day(2 * index), value }));
        const empty = values.map((_value, index) => ({ date: day(2 * index + 1), value: null }));
        const shuffled = points
          .map((point, index) => ({ point, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ point }) => point);
        const strip = (result: ReturnType<typeof xmr>) =>
          JSON.stringify(result).replaceAll(/"gapBefore":\d+/g, '');
        expect(strip(xmr({ points: [...empty, ...shuffled] }))).toBe(strip(xmr({ points })));
      }),
      runs,
    );
  });

  it('moves with the values when they are shifted or scaled, and judges the same', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: -50, max: 50 }), (values, by) => {
        const [plain, moved] = [chart(values), chart(values.map((value) => 4 * value + by))];
        expect(moved.points.map(({ rulesHit }) => rulesHit)).toEqual(
          plain.points.map(({ rulesHit }) => rulesHit),
        );
        const [before, after] = [plain.groups[0], moved.groups[0]];
        expect(after?.mean).toBeCloseTo(4 * (before?.mean ?? 0) + by, 8);
        if (before?.upl === null) expect(after?.upl).toBeNull();
        else expect(after?.upl).toBeCloseTo(4 * (before?.upl ?? 0) + by, 8);
      }),
      runs,
    );
  });

  it('charts each group as it would chart it alone', () => {
    fc.assert(
      fc.property(whole, whole, (first, second) => {
        const joined = chart([...first, ...second], { rebaseDates: [day(first.length)] });
        const [left, right] = [chart(first), chart(second)];
        const bare = (result: XmrResult) =>
          result.points.map(({ value, lpl, rulesHit }) => ({ value, lpl, rulesHit }));
        expect(bare(joined)).toEqual([...bare(left), ...bare(right)]);
        expect(joined.overall.variationType).toBe(right.overall.variationType);
      }),
      runs,
    );
  });

  it('never answers with what is no number, however large or small the values', () => {
    const extreme = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(null, 0, -0, 5e-324, 1.7e308, -1.7e308, 1e-12, 1e12),
    );
    fc.assert(
      fc.property(
        fc.array(extreme, { maxLength: 30 }),
        fc.boolean(),
        fc.option(fc.constantFrom(12, 20), { nil: null }),
        (values, screenOutliers, fixAfterNPoints) => {
          const result = chart(values, { screenOutliers, fixAfterNPoints, target: 1e308 });
          expect(largest(result)).toBeLessThan(Infinity);
        },
      ),
      runs,
    );
  });

  it('has more than one baseline point where limits are, and holds its own mean', () => {
    fc.assert(
      fc.property(whole, (values) => {
        const { groups } = chart(values);
        const [group] = groups;
        expect(group?.lpl === null).toBe(values.every((value) => value === values[0]));
        // They lie on it where only jumps, which are left out, make up the variation: 1, 0, 0, 0, 0.
        if (group?.upl != null) expect(group.upl).toBeGreaterThanOrEqual(group.mean);
      }),
      runs,
    );
  });
});
