import { load } from 'cheerio';
import { aMonth, aPoint } from '#testing/web';
import { chartPoints, planSteps } from './chart-model.js';
import { sharedRange, valueAxis } from './chart-scale.js';
import { drawSeriesChart, type SeriesChart } from './series-chart.js';
import { wrapLabels } from './wrap-labels.js';

const points = chartPoints([
  aPoint({ period: aMonth('2024-09'), value: '40' }),
  aPoint({ period: aMonth('2024-10'), value: null, state: 'missing' }),
  aPoint({ period: aMonth('2024-11'), value: '0' }),
  aPoint({ period: aMonth('2024-12'), value: '50', standing: 'provisional' }),
]);
const [first, last] = [points[0]?.day ?? 0, points.at(-1)?.day ?? 0];
const plan = planSteps(
  {
    councilId: 1,
    metric: 'm',
    version: 1,
    status: 'agreed',
    interpolation: 'step',
    tolerance: 5,
    points: [{ from: '2024-01-01', value: 90 }],
    agreedOn: '2024-01-01',
    note: '',
  },
  { first, last },
);
const aChart = (over: Partial<SeriesChart> = {}): SeriesChart => ({
  id: 'c',
  title: 'Rutland: 3 of 4, or 75.0%, in December 2024 & <not> a year before.',
  description: 'Four months.',
  unit: 'percent',
  points,
  plan: [],
  events: [],
  eventKey: 'image',
  range: sharedRange([points], 'percent'),
  labels: ['Demonstration data', 'Council records, not official statistics'],
  size: 'wide',
  ...over,
});
const drawn = (over: Partial<SeriesChart> = {}) =>
  load(drawSeriesChart(aChart(over)), { xml: true });

/** How many points are drawn as usual. */
const dotsOf = ($: ReturnType<typeof drawn>) =>
  $('path[data-mark=usual]')
    .toArray()
    .flatMap((path) => $(path).attr('d')?.match(/m/g) ?? []).length;

describe('drawSeriesChart', () => {
  it('says its finding in its title, and names both title and description', () => {
    const $ = drawn();
    expect($('svg').attr('role')).toBe('img');
    expect($('svg').attr('aria-labelledby')).toBe('c-title c-desc');
    expect($('#c-title').text()).toBe(aChart().title);
  });

  it('leaves a gap where there is no figure, and crosses what was not reported', () => {
    const $ = drawn();
    const line = $('path[fill=none]').attr('d') ?? '';
    expect(line.match(/m/g)).toHaveLength(2);
    expect(dotsOf($)).toBe(3);
    expect($('path[d*="m0,-6"]')).toHaveLength(1);
    expect($.text()).toContain('Cross: not reported');
  });

  it('joins no two years over one that was not published', () => {
    const years = [2019, 2020, 2021, 2023].map((year) =>
      aPoint({
        period: {
          timePeriod: String(year),
          timeIdentifier: 'Calendar year',
          start: `${year}-01-01`,
          end: `${year + 1}-01-01`,
        },
      }),
    );
    const lines = (of: typeof years) =>
      drawn({ points: chartPoints(of) })('path[fill=none]')
        .attr('d')
        ?.match(/m/g)?.length;
    expect([lines(years.slice(0, 3)), lines(years)]).toEqual([1, 2]);
  });

  it('writes the numbers of its axis out', () => {
    const many = chartPoints([aPoint({ value: '2000' })]);
    const $ = drawn({ points: many, unit: 'count', range: sharedRange([many], 'count') });
    expect($('g[text-anchor=end] text').last().text()).toBe('2,000');
    const few = chartPoints([aPoint({ value: '0.04' })]);
    const rate = drawn({ points: few, unit: 'per100', range: sharedRange([few], 'per100') });
    const texts = rate('g[text-anchor=end] text').toArray();
    expect(texts.map((one) => rate(one).text())).toEqual(['0', '0.01', '0.02', '0.03', '0.04']);
  });

  it('draws a provisional point hollow, and says so inside the image', () => {
    const $ = drawn();
    expect($('path[stroke="#ffffff"]').attr('d')?.match(/m/g)).toHaveLength(1);
    expect($.text()).toContain('Hollow: provisional');
    expect($.text()).toContain('Demonstration data');
  });

  it('draws a nought on the axis, unlike a gap', () => {
    const bottom = 270 - 28;
    const $ = drawn({ points: points.slice(2, 3) });
    expect($('path[data-mark=usual]').attr('d')).toMatch(new RegExp(`^m\\d+,${bottom}h0$`));
  });

  it('draws an agreed plan with the band that is still near it', () => {
    const $ = drawn({ plan });
    expect($('path[data-plan=band]').attr('d')).toMatch(/^M[\d.]+,[\d.]+H[\d.]+V[\d.]+H[\d.]+Z$/);
    expect($('path[data-plan=line]').attr('d')).toMatch(/^M[\d.]+,[\d.]+H[\d.]+$/);
    expect($.text()).toContain('Agreed plan');
  });

  it('carries no inline style and gives the same bytes every time', () => {
    const once = drawSeriesChart(aChart({ plan }));
    expect(once).not.toContain('style=');
    expect(drawSeriesChart(aChart({ plan }))).toBe(once);
  });

  it('says what the numbers of its axis are, and has only whole ones for a count', () => {
    expect(drawn().text()).toContain('Per cent');
    const few = chartPoints([aPoint({ value: '1' }), aPoint({ value: '2' })]);
    const $ = drawn({ points: few, unit: 'count', range: sharedRange([few], 'count') });
    const ticks = $('g[text-anchor=end] text').toArray();
    expect(ticks.map((tick) => $(tick).text())).toEqual(['0', '1', '2']);
    expect($.text()).toContain('Number');
  });

  it('draws a single point, and a small chart of many, without a number that is none', () => {
    const one = points.slice(0, 1);
    const single = drawSeriesChart(
      aChart({ points: one, range: sharedRange([one], 'count'), unit: 'count', size: 'small' }),
    );
    expect(single).not.toMatch(/NaN|Infinity/);
  });
});

