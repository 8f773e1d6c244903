import type { Browser, Page } from 'playwright-core';
import { faultsOf, openBrowser, overflowOf, signIn } from './open-browser.js';
import { startService, type RunningService } from './start-service.js';

/** Rutland's December 2024: one number is no number, and one is too high. */
const DECEMBER: Readonly<Record<string, string>> = {
  ...{ n_requests: '6', n_decisions: '6', n_decisions_6wk: '6', n_refused: '<5', n_withdrawn: '0' },
  ...{ n_assessments: '5', n_no_plan: '0', n_plans: '6', n_exceptions: '2', n_plans_20wk: '5' },
  ...{ n_plans_1yr: '0', n_waiting_20wk_1yr: '3', n_waiting_1yr: '0', n_reviews: '17' },
  ...{ n_reviews_4wk: '13', n_caseload: '376', n_reviews_overdue: '2', n_mediation: '0' },
  ...{ n_mediation_appeal: '0', n_appeals: '1', n_suspensions_ytd: '27', n_exclusions_ytd: '0' },
  ...{ n_hn_spend_ytd: '4238107' },
};
const NO_SCRIPTS = { width: 1280, scripts: false };

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

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('link', { name }).first().click();
const text = async (page: Page): Promise<string> =>
  (await page.locator('main').textContent())?.replaceAll(/\s+/g, ' ') ?? '';
/** With scripts axe can run: no fault, and no scrolling sideways at 320 pixels. */
const isWhole = async (path: string, persona: string): Promise<void> => {
  const { context, page } = await signIn(browser, service.web, persona, {
    width: 320,
    scripts: true,
  });
  await page.goto(path);
  expect([await faultsOf(page), await overflowOf(page)]).toEqual([[], 0]);
  await context.close();
};

/** Moves on by Tab until what has the focus says this, and presses it. */
async function reach(page: Page, words: string | RegExp): Promise<void> {
  for (let n = 0; n < 400; n += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (typeof words === 'string' ? said === words : words.test(said)) {
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      return;
    }
  }
  throw new Error(`nothing says ${String(words)} on ${page.url()}`);
}

it('an officer goes from sign-in to the council’s own charts, without scripts', async () => {
  const { page } = await signIn(browser, service.web, 'Rutland data officer', NO_SCRIPTS);
  expect(await text(page)).toContain('Your December 2024 figures are due at 17:00');
  await follow(page, 'Send your December 2024 figures');
  for (const [code, value] of Object.entries(DECEMBER)) await page.fill(`#box-${code}`, value);
  await press(page, 'Check without sending');
  const links = page.locator('.govuk-error-summary a');
  expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    '#box-n_refused',
    '#box-n_plans_20wk',
  ]);
  await page.fill('#box-n_refused', '0');
  await page.fill('#box-n_plans_20wk', '3');
  await press(page, 'Send these figures');
  const receipt = await text(page);
  for (const words of [
    'Thank you. Your December 2024 figures are in. All 23 numbers were accepted at',
    'to approve these figures by 22 January 2025.',
    '3 of 4 in December 2024. With numbers this small, one case is 25 percentage points, so we look at the last 12 months together: 40 of 51, or 78%.',
    'What your figures led to',
  ])
    expect(receipt).toContain(words);
  const path = new URL(page.url()).pathname;
  await follow(page, /^New EHC plans issued within 20 weeks/);
  expect(page.url()).toMatch(/\/council\/figures\?council=rutland#plans_within_20_weeks$/);
  expect(await text(page)).toContain('Read it together with');
  expect(await page.locator('#plans_within_20_weeks ~ .cpm-beside').textContent()).toContain(
    'Children waiting more than 20 weeks',
  );
  await follow(page, 'Compare with others, by published figures: Plans');
  expect(await text(page)).toContain('statistical neighbours, from lowest to highest');
  await isWhole(path, 'Rutland data officer');
  await isWhole('/council', 'Rutland data officer');
}, 240_000);

