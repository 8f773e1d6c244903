import type { Browser, Page } from 'playwright-core';
import { faultsOf, openBrowser, overflowOf, signIn } from './open-browser.js';
import { startService, type RunningService } from './start-service.js';

const PAGES = [
  [null, ['/sign-in', '/dashboard', '/help', '/privacy', '/cookies', '/accessibility', '/nothing']],
  [
    'Rutland data officer',
    [
      '/council',
      '/council/return/2024-12',
      '/council/return/2024-11',
      ...['/council/counting', '/council/counting/tool', '/council/submissions'],
      '/council/return/2024-12/time',
      '/council/return/2023-09/time',
      '/council/figures',
      '/council/quality',
      ...['/council/reconciliation/2024', '/council/reconciliation/2023'],
      '/council/figures?known=2024-06-01',
      '/councils/rutland/published/mediation-and-appeals',
      '/councils/rutland/board/annual-reviews',
      '/figures/rutland/requests_received/2024-11',
      '/alerts',
      '/connections',
      '/feedback',
      '/feedback/new',
      '/overview',
    ],
  ],
  ['Rutland SEND lead', ['/council', '/connections', '/connections/new', '/messages', '/silences']],
  [
    'Administrator',
    ['/connections', '/connections?council=rutland', '/messages', '/messages?to=dfe'],
  ],
  [
    'Yorkshire and The Humber partnership lead',
    [
      ...['/council', '/alerts', '/milestones', '/milestones/new'],
      ...['/partnerships/yorkshire-and-the-humber', '/more'],
    ],
  ],
  ['Board member', ['/', '/alerts']],
  [
    'DfE analyst',
    [
      '/overview',
      '/overview?month=2024-11',
      '/silences',
      '/returns',
      '/returns?month=all',
      '/published',
      '/alert-rules/getting_worse/versions/1/back-test',
      '/requests/new',
      '/metrics',
      '/metrics/plans_within_20_weeks',
      '/metrics/plans_within_20_weeks?known=banana',
      '/metrics/ehcp_timeliness_20wk_excl?all=1',
      '/councils',
      '/councils?all=1',
      '/councils?q=nowhere',
      '/councils/portsmouth',
      '/councils/leicester',
      '/councils/portsmouth/published/plans',
      '/councils/portsmouth/board/plans',
      '/councils/portsmouth/figures/plans_within_20_weeks',
      '/councils/leicestershire/figures/requests_received?known=2024-06-01',
      '/councils/portsmouth/published/absence-and-attendance',
      '/councils/leicester/quality',
      '/councils/portsmouth/reconciliation/2023',
      ...['/alerts', '/alerts?plan=overdue', '/alert-quality', '/alerting'],
      '/alert-rules',
      '/alert-rules/getting_worse',
      '/alert-rules/new',
      '/alert-rules/new?kind=unlike-the-others',
      '/alert-rules/plan_band/edit',
      '/alert-rules/off_trajectory/switch?to=off',
      ...['/milestones', '/milestones?state=open', '/feedback'],
      ...['/more', '/partnerships', '/partnerships/south-east', '/regions', '/regions/E12000006'],
      ...['/reforms', '/reforms/tailored-lists'],
      '/compare?metric=requests_received&council=calderdale&known=2024-10-15',
    ],
  ],
] as const;

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

const heard: string[] = [];
const listen = (page: Page): void => {
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    // A page that is meant to be refused is reported by the browser, too.
    if (message.type() === 'error' && !/status of 4\d\d/.test(text)) heard.push(text);
  });
};

describe.each([1280, 320])('at %i pixels', (width) => {
  describe.each(PAGES)('as %s', (persona, paths) => {
    let page: Page;
    beforeAll(async () => {
      ({ page } = await signIn(browser, service.web, persona, { width, scripts: true }));
      listen(page);
    });
    afterAll(() => page.context().close());

    it.each(paths)(
      '%s has no fault that axe finds, fits its window, and reports no error',
      async (path) => {
        await page.goto(path);
        expect(await faultsOf(page)).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
        expect(heard.splice(0)).toEqual([]);
      },
      60_000,
    );
  });
});

it('no page of a council weighs more than 150 kB, however far back it goes', async () => {
  const { context, page } = await signIn(browser, service.web, 'DfE analyst');
  for (const path of [
    '/councils/leicestershire',
    '/councils/leicestershire?back=all',
    '/councils/portsmouth?back=all',
    '/councils/portsmouth/figures/plans_within_20_weeks',
    '/councils/portsmouth/published/suspensions-and-exclusions',
  ]) {
    const answer = await page.goto(path);
    const bytes = (await answer?.body())?.byteLength ?? Infinity;
    expect([path, bytes < 150_000]).toEqual([path, true]);
  }
  await context.close();
}, 120_000);

