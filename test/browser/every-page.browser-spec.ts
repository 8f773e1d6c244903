import type { Browser } from 'playwright-core';
import { faultsOf, openBrowser, overflowOf, signIn } from './open-browser.js';
import { startService } from './start-service.js';
import { lookOver } from './states/look-over.js';
import { lookOverAll } from './states/look-over-all.js';
import { OpenWindows } from './states/open-windows.js';
import { startBare } from './states/bare-pages.js';
import { everyVisit, type NamedVisit } from './states/pages-and-states.js';
import { startStrained } from './states/strained-pages.js';
import type { ServiceName } from './states/visit.js';

type Started = { readonly web: string; readonly stop: () => Promise<void> };
const visits = everyVisit();
let services: Readonly<Record<ServiceName, Started>>;
let browser: Browser;
let faults: ReadonlyMap<NamedVisit, readonly string[]>;
beforeAll(async () => {
  // Bare before strained: the councils that join a programme in memory stay in it.
  const bare = await startBare();
  const strained = await startStrained();
  const demonstration = await startService();
  services = { demonstration, bare, strained };
  browser = await openBrowser();
  const webs = { demonstration: demonstration.web, bare: bare.web, strained: strained.web };
  faults = await lookOverAll(browser, webs, visits);
}, 1_500_000);
afterAll(async () => {
  await browser.close();
  for (const service of Object.values(services)) await service.stop();
}, 60_000);

it.each(
  visits.map((named) => [named.shows.join('; '), named.visit.as ?? 'nobody', named] as const),
)(
  '%s, as %s: right for axe, by keyboard, without scripts, at 320 pixels and in print',
  (_, __, named) => {
    expect(faults.get(named)).toEqual([]);
  },
);

it('no page of a council weighs more than 150 kB, however far back it goes', async () => {
  const { context, page } = await signIn(browser, services.demonstration.web, 'DfE analyst');
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

it('the skip link is the first thing that the keyboard meets, and leads to the content', async () => {
  const { context, page } = await signIn(browser, services.demonstration.web, 'DfE analyst');
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
    const { context, page } = await signIn(
      browser,
      services.demonstration.web,
      'Rutland data officer',
      look,
    );
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
    const { context, page } = await signIn(
      browser,
      services.demonstration.web,
      'Rutland SEND lead',
      look,
    );
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
  const { context, page } = await signIn(
    browser,
    services.demonstration.web,
    'Rutland SEND lead',
    look,
  );
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

it('what is held against pages finds what is wrong with one', async () => {
  const bad = `<!doctype html><html lang="en"><title>Bad</title><style>button:focus { outline: none }
    .cut { overflow: hidden; width: 9em; white-space: nowrap } @media print { h1 { display: none } }</style>
    <main><h1>A bad page</h1><div style="width: 2000px">wide</div><p class="cut">This text is longer than its box is wide.</p>
    <button>Go</button><a href="/" tabindex="1">First</a><img src="data:,"><script>document.querySelector('h1').append('!')</script></main>`;
  const at = { on: 'strained', as: null, at: `data:text/html,${encodeURIComponent(bad)}` } as const;
  const windows = await new OpenWindows(browser).of(services.strained.web, null);
  const found = (await lookOver(windows, { ...at, says: 'nothing of this' })).join('\n');
  for (const fault of [
    'does not say “nothing of this”',
    'pixels too wide',
    'axe: image-alt',
    'by keyboard: never reached: <a href="/" tabindex="1">',
    'by keyboard: the focus is not seen: <button>',
    'without scripts: another text',
    'at 320 pixels and 400%: cut off: <p class="cut">',
    'in print: no heading',
  ])
    expect(found).toContain(fault);
}, 60_000);