it('a SEND lead approves and follows what came of it, by keyboard alone, without scripts', async () => {
  const { page } = await signIn(browser, service.web, null, NO_SCRIPTS);
  await page.goto('/sign-in');
  await reach(page, 'Sign in Rutland SEND lead');
  await reach(page, 'Approve your December 2024 figures');
  await reach(page, 'Approve these figures');
  expect(await page.locator('h1').textContent()).toBe('December 2024 approved');
  expect(await text(page)).toContain('Approved by Rutland SEND lead');
  await reach(page, 'See everything you sent');
  expect(await page.locator('tbody tr').first().textContent()).toContain(
    'Approved23 of 23 accepted',
  );
  await reach(page, 'Home');
  expect(await text(page)).toContain('Your December 2024 figures are in and approved.');
}, 120_000);

it('a correction asks why where the reason is given, and the list says what it changed; a month that has nothing says so', async () => {
  const { page } = await signIn(browser, service.web, 'Rutland data officer', NO_SCRIPTS);
  await page.goto('/council/return/2024-09');
  await page.fill('#box-n_requests', '8');
  await press(page, 'Send these figures');
  const [reason] = await page.locator('.govuk-error-summary a').all();
  await reason?.click();
  expect(page.url()).toMatch(/#reason-kind-/);
  expect(await page.locator('#reason-error').textContent()).toContain('Choose why figures change');
  await page.getByLabel('We counted again').check();
  await page.fill('#reason-text', 'Three requests came by telephone.');
  await press(page, 'Send these figures');
  expect(await page.locator('#changed + .cpm-scroll').textContent()).toContain(
    'Three requests came by telephone.',
  );
  await follow(page, 'See everything you sent');
  expect(await page.locator('tbody tr').first().textContent()).toMatch(
    /September 2024, Requests received: \d became 8/,
  );
  await page.locator('#month').selectOption({ label: 'January 2025' });
  await press(page, 'Show');
  expect(await text(page)).toContain('Nothing was sent for January 2025.');
  await follow(page, 'See everything that was sent');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .locator('tbody tr')
      .first()
      .getByRole('link', { name: /^Download/ })
      .click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  await isWhole('/council/submissions', 'Rutland data officer');
}, 120_000);

it('what was typed is in the form again after sign-in, for the same person alone, without scripts', async () => {
  const { context, page } = await signIn(browser, service.web, 'Rutland data officer', NO_SCRIPTS);
  await page.goto('/council/return/2024-10');
  await page.fill('#box-n_requests', '9');
  await page.fill('#comment', 'An unusual month.');
  await context.clearCookies();
  await press(page, 'Send these figures');
  expect(await text(page)).toContain('What you typed is kept for 30 minutes.');
  const signInAs = (persona: string): Promise<void> =>
    page.locator('form', { hasText: persona }).getByRole('button').click();
  await signInAs('Rutland SEND lead');
  expect(await page.inputValue('#comment')).toBe('');
  await page.goto('/sign-in?to=/council/return/2024-10%3Fcouncil%3Drutland');
  await signInAs('Rutland data officer');
  expect(await text(page)).toContain('What you typed is in the form again.');
  expect(await page.inputValue('#box-n_requests')).toBe('9');
  expect(await page.inputValue('#comment')).toBe('An unusual month.');
  await page.reload();
  expect(await page.inputValue('#comment')).toBe('');
}, 120_000);

it('an unknown address and a forbidden one are two pages, each with a way on', async () => {
  const { page } = await signIn(browser, service.web, 'Rutland data officer', NO_SCRIPTS);
  for (const [path, title] of [
    ['/nowhere', 'Page not found'],
    ['/overview', 'You cannot do this'],
  ] as const) {
    const answer = await page.goto(path);
    expect([answer?.status(), await page.locator('h1').textContent()]).toEqual([
      path === '/nowhere' ? 404 : 403,
      title,
    ]);
    await follow(page, 'Your returns and what to do next');
    expect(new URL(page.url()).pathname).toBe('/council');
  }
}, 60_000);
