import { load } from 'cheerio';
import type { Browser, Page } from 'playwright-core';
import { numberIn, readFunnel, readSeriesChart, readSparkline } from '#testing/web';
import { faultsOf, openBrowser, overflowOf, signIn } from './open-browser.js';
import { startService, type RunningService } from './start-service.js';

const METRIC = '/metrics/plans_within_20_weeks';
const PAGES = [
  `${METRIC}?order=partnership`,
  `${METRIC}?partnership=nowhere`,
  `${METRIC}/funnel`,
  `${METRIC}/funnel?period=2024-10&known=2024-12-01`,
  '/metrics/ehcp_timeliness_20wk_excl/funnel?all=1',
  `${METRIC}/table`,
  `${METRIC}/export`,
  `${METRIC}/export?format=&from=soon&to=2024-02`,
];

let service: RunningService;
let browser: Browser;
beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await service.stop();
}, 60_000);

describe.each([1280, 320])('at %i pixels', (width) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await signIn(browser, service.web, 'DfE analyst', { width, scripts: true }));
  });
  afterAll(() => page.context().close());

  it.each(PAGES)(
    '%s has no fault that axe finds, and fits its window',
    async (path) => {
      await page.goto(path);
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    },
    60_000,
  );
});

it('no page of a measure weighs more than 150 kB, of all councils of England either', async () => {
  const { context, page } = await signIn(browser, service.web, 'DfE analyst');
  for (const path of [METRIC, `${METRIC}?back=all`, '/metrics/ehcp_timeliness_20wk_excl?all=1']) {
    const answer = await page.goto(path);
    const bytes = (await answer?.body())?.byteLength ?? Infinity;
    expect([path, bytes < 150_000]).toEqual([path, true]);
  }
  await context.close();
}, 120_000);

it('charts of the demonstration draw what their tables say', async () => {
  const { context, page } = await signIn(browser, service.web, 'DfE analyst');
  const read = async (path: string) => {
    await page.goto(path);
    return load(await page.content());
  };
  const figures = await read('/councils/leicester/figures/plans_within_20_weeks?back=all');
  const cells = figures('main table')
    .last()
    .find('tbody tr')
    .toArray()
    .map((row) => figures(row).find('td').first().clone().children('small').remove().end().text())
    .reverse();
  // What is not available has neither a point nor a cross.
  const told = cells.map(numberIn).filter((figure) => figure !== null);
  const chart = readSeriesChart(figures, '#plans_within_20_weeks .cpm-chart-box svg');
  const values = chart.points.flatMap(({ value }) => value ?? []);
  expect(values).toHaveLength(told.length);
  expect(chart.points.length - values.length).toBe(
    cells.filter((words) => words.startsWith('Not reported')).length,
  );
  for (const [index, value] of values.entries())
    expect(Math.abs(value - (told[index] ?? NaN))).toBeLessThanOrEqual(1.3 * chart.pixel);

  const councils = await read(`${METRIC}?back=all`);
  const { stretches, pixel } = readSparkline(councils, '#c-leicester svg', { foot: 0, head: 100 });
  const drawn = stretches.flat();
  expect(drawn).toHaveLength(told.length);
  for (const [index, value] of drawn.entries())
    expect(Math.abs(value - (told[index] ?? NaN))).toBeLessThanOrEqual(1.3 * pixel);

  const funnel = await read(`${METRIC}/funnel`);
  const { points } = readFunnel(funnel, '#funnel svg');
  const rows = funnel('main table tbody tr')
    .toArray()
    .map((row) => funnel(row).text());
  const beyond = rows.filter((row) => /(Above|Below) the/.test(row)).length;
  expect(points.filter(({ mark }) => mark !== 'inside')).toHaveLength(beyond);
  expect(points).toHaveLength(rows.filter((row) => /limits?$/.test(row.trim())).length);
  await context.close();
}, 120_000);
