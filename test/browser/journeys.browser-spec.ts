import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn } from './open-browser.js';
import { startService, type RunningService } from './start-service.js';

/** Rutland's December 2024, as the demonstration has it. */
const DECEMBER: Readonly<Record<string, string>> = {
  n_requests: '6',
  n_decisions: '6',
  n_decisions_6wk: '6',
  n_refused: '0',
  n_withdrawn: '0',
  n_assessments: '5',
  n_no_plan: '0',
  n_plans: '6',
  n_exceptions: '2',
  n_plans_20wk: '3',
  n_plans_1yr: '0',
  n_waiting_20wk_1yr: '3',
  n_waiting_1yr: '0',
  n_reviews: '17',
  n_reviews_4wk: '13',
  n_caseload: '376',
  n_reviews_overdue: '2',
  n_mediation: '0',
  n_mediation_appeal: '0',
  n_appeals: '1',
  n_suspensions_ytd: '27',
  n_exclusions_ytd: '0',
  n_hn_spend_ytd: '4238107',
};
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

const type = async (page: Page, figures: Readonly<Record<string, string>>): Promise<void> => {
  for (const [code, value] of Object.entries(figures)) {
    const box = page.locator(`#box-${code}`);
    if ((await box.count()) > 0) await box.fill(value);
  }
};
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const summary = (page: Page) => page.locator('.govuk-error-summary');

it('a return is checked, mended, sent and approved, without scripts', async () => {
  const look = { width: 1280, scripts: false };
  const { page } = await signIn(browser, service.web, 'Rutland data officer', look);
  await page.goto(PAGE);
  await type(page, { ...DECEMBER, n_plans_20wk: '5', n_refused: '<5' });
  await press(page, 'Check without sending');
  expect(await page.locator('#outcome').textContent()).toContain('Nothing has been sent');
  expect(await summary(page).locator('a[href="#box-n_refused"]').count()).toBe(1);
  expect(await summary(page).locator('a[href="#box-n_plans_20wk"]').count()).toBe(1);
  expect(await page.locator('#box-n_refused').inputValue()).toBe('<5');

  await type(page, { n_plans_20wk: '3', n_refused: '0' });
  await press(page, 'Send these figures');
  expect(page.url()).toContain('/council/receipt/');
  expect(await page.locator('h1').textContent()).toBe('December 2024 received');
  const receipt = page.url();

  const { page: approver } = await signIn(browser, service.web, 'Rutland SEND lead', look);
  await approver.goto(receipt);
  await press(approver, 'Approve these figures');
  expect(await approver.locator('main').textContent()).toContain('Approved by Rutland SEND lead');
}, 120_000);

it('a correction asks why, and the history then says it', async () => {
  const { page } = await signIn(browser, service.web, 'Rutland data officer');
  await page.goto(PAGE);
  await type(page, { n_requests: '7' });
  await press(page, 'Send these figures');
  expect(await summary(page).count()).toBe(1);
  await page.getByLabel('A record was made late').check();
  await page.locator('#reason-text').fill('One request was keyed in January.');
  await press(page, 'Send these figures');
  await page.goto('/figures/rutland/requests_received/2024-12');
  const history = await page.locator('main').textContent();
  expect(history).toContain('One request was keyed in January.');
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(1);
}, 120_000);

