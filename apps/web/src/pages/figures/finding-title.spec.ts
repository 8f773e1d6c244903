import { monthAt } from '#testing/web';
import { figureOf, options, shown, USUAL } from './shown-for-spec.js';
import { seriesFigure } from './series-figure.js';

const titleOf = (...of: Parameters<typeof figureOf>): string => figureOf(...of).title;
const rise = [...USUAL.slice(0, 12), 51, 53, 55, 57, 59, 61, 63, 65];

describe('the title of a chart says the finding', () => {
  it.each([
    [
      'usual variation',
      USUAL,
      'up',
      'Rutland’s figure has varied as usual since January 2023, around 50.3%.',
    ],
    [
      'unusual, the wrong way',
      [...USUAL, 10],
      'up',
      'Rutland’s figure was unusually low in May 2024.',
    ],
    [
      'unusual, the right way',
      [...USUAL, 90],
      'up',
      'Rutland’s figure was unusually high in May 2024: an improvement.',
    ],
    [
      'a rise',
      rise,
      'up',
      /^Rutland’s figure has (risen without a break|been unusually high) since .+: an improvement\.$/,
    ],
    [
      'a direction that is neither good nor bad',
      [...USUAL, 90],
      'none',
      'Rutland’s figure was unusually high in May 2024. This is neither good nor bad in itself.',
    ],
    [
      'what has ended',
      [...USUAL, 90, 50, 51, 49],
      'up',
      /^Rutland’s figure was unusually high in May 2024: an improvement\. It has varied as usual since then, around 52\.\d%\.$/,
    ],
    [
      'fewer than 13 points',
      USUAL.slice(0, 12),
      'up',
      'Rutland: not enough data yet. We need 13 months to say what is usual; there are 12.',
    ],
    [
      'a constant',
      USUAL.map(() => 50),
      'up',
      'Rutland’s figure has not changed for 16 months. Check that figures were not copied forward.',
    ],
  ] as const)('%s', (_, values, direction, title) => {
    const said = titleOf(values, { metric: { direction } });
    if (typeof title === 'string') expect(said).toBe(title);
    else expect(said).toMatch(title);
  });

  it('says what one case changes, where cases are few', () => {
    const counts = USUAL.map((_, index): readonly [number, number] => [index % 2 === 0 ? 2 : 3, 4]);
    const values = counts.map(([numerator, denominator]) => (100 * numerator) / denominator);
    const title = titleOf(values, { counts });
    expect(title).toMatch(/^Rutland’s figure has varied as usual/);
    expect(title).toMatch(
      /There are about 4 cases a month: one case changes the figure by 25 percentage points\.$/,
    );
  });

  it('says a figure that grows within the year beside the year before, and that it starts again', () => {
    const values = Array.from({ length: 20 }, (_, index) => 1 + ((index + 4) % 12));
    const metric = { basis: 'cumulative-academic', unit: 'per100', direction: 'down' } as const;
    expect(titleOf(values, { metric })).toBe(
      'Rutland has had 12.0 per 100 since September. At this point last year: 12.0 per 100. Counts start again each September.',
    );
  });

  it('says of an improvement what moved beside it', () => {
    const one = shown([...USUAL, 90]);
    const metric = { ...one.series.metric, title: 'Refusals' };
    const titleWith = (change: { before: number; now: number } | null) =>
      seriesFigure(
        { ...one, improvement: { moved: [{ metric, adverse: 'up', change }] } },
        { ...options, asKnownOn: null },
      ).title;
    const improved =
      'Rutland improved from 50.0% a year before to 90.0%, with side effects to check:';
    expect(titleWith({ before: 16, now: 32 })).toBe(
      `${improved} Refusals went from 16.0% to 32.0%.`,
    );
    for (const unclear of [null, { before: 32, now: 32 }, { before: 32, now: 16 }])
      expect(titleWith(unclear)).toBe(`${improved} Refusals (unusually high or rising).`);
  });

  it('says silence before everything, and repeats nothing', () => {
    const { title, sentence } = seriesFigure(shown(USUAL), {
      ...{ ...options, asKnownOn: null },
      expected: monthAt(20),
    });
    expect(title).toMatch(/^Rutland has not reported September 2024\.$/);
    expect(sentence).toContain('Has varied as usual');
    expect(sentence).not.toContain('has not reported');
  });
});
