import { load } from 'cheerio';
import { aMonth, aPoint } from '#testing/web';
import { chartPoints, planSteps } from './chart-model.js';
import { sharedRange } from './chart-scale.js';
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
  range: sharedRange([points], 'percent'),
  labels: ['Demonstration data', 'Council records, not official statistics'],
  size: 'wide',
  ...over,
});
const drawn = (over: Partial<SeriesChart> = {}) =>
  load(drawSeriesChart(aChart(over)), { xml: true });

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
    expect(line.match(/M/g)).toHaveLength(2);
    expect($('circle')).toHaveLength(3);
    expect($('path[d*="m0,-6"]')).toHaveLength(1);
    expect($.text()).toContain('Cross: not reported');
  });

  it('draws a provisional point hollow, and says so inside the image', () => {
    const $ = drawn();
    expect($('g[fill="#ffffff"] circle')).toHaveLength(1);
    expect($.text()).toContain('Hollow: provisional');
    expect($.text()).toContain('Demonstration data');
  });

  it('draws a nought on the axis, unlike a gap', () => {
    const $ = drawn();
    const bottom = 250 - 28;
    expect($(`circle[cy=${bottom}]`)).toHaveLength(1);
  });

  it('draws an agreed plan with the band that is still near it', () => {
    const $ = drawn({ plan });
    expect($('rect')).toHaveLength(1);
    expect($('line[stroke-dasharray]')).toHaveLength(1);
    expect($.text()).toContain('agreed plan');
  });

  it('carries no inline style and gives the same bytes every time', () => {
    const once = drawSeriesChart(aChart({ plan }));
    expect(once).not.toContain('style=');
    expect(drawSeriesChart(aChart({ plan }))).toBe(once);
  });

  it('draws a single point, and a small chart of many, without a number that is none', () => {
    const one = points.slice(0, 1);
    const single = drawSeriesChart(
      aChart({ points: one, range: sharedRange([one], 'count'), unit: 'count', size: 'small' }),
    );
    expect(single).not.toMatch(/NaN|Infinity/);
  });
});

describe('sharedRange', () => {
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