it('every alert page has no fault either', async () => {
  const { context, page } = await signIn(browser, service.web, 'DfE analyst');
  await page.goto('/alerts');
  const links = await page
    .locator('main a[href^="/alerts/"]')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  for (const link of new Set(links.slice(0, 5))) {
    await page.goto(link);
    expect(await faultsOf(page)).toEqual([]);
  }
  await context.close();
}, 60_000);

it('the skip link is the first thing that the keyboard meets, and leads to the content', async () => {
  const { context, page } = await signIn(browser, service.web, 'DfE analyst');
  await page.goto('/metrics/plans_within_20_weeks');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
    'Skip to main content',
  );
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content');
  await context.close();
}, 60_000);

it('the pages of a withdrawal have no fault: asked, with an error, done and in the history', async () => {
  for (const [width, month] of [
    [1280, '2024-10'],
    [320, '2024-09'],
  ] as const) {
    const look = { width, scripts: true };
    const { context, page } = await signIn(browser, service.web, 'Rutland data officer', look);
    const whole = async (): Promise<void> => {
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    };
    const history = `/figures/rutland/requests_received/${month}`;
    await page.goto(history);
    await page.locator('main a[href^="/council/receipt/"]').first().click();
    await whole();
    await page.getByRole('link', { name: 'Withdraw this submission' }).click();
    await whole();
    const press = () => page.getByRole('button', { name: 'Withdraw the submission' }).click();
    await press();
    expect(await page.locator('.govuk-error-summary a').getAttribute('href')).toBe('#reason');
    await whole();
    await page.getByLabel('Why are you withdrawing it?').fill('The extract was of another month.');
    await press();
    expect(await page.locator('main').textContent()).toContain('Withdrawn by Rutland data officer');
    await whole();
    await page.goto(history);
    expect(await page.locator('main').textContent()).toContain(
      '“The extract was of another month.”',
    );
    await whole();
    await context.close();
  }
}, 120_000);

it('the pages of a key have no fault: made, with errors, replaced, listed and revoked', async () => {
  for (const width of [1280, 320]) {
    const look = { width, scripts: true };
    const { context, page } = await signIn(browser, service.web, 'Rutland SEND lead', look);
    const whole = async (): Promise<void> => {
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    };
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.goto('/connections/new');
    await press('Make the key');
    expect(await page.locator('.govuk-error-summary a').count()).toBe(2);
    await whole();
    await page.getByLabel('What is the system called?').fill('Nightly push');
    await page.getByLabel('Send figures').check();
    await press('Make the key');
    const key = (await page.locator('#key').textContent()) ?? '';
    expect(key.trim()).toMatch(/^cpm_live_[a-z2-9]{8}_[\w-]{43}$/);
    await whole();
    await press('I have copied the key');
    await whole();
    await page.getByRole('link', { name: 'Replace Nightly push' }).first().click();
    await whole();
    await press('Make the new key');
    await whole();
    await press('I have copied the key');
    expect(await page.locator('main').textContent()).toContain('Being replaced');
    await page.getByRole('link', { name: 'Revoke Nightly push' }).first().click();
    await whole();
    await press('Revoke the key');
    expect(await page.locator('main').textContent()).toContain('Revoked by Rutland SEND lead');
    await whole();
    await context.close();
  }
}, 120_000);

it('the pages of an address have no fault: with an error, added, with its secret, listed and removed', async () => {
  const look = { width: 320, scripts: true };
  const { context, page } = await signIn(browser, service.web, 'Rutland SEND lead', look);
  const whole = async (): Promise<void> => {
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  };
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const long = `https://hooks.rutland.example/${'a'.repeat(200)}`;
  await page.goto('/messages');
  await press('Add the address');
  expect(await page.locator('.govuk-error-summary a').count()).toBe(1);
  await whole();
  await page.getByLabel('Signed post').check();
  await page.getByRole('textbox').fill(long);
  await press('Add the address');
  expect(((await page.locator('#secret').textContent()) ?? '').trim()).toMatch(/^[\w-]{43}$/);
  await whole();
  await press('I have copied the secret');
  await whole();
  await press(`Remove ${long}`);
  expect(await page.locator('main').textContent()).toContain('Messages go to the inbox alone.');
  await context.close();
}, 60_000);