it('a file that names a child is refused whole, and nothing of it is shown again', async () => {
  const { page } = await signIn(browser, service.web, 'Rutland data officer');
  await page.goto(PAGE);
  const text = 'council,period,measure,value,comment\n857,2024-12,n_plans,6,A123456789012\n';
  await page.locator('#file').setInputFiles({
    name: 'cases.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await press(page, 'Send this file');
  expect(await summary(page).count()).toBe(1);
  expect(await page.content()).not.toContain('A123456789012');
}, 120_000);

it('a file with headings of its own is explained once, and the next one is understood, without scripts', async () => {
  const look = { width: 1280, scripts: false };
  const { page } = await signIn(browser, service.web, 'Rutland data officer', look);
  const send = async (month: string, value: string): Promise<void> => {
    await page.goto(`/council/return/${month}`);
    const row = `Rutland,${month},n_withdrawn,${value},late record,One was keyed late.`;
    await page.locator('#file').setInputFiles({
      name: 'extract.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Area,For,Item,Total,Cause,Told\n${row}\n`),
    });
    await press(page, 'Send this file');
  };
  await send('2024-11', '2');
  expect(await summary(page).count()).toBe(1);
  await page.getByRole('link', { name: 'Tell us which of your columns is which' }).click();
  expect(page.url()).toContain('/council/columns/');
  for (const [column, meaning] of [
    ['Area', 'The council'],
    ['For', 'The month'],
    ['Item', 'Which measure or box it is'],
    ['Total', 'The number'],
    ['Cause', 'The kind of reason for a change'],
    ['Told', 'The reason for a change, in words'],
  ] as const)
    await page.getByLabel(`What does “${column}” hold?`).selectOption({ label: meaning });
  await press(page, 'Remember this and send the file again');
  expect(page.url()).toContain('/council/receipt/');
  expect(await page.locator('h1').textContent()).toBe('November 2024 received');

  await send('2024-10', '1');
  expect(page.url()).toContain('/council/receipt/');
  expect(await page.locator('h1').textContent()).toBe('October 2024 received');
  await page.goto('/figures/rutland/requests_withdrawn/2024-10');
  expect(await page.locator('main').textContent()).toContain('One was keyed late.');
}, 120_000);

it('new figures reach an open page without a reload, and keep the reader’s place', async () => {
  const { page: analyst } = await signIn(browser, service.web, 'DfE analyst');
  await analyst.goto('/metrics/requests_received');
  const luton = analyst.locator('#c-luton-says');
  expect(await luton.textContent()).toMatch(/^Luton has not reported December 2024/);
  await analyst.locator('#c-luton').scrollIntoViewIfNeeded();
  const place = await analyst.evaluate(() => window.scrollY);

  const { page: officer } = await signIn(browser, service.web, 'Portsmouth officer');
  await officer.goto(PAGE);
  await type(officer, { n_requests: '41' });
  await officer.getByLabel('We counted again').check();
  await officer.locator('#reason-text').fill('The month was counted again.');
  const portsmouth = analyst.locator('#c-portsmouth', { hasText: 'December 2024: 41' });
  await press(officer, 'Send these figures');
  await portsmouth.waitFor({ timeout: 2_000 });
  expect(await analyst.locator('#live-news').textContent()).toContain('New figures');
  expect(await analyst.evaluate(() => window.scrollY)).toBe(place);
}, 120_000);

it('a system is connected and cut off again, without scripts', async () => {
  const look = { width: 1280, scripts: false };
  const { page } = await signIn(browser, service.web, 'Rutland SEND lead', look);
  await page.goto('/council');
  await page.getByRole('link', { name: 'Connect a system' }).click();
  await page.getByRole('button', { name: 'Make a new key' }).click();
  await page.getByLabel('What is the system called?').fill('Nightly push');
  await page.getByLabel('Send figures').check();
  await press(page, 'Make the key');
  const key = ((await page.locator('#key').textContent()) ?? '').trim();
  const ask = () =>
    fetch(`${service.api}/v1/submissions/none`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(404);

  await page.getByRole('button', { name: 'I have copied the key' }).click();
  expect(await page.locator('main').textContent()).toContain('15 January 2025, between');
  await page.getByRole('link', { name: 'Revoke Nightly push' }).click();
  await press(page, 'Revoke the key');
  expect((await ask()).status).toBe(401);
}, 120_000);

it('an expired session leads back to the same page', async () => {
  const { context, page } = await signIn(browser, service.web, 'Rutland data officer');
  await page.goto(PAGE);
  await context.clearCookies();
  await page.reload();
  expect(page.url()).toContain('/sign-in?to=');
  await page.locator('form', { hasText: 'Rutland data officer' }).getByRole('button').click();
  expect(new URL(page.url()).pathname).toBe(PAGE);
}, 60_000);

it('a yearly file is uploaded, looked at, confirmed and in the history, without scripts', async () => {
  const look = { width: 1280, scripts: false };
  const { context, page } = await signIn(browser, service.web, 'DfE analyst', look);
  const header =
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown,plans_issued_den,plans_issued_den_ex,plans_issued_within_20_weeks,plans_issued_20_weeks_ex,pc_plans_issued_within_20_weeks,PC_plans_issued_20_weeks_ex,plans_issued_gt_1_year,pc_plans_issued_gt_1_year';
  const row =
    '2023,Calendar year,Local authority,E92000001,England,E12000004,East Midlands,E06000017,857,Rutland,All EHC plans issued,All EHC plans issued,500,400,300,200,60,50,0,0';
  await page.goto('/published');
  await press(page, 'Upload and look at it');
  expect(await summary(page).locator('a').getAttribute('href')).toBe('#data');
  await page.getByLabel('Day', { exact: true }).fill('14');
  await page.getByLabel('Month', { exact: true }).fill('1');
  await page.getByLabel('Year', { exact: true }).fill('2025');
  await page.getByLabel('Data file', { exact: true }).setInputFiles({
    name: 'timeliness.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${header}\r\n${row}\r\n`),
  });
  await press(page, 'Upload and look at it');
  const status = page.locator('main p strong').first();
  const become = async (text: string): Promise<void> => {
    while ((await status.textContent()) !== text) await page.reload();
  };
  await become('Waits for you to confirm');
  expect(await page.locator('main').textContent()).toContain('EHC plans issued within 20 weeks');
  await press(page, 'Import these figures');
  await become('Imported');
  expect(await page.locator('main').textContent()).toContain('4 of 4');
  await page.goto('/published');
  expect(await page.locator('main tbody').textContent()).toContain('Confirmed by DfE analyst');
  await context.close();
}, 120_000);
