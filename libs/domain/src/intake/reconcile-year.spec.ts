import { publishedPairs } from './published-pairs.js';
import { reconcileYear } from './reconcile-year.js';
import type { ValidationRule } from './validation-rule.js';

const rule = (published: unknown): ValidationRule => ({
  code: 'PUBLISHED_GAP',
  version: 1,
  severity: 'note',
  scope: 'value',
  message: '',
  fix: '',
  params: { share: 0.05, cases: 5, published },
});
const twelve = (value: string | null) => Array.from({ length: 12 }, () => value);

describe('twelve months beside a published figure', () => {
  it('are compared as the rule compares them', () => {
    expect(reconcileYear(twelve('10'), '121', [rule({})]).gap).toEqual({
      months: 120,
      published: 121,
      wide: false,
    });
    expect(reconcileYear(twelve('10'), '130', [rule({})]).gap?.wide).toBe(true);
  });

  it('are added up but not compared while a month is missing, or nothing is published', () => {
    const months = twelve('10').with(2, null);
    expect(reconcileYear(months, '120', [])).toMatchObject({ sum: '110', missing: [3], gap: null });
    expect(reconcileYear(twelve('10'), null, []).gap).toBeNull();
    expect(reconcileYear(twelve(null), '120', [])).toMatchObject({ sum: null, gap: null });
  });
});

describe('the published counterparts of boxes', () => {
  it('are read from the rule, and what is not a pair is none', () => {
    const less = { metric: 'b', part: 'denominator' };
    expect(
      publishedPairs([
        rule({
          one: { metric: 'a', part: 'value', note: 'the same', said: true },
          two: { metric: 'a', part: 'numerator', less },
          three: { metric: 'a', part: 'percentage' },
          four: 'a',
        }),
      ]),
    ).toEqual([
      {
        box: 'one',
        published: { metric: 'a', part: 'value' },
        less: null,
        note: 'the same',
        said: true,
      },
      { box: 'two', published: { metric: 'a', part: 'numerator' }, less, note: '', said: false },
    ]);
    expect(publishedPairs([])).toEqual([]);
  });
});
