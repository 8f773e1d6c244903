import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { faultsOf, openBrowser, overflowOf, signIn } from './open-browser.js';
import { startService, type RunningService } from './start-service.js';

let service: RunningService;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cpm-counting-'));
  service = await startService();
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await service.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const LIST = [
  'Name,UPN,Date received,Decision date,Decision,Withdrawn,Assessment completed,Outcome,Plan issued,Exception,Standard template',
  'A child,A123456789012,02/12/2024,,,,,,,,',
  'A child,A123456789013,09/12/2024,,,,,,,,',
  'A child,A123456789014,01/11/2024,10/12/2024,to assess,,,,,,',
  'A child,A123456789015,01/10/2024,11/12/2024,not to assess,,,,,,',
  'A child,A123456789016,16/07/2024,20/08/2024,to assess,,20/11/2024,plan,03/12/2024,no,no',
  'A child,A123456789017,some day,,,,,,,,',
].join('\r\n');
const NUMBERS = {
  n_requests: '2',
  n_decisions: '2',
  n_decisions_6wk: '1',
  n_refused: '1',
  n_withdrawn: '0',
  n_assessments: '0',
  n_no_plan: '0',
  n_plans: '1',
  n_exceptions: '0',
  n_plans_20wk: '1',
  n_plans_1yr: '0',
  n_waiting_20wk_1yr: '0',
  n_waiting_1yr: '0',
  n_template: '0',
};

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const numbersOn = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('[data-box]')
    .evaluateAll((cells) =>
      Object.fromEntries<string>(
        cells.map((cell) => [cell.getAttribute('data-box') ?? '', cell.textContent ?? '']),
      ),
    );

/** Everything that a page asks of any address, and what its policy stopped. */
function overhear(page: Page): { readonly asked: string[]; readonly said: string[] } {
  const heard = { asked: [] as string[], said: [] as string[] };
  page.on('request', (request) => heard.asked.push(request.url()));
  page.on('websocket', (socket) => heard.asked.push(socket.url()));
  page.on('pageerror', (error) => heard.said.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.said.push(message.text());
  });
  return heard;
}

it('a refused list leads to the counting page, which counts it, tells nobody, and makes the file that is accepted', async () => {
  const { context, page } = await signIn(browser, service.web, 'Rutland data officer');
  const list = join(folder, 'list.csv');
  await writeFile(list, LIST);
  await page.goto('/council/return/2024-12');
  await page.setInputFiles('#file', list);
  await press(page, 'Send this file');
  await page.getByRole('link', { name: 'Count your list without sending it' }).click();
  await page.getByRole('button', { name: 'Open the counting page' }).click();
  await page.waitForSelector('#form:not([hidden])');

  const heard = overhear(page);
  expect(await page.inputValue('#month')).toBe('12');
  await page.setInputFiles('#file', list);
  await press(page, 'Read the list');
  await page.getByText('6 rows read.').waitFor();
  await press(page, 'Count');
  await page.getByText('5 rows were counted. 1 could not be.').waitFor();
  expect(await numbersOn(page)).toEqual(NUMBERS);
  expect(await page.locator('#left-rows tbody tr').allTextContents()).toEqual([
    expect.stringContaining('7Date the request was received: this is not a date'),
  ]);
  expect(await page.locator('main').textContent()).not.toContain('A123456789012');
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  const saving = page.waitForEvent('download');
  await press(page, 'Save the file to send');
  const returned = join(folder, 'return.csv');
  await (await saving).saveAs(returned);
  const sent = await readFile(returned, 'utf8');
  expect(sent).not.toMatch(/child|A1234/);
  // The file is the page's own: the browser calls it a request to a blob, which is no connection.
  expect(heard.asked.filter((address) => !address.startsWith('blob:'))).toEqual([]);
  expect(heard.said).toEqual([]);

  await page.goto('/council/return/2024-12');
  await page.setInputFiles('#file', returned);
  await press(page, 'Send this file');
  const said = (await page.locator('main').textContent()) ?? '';
  expect(said).toContain('numbers accepted');
  await page.goto('/figures/rutland/requests_received/2024-12');
  expect(await page.locator('main').textContent()).toContain('2');
  await context.close();
}, 120_000);

it('the page may connect to nothing, send nothing and keep nothing, even if it tried', async () => {
  const { context, page } = await signIn(browser, service.web, 'Rutland data officer');
  const answer = await page.goto('/council/counting/tool');
  const policy = (await answer?.headerValue('content-security-policy')) ?? '';
  for (const part of ["default-src 'none'", "connect-src 'none'", "form-action 'none'"])
    expect(policy).toContain(part);
  const heard = overhear(page);
  const tried = await page.evaluate(async () => {
    const tries = {
      fetch: () => fetch('/council'),
      storage: () => localStorage.setItem('a', 'b'),
      cookie: () => (document.cookie = 'a=b'),
      beacon: () => navigator.sendBeacon('/council', 'x'),
      socket: () =>
        new Promise((done, failed) => {
          const socket = new WebSocket('ws://127.0.0.1:9');
          socket.onopen = done;
          socket.onerror = () => failed(new Error('stopped'));
        }),
    };
    const outcomes: string[] = [];
    for (const [name, attempt] of Object.entries(tries))
      await Promise.resolve()
        .then<unknown>(attempt)
        .then(
          () => outcomes.push(name),
          () => undefined,
        );
    return outcomes;
  });
  // A beacon that a policy stops still answers that it was taken; what counts is that nothing was asked.
  expect(tried.filter((name) => name !== 'beacon')).toEqual([]);
  expect(heard.asked.filter((address) => !address.startsWith('ws:'))).toEqual([]);
  await context.close();
}, 60_000);

it('the page that was saved counts without a network', async () => {
  const { context, page } = await signIn(browser, service.web, 'Rutland data officer');
  await page.goto('/council/counting');
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the counting page as a file' }).click();
  const saved = join(folder, 'counting-page.html');
  await (await saving).saveAs(saved);
  await context.close();

  const offline = await browser.newContext({
    offline: true,
    viewport: { width: 320, height: 900 },
  });
  const kept = await offline.newPage();
  const heard = overhear(kept);
  await kept.goto(pathToFileURL(saved).href);
  await kept.fill('#paste', LIST.replaceAll(',', '\t'));
  await press(kept, 'Read the list');
  await kept.getByText('6 rows read.').waitFor();
  await press(kept, 'Count');
  await kept.getByText('5 rows were counted.').waitFor();
  expect(await numbersOn(kept)).toEqual(NUMBERS);
  expect(await faultsOf(kept)).toEqual([]);
  expect(await overflowOf(kept)).toBe(0);
  expect(heard.asked.filter((address) => !address.startsWith('file:'))).toEqual([]);
  expect(heard.said).toEqual([]);
  await offline.close();
}, 60_000);

it('the page says what to do instead where no scripts run', async () => {
  const look = { width: 1280, scripts: false };
  const { context, page } = await signIn(browser, service.web, 'Rutland data officer', look);
  await page.goto('/council/counting/tool');
  expect(await page.locator('noscript').textContent()).toContain('type the numbers on the return');
  expect(await page.locator('#form').isVisible()).toBe(false);
  await context.close();
}, 60_000);
