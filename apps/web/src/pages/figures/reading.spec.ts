import { seriesFigure } from './series-figure.js';
import { seriesTable } from './series-table.js';
import { drawnOf, figureOf, options, shown, USUAL } from './shown-for-spec.js';

const marksOf = (...of: Parameters<typeof shown>) => figureOf(...of).marks.map(({ text }) => text);
/** How many points of an image have each shape. */
function shapesOf(svg: string | null) {
  const $ = drawnOf(svg);
  const count = (mark: string): number =>
    $(`path[data-mark=${mark}]`)
      .toArray()
      .flatMap((path) => $(path).attr('d')?.match(/m/g) ?? []).length;
  return {
    improvement: count('improvement'),
    concern: count('concern'),
    neither: count('neither'),
  };
}

const rise = [...USUAL, 47, 48, 49, 50, 51, 52, 53, 54];
const shift = [...USUAL, 53, 53.5, 53, 53.5, 53, 53.5, 53, 53.5];
const near = [...USUAL, 55.9, 52, 55.9];

describe('what is unusual', () => {
  it.each([
    [
      'a point above the limit',
      [...USUAL, 90],
      'up',
      /^Above the upper limit in May 2024: unusually high, an improvement\./,
    ],
    [
      'the same where lower is better',
      [...USUAL, 90],
      'down',
      /^Above the upper limit in May 2024: unusually high, a concern\./,
    ],
    [
      'the same where neither is better',
      [...USUAL, 90],
      'none',
      /^Above the upper limit in May 2024: unusually high, neither good nor bad in itself\./,
    ],
    [
      'a point below the limit',
      [...USUAL, 10],
      'up',
      /^Below the lower limit in May 2024: unusually low, a concern\./,
    ],
    ['a rise', rise, 'up', /^Rising without a break since May 2024: unusual, an improvement\./],
    [
      'a shift',
      shift,
      'down',
      /^Always above the average since April 2024: unusually high, a concern\./,
    ],
    [
      'what has ended',
      [...USUAL, 90, 50, 51, 49],
      'up',
      /^Above the upper limit in May 2024: unusually high, an improvement\. As usual since then, around 52\.\d%\./,
    ],
  ] as const)('is said first: %s', (_, values, direction, sentence) => {
    const { sentence: said, title, svg } = figureOf(values, { metric: { direction } });
    expect(said).toMatch(sentence);
    expect(drawnOf(svg)('title').text()).toBe(`Rutland, Plans in time. ${title}`);
  });

  it.each([
    ['up', [...USUAL, 90]],
    ['down', [...USUAL, 90]],
    ['none', [...USUAL, 90]],
    ['up', rise],
    ['none', shift],
    ['down', near],
  ] as const)('is the same in shapes, in the table and in the text (%s)', (direction, values) => {
    const series = shown(values, { metric: { direction } });
    const { svg } = seriesFigure(series, { ...options, asKnownOn: null });
    const { head, rows } = seriesTable(series, 'rutland');
    const column = head.findIndex(({ text }) => text === 'What is unusual');
    const words = rows.map((row) => row[column]?.text ?? '');
    const told = drawnOf(svg)('desc').text();
    const saying = (meaning: string) =>
      words.filter((word) => word.includes(`: ${meaning}`)).length;
    expect(shapesOf(svg)).toEqual({
      improvement: saying('an improvement'),
      concern: saying('a concern'),
      neither: saying('neither good nor bad in itself'),
    });
    expect(words.some((word) => word !== 'As usual')).toBe(true);
    for (const meaning of ['an improvement', 'a concern', 'neither good nor bad in itself'])
      expect(told.includes(`Unusual, ${meaning}:`)).toBe(saying(meaning) > 0);
  });

  it('names every rule that a point is part of', () => {
    const { rows } = seriesTable(shown([...USUAL, ...USUAL.map(() => 90)]), 'rutland');
    expect(rows[0]?.map(({ text }) => text).join(' ')).toMatch(
      /Part of 7 months or more above the average: an improvement|Also part of 7 months or more above the average/,
    );
  });
});

