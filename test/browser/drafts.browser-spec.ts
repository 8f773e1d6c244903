import type { Browser, Page } from 'playwright-core';
import { faultsOf, openBrowser, overflowOf, signIn } from './open-browser.js';
import { startService, type RunningService } from './start-service.js';

const PAGE = '/council/return/2024-12';

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

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const whole = async (page: Page): Promise<void> => {
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
};

it('two people save one return, choose where they differ, and lose nothing', async () => {
  const [officer, lead] = [
    await signIn(browser, service.web, 'Rutland data officer', { width: 320, scripts: true }),
    await signIn(browser, service.web, 'Rutland SEND lead', { width: 1280, scripts: true }),
  ].map(({ page }) => page);
  if (!officer || !lead) throw new Error('nobody signed in');
  for (const page of [officer, lead]) await page.goto(PAGE);
  await lead.fill('#box-n_requests', '9');
  await lead.fill('#box-n_plans', '4');
  await press(lead, 'Save and come back later');
  expect(await lead.locator('#draft').textContent()).toContain('Saved by Rutland SEND lead');
  await whole(lead);
  await officer.fill('#box-n_requests', '6');
  await officer.fill('#box-n_decisions', '5');
  await press(officer, 'Save and come back later');
  expect(await officer.locator('h1').textContent()).toContain('Someone else changed this return');
  await whole(officer);
  await press(officer, 'Save what I have chosen');
  expect(await officer.locator('.govuk-error-summary a').count()).toBe(1);
  await whole(officer);
  await officer.getByLabel('Yours: 6').check();
  await press(officer, 'Save what I have chosen');
  const boxes = ['requests', 'plans', 'decisions'].map((box) => `#box-n_${box}`);
  const texts: string[] = [];
  for (const box of boxes) texts.push(await officer.inputValue(box));
  expect(texts).toEqual(['6', '4', '5']);
  await whole(officer);
  await officer.goto('/council');
  expect(await officer.locator('main').textContent()).toContain('It is not sent yet.');
  await whole(officer);
  await officer.goto(PAGE);
  await press(officer, 'Delete what was saved');
  expect(await officer.locator('#draft').count()).toBe(0);
}, 120_000);
