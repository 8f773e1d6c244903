import type { Browser, Page } from 'playwright-core';
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

const look = { width: 1280, scripts: false };
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).click();
const said = async (page: Page): Promise<string> =>
  (await page.locator('main').textContent())?.replaceAll(/\s+/g, ' ') ?? '';

/** What axe finds on a page of a person who reads without scripts: axe is a script, so a second window looks. */
const faultsAt = async (page: Page, watcher: Page): Promise<readonly string[]> => {
  await watcher.goto(page.url());
  return [...(await faultsOf(watcher)), ...((await overflowOf(watcher)) > 0 ? ['too wide'] : [])];
};

const date = async (page: Page, name: string, [day, month, year]: readonly string[]) => {
  await page.locator(`#${name}-day`).fill(day ?? '');
  await page.locator(`#${name}-month`).fill(month ?? '');
  await page.locator(`#${name}-year`).fill(year ?? '');
};

it('an alert is acknowledged, commented on, planned, agreed and closed by page alone, without scripts', async () => {
  const { page: analyst } = await signIn(browser, service.web, 'DfE analyst', look);
  const { page: watcher } = await signIn(browser, service.web, 'DfE analyst', {
    ...{ width: 320, scripts: true },
  });

  // A finding to look at: DfE may close it with an explanation while the figures stay as they are.
  await analyst.goto('/alerts');
  const finding = analyst.locator('main a', { hasText: 'unlike other councils since' }).first();
  await finding.click();
  const alert = analyst.url();
  await press(analyst, 'Acknowledge this alert');
  expect(await said(analyst)).toContain('Acknowledged by DfE analyst');

  await follow(analyst, 'Write a comment');
  expect(await faultsAt(analyst, watcher)).toEqual([]);
  await analyst.locator('#words').fill('Child B, aged 9, waits.');
  await press(analyst, 'Save the comment');
  expect(await analyst.locator('.govuk-error-summary a').getAttribute('href')).toBe('#words');
  await analyst.locator('#words').fill('The council counts requests of another year, too.');
  await press(analyst, 'Save the comment');
  expect(await said(analyst)).toContain('The council counts requests of another year, too.');

  await follow(analyst, 'Say who looks after it');
  await analyst.getByLabel('At the council').check();
  await analyst.locator('#who').fill('SEND lead');
  await press(analyst, 'Save');
  expect(await said(analyst)).toContain('With SEND lead at the council, as DfE analyst said');

  await follow(analyst, 'Add an action to the recovery plan');
  expect(await faultsAt(analyst, watcher)).toEqual([]);
  await analyst.locator('#words').fill('Count each request in the year in which it came');
  await analyst.locator('#who').fill('Data officer');
  await date(analyst, 'due', ['14', '2', '2025']);
  await press(analyst, 'Add this action');
  expect(await said(analyst)).toContain(
    'Recovery plan, not yet agreed by DfE: one action, next one due on 14 February 2025.',
  );
  await follow(analyst, 'Agree the recovery plan');
  await press(analyst, 'Agree this plan');
  expect(await said(analyst)).toContain('Recovery plan agreed on 15 January 2025: one action');
  expect(await faultsAt(analyst, watcher)).toEqual([]);

  await analyst.locator('main a', { hasText: 'Change' }).first().click();
  expect(await faultsAt(analyst, watcher)).toEqual([]);
  await analyst.getByLabel('It is done').check();
  await analyst.locator('#words').fill('The count was mended for this year.');
  await press(analyst, 'Save');
  expect(await said(analyst)).toContain('one action, all done.');

  await follow(analyst, 'Close this alert');
  expect(await faultsAt(analyst, watcher)).toEqual([]);
  await analyst.locator('#words').fill('The council counted by another rule until this year.');
  await date(analyst, 'review', ['30', '6', '2025']);
  await press(analyst, 'Close this alert');
  expect(await analyst.locator('.govuk-error-summary a').getAttribute('href')).toBe('#useful');
  await analyst.getByLabel('No', { exact: true }).check();
  await analyst.getByLabel('The figures were wrong').check();
  await press(analyst, 'Close this alert');
  expect(analyst.url()).toContain(alert);
  expect(await said(analyst)).toContain('DfE analyst accepted an explanation on 15 January 2025.');
  expect(await said(analyst)).toContain('The alert was not useful: the figures were wrong.');
  expect(await analyst.locator('main a', { hasText: 'Write a comment' }).count()).toBe(0);

  await follow(analyst, 'Reopen this alert');
  await analyst.locator('#words').fill('The figures of last year are in doubt, too.');
  await press(analyst, 'Reopen this alert');
  expect(await said(analyst)).not.toContain('accepted an explanation');

  await analyst.goto('/alert-quality');
  expect(await said(analyst)).toContain('Unlike the other councils');
  expect(await faultsAt(analyst, watcher)).toEqual([]);
}, 240_000);
