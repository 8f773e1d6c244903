import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn } from './open-browser.js';
import { startService, type RunningService } from './start-service.js';

const RULE = 'Children waiting in Rutland';
const TITLE =
  'Children waiting more than 20 weeks: Rutland, a backlog building since December 2024';

/** Rutland's December 2024 as the demonstration has it, but for the children who wait. */
const DECEMBER: Readonly<Record<string, string>> = {
  ...{ n_requests: '6', n_decisions: '6', n_decisions_6wk: '6', n_refused: '0', n_withdrawn: '0' },
  ...{ n_assessments: '5', n_no_plan: '0', n_plans: '6', n_exceptions: '2', n_plans_20wk: '3' },
  ...{ n_plans_1yr: '0', n_waiting_20wk_1yr: '14', n_waiting_1yr: '0', n_reviews: '17' },
  ...{ n_reviews_4wk: '13', n_caseload: '376', n_reviews_overdue: '2', n_mediation: '0' },
  ...{ n_mediation_appeal: '0', n_appeals: '1', n_suspensions_ytd: '27', n_exclusions_ytd: '0' },
  n_hn_spend_ytd: '4238107',
};
const JANUARY: Readonly<Record<string, string>> = {
  ...DECEMBER,
  ...{ n_plans: '9', n_plans_20wk: '4', n_waiting_20wk_1yr: '5', n_caseload: '379' },
  ...{ n_suspensions_ytd: '33', n_hn_spend_ytd: '4712003' },
};

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

const as = async (persona: string): Promise<Page> =>
  (await signIn(browser, service.web, persona, { width: 1280, scripts: false })).page;
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('link', { name, exact: true }).first().click();
const said = async (page: Page): Promise<string> =>
  ((await page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ');

/** A reader who looks again until the workers have done their part. */
const look = async (page: Page, words: string): Promise<void> => {
  while (!(await said(page)).includes(words)) await page.reload();
};

const date = async (page: Page, name: string, parts: Readonly<Record<string, string>>) => {
  for (const [part, value] of Object.entries(parts))
    await page.locator(`#${name}-${part}`).fill(value);
};

/** The officer types a month and sends it; the approver explains what is unusual and approves it. */
const report = async (month: string, figures: Readonly<Record<string, string>>): Promise<void> => {
  const officer = await as('Rutland data officer');
  await officer.goto(`/council/return/${month}`);
  for (const [code, value] of Object.entries(figures)) {
    const box = officer.locator(`#box-${code}`);
    if ((await box.count()) > 0) await box.fill(value);
  }
  await press(officer, 'Send these figures');
  expect(officer.url()).toContain('/council/receipt/');
  const approver = await as('Rutland SEND lead');
  await approver.goto(officer.url());
  for (;;) {
    const words = approver.locator('main textarea').first();
    if ((await words.count()) === 0) break;
    await words.fill('Checked against the case system: the number is right.');
    await words.locator('xpath=ancestor::form').getByRole('button').click();
  }
  await press(approver, 'Approve these figures');
  expect(await said(approver)).toContain('Approved by Rutland SEND lead');
};

const writeRule = async (analyst: Page): Promise<void> => {
  await analyst.goto('/alert-rules');
  await press(analyst, 'Write a new rule');
  await analyst.getByLabel('More are waiting than can be worked off').check();
  await press(analyst, 'Continue');
  const boxes = {
    ...{ title: RULE, 'p-months': '1', 'p-times': '2', 'p-clearTimes': '1.5', 'p-running': '1' },
    ...{ 'p-minimumWaiting': '10', forPeriods: '1', keepFiringFor: '1', councils: 'Rutland' },
    'escalate-1-after': '15',
  };
  for (const [name, value] of Object.entries(boxes))
    await analyst.locator(`[name="${name}"]`).fill(value);
  await analyst.getByLabel('Children waiting more than 20 weeks').check();
  await analyst.locator('#escalate-1').selectOption({ label: 'The programme board' });
  await analyst.locator('#escalate-1-unless').selectOption({ label: 'it has cleared' });
  await press(analyst, 'Check what it would do');
  expect(await analyst.locator('#checked').textContent()).toContain(
    'If it is still open 15 working days after it fired, whatever was planned, the programme board is told too.',
  );
  await press(analyst, 'Save as a draft');
  expect(await analyst.locator('h1').textContent()).toBe(RULE);
};

it('a rule is written, tried and switched on; its alert is acknowledged, planned, told further up, clears and is closed', async () => {
  const analyst = await as('DfE analyst');
  await writeRule(analyst);
  const rule = analyst.url();
  await follow(analyst, 'Try version 1 on past figures');
  await press(analyst, 'Start the back-test');
  await look(analyst, 'What it would have done');
  expect(await said(analyst)).toContain('this rule would never have fired');
  await analyst.goto(rule);
  await follow(analyst, 'Put the draft in force');
  await analyst.locator('#reason').fill('Agreed with the council in January.');
  await press(analyst, 'Switch it on');
  expect(await said(analyst)).toContain('Agreed with the council in January.');

  await report('2024-12', DECEMBER);
  const council = await as('Rutland SEND lead');
  await council.goto('/alerts');
  await look(council, TITLE);
  await follow(council, TITLE);
  const alert = council.url();
  await look(council, 'Rutland was told on 15 January 2025');
  const fired = await said(council);
  for (const words of [
    'Open since',
    '14 waiting at the end of December 2024',
    `${RULE}, version 1`,
    'Nobody has acknowledged it yet.',
    'East Midlands will be told on 22 January 2025',
    'all approved',
  ])
    expect(fired).toContain(words);
  await council.goto('/alerts');
  expect(await said(council)).toContain('One measure or return needs attention.');
  await council.goto(alert);
  await press(council, 'Acknowledge this alert');
  expect(await said(council)).toContain('Acknowledged by Rutland SEND lead');
  await follow(council, 'Add an action to the recovery plan');
  await council.locator('#words').fill('Bring in locum psychologists');
  await council.locator('#who').fill('SEND lead');
  await date(council, 'due', { day: '31', month: '1', year: '2025' });
  await press(council, 'Add this action');
  await analyst.goto(alert);
  await follow(analyst, 'Agree the recovery plan');
  await press(analyst, 'Agree this plan');
  expect(await said(analyst)).toContain(
    'Recovery plan agreed on 15 January 2025: one action, next one due on 31 January 2025.',
  );

  await service.startAgainAt('2025-02-12T09:00:00Z');
  const board = await as('Board member');
  await board.goto('/alerts');
  await look(
    board,
    'One alert has been open for 15 working days. It is in the partnership East Midlands.',
  );
  const late = await as('DfE analyst');
  await late.goto(alert);
  expect(await said(late)).toContain('One action is overdue: it was due on 31 January 2025.');
  expect(await said(late)).toContain('Programme board was told on 12 February 2025');

  await report('2025-01', JANUARY);
  await late.goto(alert);
  await look(late, 'Cleared');
  expect(await said(late)).toContain('5 waiting at the end of January 2025');
  await look(late, 'Close this alert');
  await follow(late, 'Close this alert');
  await late.locator('#words').fill('Five children wait at the end of January, fourteen before.');
  await late.getByLabel('Yes', { exact: true }).check();
  await press(late, 'Close this alert');
  expect(await said(late)).toContain('Closed by DfE analyst on 12 February 2025.');
  expect(await said(late)).toContain('The alert was useful.');
  const officer = await as('Rutland data officer');
  await officer.goto('/alerts');
  await look(officer, 'One alert that you were told about has cleared.');
}, 240_000);