describe('marks', () => {
  it.each([
    [60, 'Misses the agreed plan of 60.0% as a rule: it will not be met without a change'],
    [40, 'Meets the agreed plan of 40.0% as a rule'],
    [51, 'Meets or misses the agreed plan of 51.0% by chance: it lies within the limits'],
  ])('say whether a plan of %d is met', (plan, words) => {
    expect(marksOf(USUAL, { plan })).toEqual(['Varies as usual', words]);
  });

  it('do not say whether a plan is met where the newest figures overturn what used to be true', () => {
    const words =
      'Whether it meets the agreed plan of 40.0% is not known yet: the newest figures are unusual, and the limits still rest on the time before';
    expect(marksOf([...USUAL, 10], { plan: 40 })).toEqual(['Unusually low: a concern', words]);
    const { marks } = figureOf([...USUAL, 90], { plan: 51 });
    expect(marks.map(({ icon }) => icon)).toEqual(['blue-H', 'not-known']);
    expect(marksOf([...USUAL, 10], { plan: 70 })[1]).toMatch(/^Misses the agreed plan of 70\.0%/);
  });

  it('say of the newest figure which way it is unusual', () => {
    expect(marksOf([...USUAL, 90])).toEqual(['Unusually high: an improvement']);
    expect(marksOf([...USUAL, 10])).toEqual(['Unusually low: a concern']);
    expect(marksOf(rise, { metric: { direction: 'none' } })).toEqual([
      'Rising: neither good nor bad in itself',
    ]);
  });

  it('say of which month they speak where the council is silent since', () => {
    const silent = marksOf([...USUAL, null, null, null, null]);
    expect(silent).toEqual(['Varies as usual (April 2024, the last figure)']);
  });
});

describe('where nothing can be said', () => {
  const quiet = (...of: Parameters<typeof shown>) => {
    const { marks, notes, svg } = figureOf(...of);
    expect(marks).toEqual([]);
    return { notes: notes.join(' '), svg };
  };

  it('says how many figures there are and how many are needed, and draws no limits', () => {
    const { notes, svg } = quiet(USUAL.slice(0, 12));
    expect(notes).toBe(
      'Not enough data yet to say what is usual. We need 13 months; there are 12.',
    );
    expect(svg).not.toContain('Upper limit');
    expect(seriesTable(shown(USUAL.slice(0, 12)), 'rutland').head).toHaveLength(3);
    expect(figureOf(USUAL.slice(0, 13)).svg).toContain('Upper limit');
  });

  it('asks whether figures were copied forward, where they never change', () => {
    const { notes, svg } = quiet(USUAL.map(() => 80));
    expect(notes).toContain('No variation recorded: the figure has not changed for 16 months.');
    expect(svg).not.toContain('Upper limit');
  });

  it('says why a figure that grows within its year has no limits', () => {
    const metric = { basis: 'cumulative-academic', unit: 'per100' } as const;
    expect(quiet(USUAL, { metric }).notes).toBe(
      'This figure grows within the year and starts again each September, so it has no limits.',
    );
  });

  it('counts the missing months among the last twelve', () => {
    const gaps = USUAL.map((value, index) => ([6, 8, 10, 12].includes(index) ? null : value));
    const { notes, svg } = quiet([...gaps, 51]);
    expect(notes).toContain('4 of the last 12 months are missing');
    expect(drawnOf(svg)('desc').text()).toContain('Not reported: July 2023, September 2023');
    expect(svg).toContain('Cross: not reported');
  });
});

describe('an improvement', () => {
  it('is said to be one, of the last figure where nothing came after it', () => {
    expect(figureOf([...USUAL, 90]).improvement).toEqual({ text: 'Improved', moved: [] });
    expect(figureOf([...USUAL, 90, null, null]).improvement?.text).toBe(
      'Improved (May 2024, the last figure)',
    );
  });

  it.each([
    ['a concern', [...USUAL, 10]],
    ['as usual', USUAL],
    ['of too few figures', [50, 52, 49, 90]],
  ])('is not said of what is %s', (_, values) => {
    expect(figureOf(values).improvement).toBeNull();
  });
});
