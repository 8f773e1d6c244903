import type { Browser, Page } from 'playwright-core';
import { openBrowser, overflowOf, signIn } from './open-browser.js';
import { startService, type RunningService } from './start-service.js';

/** Three councils, among them the one with the longest name. */
const COUNCILS = ['herefordshire', 'portsmouth', 'leicestershire'] as const;
const MOST_BYTES = 150_000;

let service: RunningService;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  service = await startService();
  browser = await openBrowser();
  ({ page } = await signIn(browser, service.web, 'DfE analyst'));
}, 300_000);
afterAll(async () => {
  await browser.close();
  await service.stop();
}, 60_000);

/** How many sheets a PDF has: each is an object of its own. */
const sheetsOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** The weight of the page at an address, in bytes. */
async function open(path: string): Promise<number> {
  const answer = await page.goto(path);
  expect([path, answer?.status()]).toEqual([path, 200]);
  return (await answer?.body())?.byteLength ?? Infinity;
}

describe.each(COUNCILS)('the board page of %s', (council) => {
  it('is linked from the council’s page for each group of measures, and prints each on exactly one side of A4', async () => {
    await open(`/councils/${council}`);
    const links = await page
      .locator(`main a[href^="/councils/${council}/board/"]`)
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(6);
    for (const link of links) {
      expect([link, (await open(link)) < MOST_BYTES]).toEqual([link, true]);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect([link, sheetsOf(pdf)]).toEqual([link, 1]);
      // A sheet of 297 by 210 mm, in points.
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 84[12][.\d]* 59[45][.\d]*\]/);
    }
  }, 120_000);
});

it('prints what it is about, its labels and nothing that only a screen needs', async () => {
  await open('/councils/portsmouth/board/plans');
  await page.emulateMedia({ media: 'print' });
  for (const shown of ['h1', '.cpm-labels', '.cpm-card svg', '.cpm-board__taken'])
    expect([shown, await page.locator(shown).first().isVisible()]).toEqual([shown, true]);
  for (const hidden of ['.govuk-service-navigation', '.govuk-footer', '.cpm-board__groups'])
    expect([hidden, await page.locator(hidden).first().isVisible()]).toEqual([hidden, false]);
  await page.emulateMedia({ media: null });
}, 60_000);

it('fits a narrow window, without scripts too', async () => {
  const look = { width: 320, scripts: false };
  const narrow = await signIn(browser, service.web, 'Rutland data officer', look);
  await narrow.page.goto('/councils/rutland/board/reforms');
  expect(await narrow.page.locator('h1').textContent()).toBe('Rutland: Reforms');
  expect(await narrow.page.locator('main').evaluate((main) => main.scrollWidth <= 320)).toBe(true);
  await narrow.context.close();
}, 60_000);

it('gives a chart as an image of dots and as a drawing, from the page of its measure', async () => {
  await open('/councils/portsmouth/figures/plans_within_20_weeks');
  expect(await overflowOf(page)).toBe(0);
  const files = page.locator('.cpm-files').first();
  for (const [name, start] of [
    ['image (SVG)', '<svg'],
    ['image (PNG)', '\u0089PNG'],
    ['table (CSV)', '\u00ef\u00bb\u00bfMonth'],
  ] as const) {
    const link = files.getByRole('link', { name });
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect([name, (await answer.body()).toString('latin1').startsWith(start)]).toEqual([
      name,
      true,
    ]);
  }
}, 60_000);

it('weighs no more than 150 kB with every council’s chart of a measure', async () => {
  await open('/metrics');
  const links = await page
    .locator('main a[href^="/metrics/"]')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  for (const link of new Set(links.slice(0, 10)))
    expect([link, (await open(link)) < MOST_BYTES]).toEqual([link, true]);
}, 120_000);
