import type { CheerioAPI } from 'cheerio';
import { numberIn, openPages, readFunnel, readSeriesChart, readSparkline } from '#testing/web';
import { createWebApp } from '../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const department = await pages.signedIn('dfe-analyst');
afterAll(() => pages.close());

/** The figures of a page's table, oldest first: null where it says in words that there is none. */
const toldBy = ($: CheerioAPI): readonly (number | null)[] =>
  $('main table')
    .last()
    .find('tbody tr')
    .toArray()
    .map((row) => numberIn($(row).find('td').first().text()))
    .reverse();

/** A mark is drawn at whole units, and a triangle's middle lies a little above its point. */
const near = (pixel: number) => 1.3 * pixel;

const COUNCILS = [
  'portsmouth',
  'leicester',
  'wakefield',
  'west-sussex',
  'trafford',
  'wigan',
  'luton',
];

describe('a chart draws what its table says', () => {
  it.each(
    COUNCILS.flatMap((council) =>
      ['plans_within_20_weeks', 'requests_received'].map((metric) => [council, metric] as const),
    ),
  )(
    'of %s, %s: every figure at its height, and a cross where none was reported',
    async (council, metric) => {
      const { $ } = await department.get(`/councils/${council}/figures/${metric}`);
      const { points, pixel } = readSeriesChart($, `#${metric} .cpm-chart-roomy svg`);
      const told = toldBy($);
      expect(points).toHaveLength(told.length);
      for (const [index, { value }] of points.entries()) {
        const figure = told[index] ?? null;
        if (figure === null) expect(value).toBeNull();
        else expect(Math.abs((value ?? NaN) - figure)).toBeLessThanOrEqual(near(pixel));
      }
    },
  );
});

describe('the same chart drawn for a narrow window', () => {
  it.each(COUNCILS)('has every figure of the wide one, of %s', async (council) => {
    const { $ } = await department.get(`/councils/${council}/figures/plans_within_20_weeks`);
    const figure = '#plans_within_20_weeks';
    const wide = readSeriesChart($, `${figure} .cpm-chart-roomy svg`);
    const narrow = readSeriesChart($, `${figure} .cpm-chart-narrow svg`);
    expect(narrow.points.map(({ mark }) => mark)).toEqual(wide.points.map(({ mark }) => mark));
    for (const [index, { value }] of narrow.points.entries())
      expect(Math.abs((value ?? 0) - (wide.points[index]?.value ?? 0))).toBeLessThanOrEqual(
        near(narrow.pixel + wide.pixel),
      );
  });
});

/** The foot and the head of every small picture, as the page says them. */
const scaleOf = ($: CheerioAPI) => {
  const [, foot = '', head = ''] =
    /from (\S+) at its foot to (\S+) at its head/.exec($('#metric-now').text()) ?? [];
  return { foot: numberIn(foot) ?? NaN, head: numberIn(head) ?? NaN };
};

describe('a small picture draws what the table of its council says', () => {
  it.each(
    COUNCILS.flatMap((council) =>
      ['plans_within_20_weeks', 'requests_received'].map((metric) => [council, metric] as const),
    ),
  )('of %s, %s: a line broken where the table has none', async (council, metric) => {
    const page = await department.get(`/metrics/${metric}`);
    const whole = await department.get(`/councils/${council}/figures/${metric}`);
    const told = toldBy(whole.$);
    const { stretches, crosses, pixel } = readSparkline(
      page.$,
      `#c-${council} svg`,
      scaleOf(page.$),
    );
    const expected = told.reduce<number[][]>((parts, figure, index) => {
      if (figure === null) return parts;
      if (index === 0 || told[index - 1] === null) return [...parts, [figure]];
      parts.at(-1)?.push(figure);
      return parts;
    }, []);
    expect(stretches.map((part) => part.length)).toEqual(expected.map((part) => part.length));
    expect(crosses).toBe(told.filter((figure) => figure === null).length);
    for (const [index, value] of stretches.flat().entries())
      expect(Math.abs(value - (expected.flat()[index] ?? NaN))).toBeLessThanOrEqual(near(pixel));
  });

  it.each([
    ['wakefield', 'concern', 0],
    ['west-sussex', 'improvement', 100],
  ])('of %s, with the unusual figure by its shape: %s', async (council, mark, value) => {
    const { $ } = await department.get('/metrics/plans_within_20_weeks');
    const { shapes, pixel } = readSparkline($, `#c-${council} svg`, scaleOf($));
    expect(Math.abs((shapes(mark).at(-1) ?? NaN) - value)).toBeLessThanOrEqual(near(pixel));
  });
});

describe('a funnel draws what its table says', () => {
  it('puts each council at its share and its cases, by the shape that its words are', async () => {
    const { $ } = await department.get('/metrics/plans_within_20_weeks/funnel');
    const { points, pixel } = readFunnel($, '#funnel svg');
    const rows = $('main table tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('td')
          .toArray()
          .map((td) => $(td).text()),
      )
      .filter(([, , lower]) => lower !== '–')
      .map(([share = '', cases = '', , , place = '']) => ({
        share: numberIn(share) ?? NaN,
        cases: Number(/of ([\d,]+)/.exec(cases)?.[1]?.replaceAll(',', '')),
        mark: /Above/.test(place) ? 'above' : /Below/.test(place) ? 'below' : 'inside',
      }));
    expect(rows.length).toBeGreaterThan(20);
    expect(points).toHaveLength(rows.length);
    const left = [...points];
    for (const row of rows) {
      const at = left.findIndex(
        (point) =>
          point.mark === row.mark &&
          Math.abs(point.share - row.share) <= 3 * pixel.share &&
          Math.abs(point.cases - row.cases) <= 1.1 * pixel.cases,
      );
      expect([row, at >= 0]).toEqual([row, true]);
      left.splice(at, 1);
    }
  });
});
