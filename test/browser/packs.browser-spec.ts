import type { Browser } from 'playwright-core';
import { faultsOf, openBrowser, overflowOf, signIn } from './open-browser.js';
import { startService, type RunningService } from './start-service.js';

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

it('an analyst makes a pack without scripts; a board member opens it, sees that it is whole, and prints it', async () => {
  const analyst = await signIn(browser, service.web, 'DfE analyst', {
    width: 1280,
    scripts: false,
  });
  await analyst.page.goto('/packs');
  await analyst.page.getByRole('button', { name: 'Make a pack' }).click();
  await analyst.page.getByRole('button', { name: 'Make the pack' }).click();
  expect(await analyst.page.locator('.govuk-error-summary a').count()).toBe(3);
  await analyst.page.getByLabel('What is the pack called?').fill('Panels after a year');
  await analyst.page.getByLabel('What question is it for?').fill('Should panels go on?');
  await analyst.page
    .getByLabel('New EHC plans issued within 20 weeks (exceptions not counted)', { exact: true })
    .check();
  await analyst.page.getByLabel('Only those that I choose below').check();
  await analyst.page.getByText('Choose councils', { exact: true }).first().click();
  await analyst.page.getByLabel('Portsmouth').check();
  await analyst.page.getByLabel('Rutland').check();
  await analyst.page.getByRole('button', { name: 'Make the pack' }).click();
  const address = new URL(analyst.page.url()).pathname;
  await analyst.context.close();

  for (const width of [1280, 320]) {
    const look = { width, scripts: true };
    const { context, page } = await signIn(browser, service.web, 'Board member', look);
    await page.getByRole('link', { name: 'Panels after a year' }).click();
    expect(new URL(page.url()).pathname).toBe(address);
    expect(await page.locator('main').textContent()).toContain('are as they were when the pack');
    await page.locator('details summary').click();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await page.getByRole('link', { name: 'Open to print' }).click();
    expect(await page.locator('svg[role=img]').count()).toBe(2);
    expect(await page.locator('main').textContent()).toContain('Demonstration data.');
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
    await context.close();
  }
}, 120_000);
