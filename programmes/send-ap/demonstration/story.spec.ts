import {
  between,
  countable,
  figure,
  json,
  months,
  published,
  rowsOf,
  total,
} from './demonstration-for-spec.js';

type Reference =
  | { year: number; box: string; total: number }
  | { year: number; part: string; of: string; less?: string; percent: number }
  | { period: string; level: string; value: number };
type Part = {
  part: string;
  council: string;
  adverse: boolean;
  unpublished?: number;
  published: Reference[];
};

const { cast } = json<{ cast: Part[] }>('demonstration', 'story.json');
const levels = new Map(
  rowsOf('levels.csv').map((r) => [
    `${r['council']} ${r['period']} ${r['name']}`,
    Number(r['value']),
  ]),
);
const taking = json<{ council: string; reform: string; to: string | null }[]>(
  'demonstration',
  'participation.json',
);

describe('No part of the story is bad news that was not published', () => {
  it.each(cast.filter((one) => one.adverse).map((one) => [one.part, one.council, one] as const))(
    '%s (%s) rests on a published figure',
    (_part, council, { published: references, unpublished }) => {
      expect(references.length).toBeGreaterThan(0);
      if (unpublished) expect(published(council, unpublished, 'n_requests')).toBeNaN();
    },
  );

  it('quotes its published figures as they are', () => {
    for (const { council, published: references } of cast)
      for (const reference of references) {
        if ('total' in reference)
          expect([council, published(council, reference.year, reference.box)]).toEqual([
            council,
            reference.total,
          ]);
        else if ('percent' in reference) {
          const { year, part, of, less, percent } = reference;
          const whole = published(council, year, of) - (less ? published(council, year, less) : 0);
          const is = (100 * published(council, year, part)) / whole;
          expect([council, part, Math.abs(is - percent) <= 0.05 + 1e-9]).toEqual([
            council,
            part,
            true,
          ]);
        } else {
          const { period, level, value } = reference;
          expect([council, levels.get(`${council} ${period} ${level}`)]).toEqual([council, value]);
        }
      }
  });
});

describe('The reforms of the demonstration', () => {
  const councilsOf = (reform: string): readonly string[] => [
    ...new Set(taking.filter((one) => one.reform === reform).map((one) => one.council)),
  ];

  it('have the true effect built in: 9 points on the expected level where early language support lasted a term', () => {
    const level = (over: readonly string[]): number => {
      const sums = ['n_el_expected', 'n_el_assessed'].map((box) =>
        councilsOf('early-language').reduce((t, council) => t + total(council, box, over), 0),
      );
      return (100 * (sums[0] ?? 0)) / (sums[1] ?? 0);
    };
    const [before, since] = [between('2023-09', '2023-11'), between('2023-12', '2024-10')];
    expect(level(since) - level(before)).toBeGreaterThan(6);
    expect(level(since) - level(before)).toBeLessThan(12);
  });

  it('are tested by as many councils as the story says, and were halted in half of those with tailored lists', () => {
    expect(
      [
        'multi-agency-panels',
        'standard-template',
        'tailored-lists',
        'three-tier-ap',
        'early-language',
        'mediation',
      ].map((reform) => councilsOf(reform).length),
    ).toEqual([9, 14, 6, 9, 9, 10]);
    const lists = taking.filter((one) => one.reform === 'tailored-lists');
    expect(lists.filter((one) => one.to !== null)).toHaveLength(3);
  });
});

/**
 * The binomial cumulative sum that a later alert rule will use (Steiner and others, 2000): odds divided by three, from a
 * baseline of 2021 and 2022 or a plan, over-dispersion measured on the baseline.
 */
function firstAlarm(council: string, plan?: number): string | undefined {
  const counts = (over: readonly string[]) =>
    over.map((month) => ({
      month,
      x: figure(council, 'n_plans_20wk', month),
      n: countable(council, [month]),
    }));
  const baseline = counts(months(2021, 2022));
  const sum = (key: 'x' | 'n'): number => baseline.reduce((t, one) => t + one[key], 0);
  const usual = (sum('x') + 1) / (sum('n') + 2);
  const z = baseline.map(({ x, n }) => (x / n - usual) / Math.sqrt((usual * (1 - usual)) / n));
  const mean = z.reduce((t, one) => t + one, 0) / z.length;
  const spread = Math.sqrt(z.reduce((t, one) => t + (one - mean) ** 2, 0) / (z.length - 1));
  const steps = z.slice(1).map((one, i) => Math.abs(one - (z[i] ?? 0)));
  const moving = steps.reduce((t, one) => t + one, 0) / steps.length / 1.128;
  const dispersion = Math.max(1, moving, spread) ** 2;
  const p = plan ?? usual;
  const worse = p / (3 * (1 - p) + p);
  let c = 0;
  return counts(months(2023, 2024)).find(({ x, n }) => {
    const w = x * Math.log(worse / p) + (n - x) * Math.log((1 - worse) / (1 - p));
    c = Math.max(0, c + w / dispersion);
    return c > 4.5;
  })?.month;
}

describe('The alert rules still to come would find what the story says', () => {
  it('Portsmouth off its plan of 90% with the figures of January 2023', () => {
    expect(firstAlarm('portsmouth', 0.9)).toBe('2023-01');
  });

  it('Stockton-on-Tees getting worse with the figures of July 2024', () => {
    expect(firstAlarm('stockton-on-tees')).toBe('2024-07');
  });

  it('nothing at Barnet and Rutland', () => {
    expect([firstAlarm('barnet'), firstAlarm('rutland')]).toEqual([undefined, undefined]);
  });
});
