import fc from 'fast-check';
import {
  after,
  before,
  check,
  eachOnce,
  keyOf,
  MONTHS,
  PAIRS,
  standingOf,
  submission,
} from './any-submission-for-spec.js';
import type { CheckedSubmission } from './index.js';

const blocks = ({ findings }: CheckedSubmission) =>
  findings.filter(({ severity }) => severity === 'block');

describe('checkSubmission, whatever is sent', () => {
  it('says and accepts the same in any order of rows', () => {
    fc.assert(
      fc.property(
        before,
        submission.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
          ),
        ),
        (standing, [rows, shuffled]) => {
          const [a, b] = [check(rows, standing), check(shuffled, standing)];
          expect(b.findings).toEqual(a.findings);
          const figures = ({ accepted }: CheckedSubmission) =>
            (accepted ?? []).map((o) => `${keyOf(standingOf(o))} ${o.state} ${o.value}`).sort();
          expect(figures(b)).toEqual(figures(a));
          expect([b.receivedCount, b.unchangedCount]).toEqual([a.receivedCount, a.unchangedCount]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('changes nothing when the same is sent again', () => {
    fc.assert(
      fc.property(before, submission, (standing, rows) => {
        const first = check(rows, standing);
        const second = check(rows, after(standing, first));
        expect(second.accepted).toEqual([]);
        expect(second.unchangedCount).toBe(first.accepted!.length + first.unchangedCount);
      }),
      { numRuns: 400 },
    );
  });

  it('accepts no figure twice', () => {
    fc.assert(
      fc.property(before, submission, (standing, rows) => {
        const checked = check(rows, standing);
        const accepted = checked.accepted!.map((o) => keyOf(standingOf(o)));
        expect(new Set(accepted).size).toBe(accepted.length);
        expect(accepted.length + checked.unchangedCount).toBeLessThanOrEqual(checked.receivedCount);
      }),
      { numRuns: 400 },
    );
  });

  it('accepts no figure that a block names, where each comes once', () => {
    fc.assert(
      fc.property(before, eachOnce, (standing, rows) => {
        const checked = check(rows, standing);
        const accepted = checked.accepted!.map((o) => keyOf(standingOf(o)));
        const refused = new Set(blocks(checked).map(keyOf));
        expect(accepted.filter((key) => refused.has(key))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('leaves no part above its whole among what stands afterwards', () => {
    fc.assert(
      fc.property(before, submission, (standing, rows) => {
        const figures = new Map(
          after(standing, check(rows, standing)).map((f) => [
            keyOf(f),
            Number(f.value ?? Number.NaN),
          ]),
        );
        const broken = MONTHS.flatMap((month) => {
          const period = month === '2024-08' ? '2024 August' : '2024 September';
          const at = (box: string) =>
            figures.get(keyOf({ councilId: 1, metric: box, period })) ?? Number.NaN;
          return [
            ...PAIRS.filter(({ part, whole }) => at(part) > at(whole)).map(({ part }) => part),
            ...(at('part') > at('whole') - at('except') ? ['exceptions'] : []),
            ...(at('part') + at('late') > at('whole') ? ['times'] : []),
          ].map((what) => `${month} ${what}`);
        });
        expect(broken).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('never throws, and repeats no more than a hundred characters', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(...MONTHS, 'whole', '6'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(any, { minLength: 9, maxLength: 11 }), { maxLength: 5 }),
        (all) => {
          const checked = check(all.map((cells, index) => ({ row: index + 2, cells })));
          for (const { value, column, message } of checked.findings) {
            expect((value ?? '').length).toBeLessThanOrEqual(100);
            expect((column ?? '').length).toBeLessThanOrEqual(100);
            expect(message.length).toBeLessThanOrEqual(600);
          }
        },
      ),
    );
  });
});