describe('valueAxis', () => {
  it.each([
    ['percent', 0, 98, [0, 100]],
    ['percent', 0, 20, [0, 100]],
    ['percent', 0, 19.9, [0, 20]],
    ['percent', 0, 3.2, [0, 4]],
    ['percent', 0, 0, [0, 1]],
    ['percent', -13.9, 2, [-15, 5]],
    ['count', 0, 3, [0, 3]],
    ['count', 0, 193, [0, 200]],
    ['per100', 0, 33.6, [0, 40]],
    ['pounds', 0, 0, [0, 1]],
  ] as const)('is drawn by the data: %s from %d to %d', (unit, lowest, highest, axis) => {
    expect(valueAxis(unit, lowest, highest)).toEqual(axis);
  });
});

describe('sharedRange', () => {
  it('counts the band of an agreed plan among what is drawn', () => {
    const small = chartPoints([aPoint({ value: '4' })]);
    expect(sharedRange([small], 'percent')).toMatchObject({ bottom: 0, top: 4 });
    expect(sharedRange([small], 'percent', plan)).toMatchObject({ bottom: 0, top: 100 });
  });

  it('is 0 to 100 for percentages, and a round number above all else', () => {
    expect(sharedRange([points], 'percent')).toMatchObject({ bottom: 0, top: 100 });
    expect(sharedRange([points], 'count')).toMatchObject({ bottom: 0, top: 50 });
    const deficit = points.map((point) => ({ ...point, value: -13.9 }));
    expect(sharedRange([deficit], 'percent').bottom).toBeLessThan(-13.9);
    expect(sharedRange([[]], 'count')).toMatchObject({ bottom: 0, top: 1 });
  });

  it('covers the days of every series', () => {
    expect(sharedRange([points.slice(0, 1), points.slice(3)], 'count')).toMatchObject({
      firstDay: first,
      lastDay: last,
    });
  });
});

describe('planSteps', () => {
  it('draws nothing that is not agreed', () => {
    expect(planSteps(undefined, { first, last })).toEqual([]);
    expect(plan).toEqual([{ fromDay: first, toDay: last, value: 90, tolerance: 5 }]);
  });
});

it('wraps labels between labels, and breaks one only when it is too long by itself', () => {
  expect(wrapLabels(['one', 'two', 'three four five'], 10)).toEqual([
    'one · two',
    'three four',
    'five',
  ]);
});
