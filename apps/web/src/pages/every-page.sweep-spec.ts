import {
  ALERT_ID,
  ANSWERED_ID,
  DELIVERY_PAGES,
  IMPORTED_ID,
  KEY_ID,
  openPages,
  PACK_PAGES,
  PREVIEWED_ID,
  REFUSED_ID,
  REQUEST_ID,
  SILENCE_ID,
  SUBMISSION_ID,
} from '#testing/web';
import { createWebApp } from '../web-app.js';
import { RULE_PAGES } from './alert-rules/pages-for-spec.js';
import { METRIC_PAGES } from './metrics/pages-for-spec.js';

const ANYONE = ['/sign-in', '/dashboard', '/help', '/privacy', '/cookies', '/accessibility'];
const COUNCIL = [
  '/council',
  '/council/return/2024-12',
  '/council/return/2024-12/time',
  '/council/return/2023-09/time',
  `/council/receipt/${SUBMISSION_ID}`,
  `/council/receipt/${SUBMISSION_ID}/withdraw`,
  `/council/columns/${SUBMISSION_ID}`,
  '/council/counting',
  ...['/council/submissions', '/council/submissions?month=2024-05'],
  '/council/figures',
  '/council/quality',
  '/council/reconciliation/2023',
  '/council/reconciliation/2024',
  '/councils/rutland',
  ...['/councils/rutland/published/plans', '/councils/rutland/board/requests-and-decisions'],
  '/figures/rutland/requests_received/2024-09',
  ...['/alerts', '/connections', '/messages', '/alert-rules', '/alert-rules/off_trajectory'],
  ...DELIVERY_PAGES.council,
  ...['/alerts', '/connections', '/messages', '/silences'],
];
const APPROVER = [
  '/council',
  ...['/connections', '/messages', '/connections/new', '/silences'],
  `/connections/${KEY_ID}/replace`,
  `/connections/${KEY_ID}/revoke`,
];
const ADMINISTRATOR = [
  ...['/connections', '/connections?council=leicester', '/messages', '/messages?to=dfe'],
];
const DEPARTMENT = [
  ...['/overview', '/overview?month=2024-11', '/more', '/packs/new', ...PACK_PAGES],
  ...['/returns', '/returns?month=all'],
  '/returns?month=2025-01&partnership=none',
  '/published',
  `/published/${PREVIEWED_ID}`,
  `/published/${IMPORTED_ID}`,
  `/published/${REFUSED_ID}`,
  '/requests/new',
  `/requests/${REQUEST_ID}`,
  `/requests/${ANSWERED_ID}`,
  '/metrics',
  ...METRIC_PAGES,
  '/councils',
  '/councils?q=nowhere',
  '/councils/portsmouth',
  '/councils/portsmouth?known=2023-06-01',
  ...['/councils/portsmouth/published/plans', '/councils/portsmouth/board/plans'],
  '/councils/portsmouth/figures/plans_within_20_weeks',
  '/councils/portsmouth/figures/plans_within_20_weeks?known=2015-06-01',
  '/councils/portsmouth/figures/plans_within_20_weeks?known=2024-06-01',
  // Too few figures, one that never changes, missing months, a silent council; unusual for the worse, for the better, neither.
  ...['wigan', 'trafford', 'leicester', 'luton', 'wakefield', 'west-sussex'].flatMap((council) => [
    `/councils/${council}`,
    `/councils/${council}/figures/plans_within_20_weeks`,
  ]),
  '/councils/wakefield/figures/requests_received',
  '/councils/portsmouth/published/plans?known=2015-06-01',
  '/councils/portsmouth/quality',
  '/councils/portsmouth/submissions',
  '/councils/portsmouth/reconciliation/2023',
  ...['/messages?to=dfe', '/alerts', '/alerts?plan=overdue'],
  ...[ALERT_ID, SILENCE_ID].map((id) => `/alerts/${id}`),
  ...['/alert-quality', '/alerting', '/silences', ...RULE_PAGES],
  ...DELIVERY_PAGES.department,
  ...['comment', 'assign', 'plan', 'action?action=3', 'agree', 'close', 'reopen'].map(
    (deed) => `/alerts/${ALERT_ID}/${deed}`,
  ),
  `/council/receipt/${SUBMISSION_ID}`,
];
const MANAGEMENT_INFORMATION = 'Not official statistics';

const pages = await openPages((parts) => createWebApp(parts));
const readers = {
  nobody: pages.newReader(),
  council: await pages.signedIn('rutland-officer'),
  approver: await pages.signedIn('rutland-lead'),
  administrator: await pages.signedIn('administrator'),
  board: await pages.signedIn('board'),
  department: await pages.signedIn('dfe-analyst'),
  partnership: await pages.signedIn('partnership-lead'),
};
afterAll(() => pages.close());

const every = [
  ...ANYONE.map((path) => ['nobody', path] as const),
  ...COUNCIL.map((path) => ['council', path] as const),
  ...APPROVER.map((path) => ['approver', path] as const),
  ...ADMINISTRATOR.map((path) => ['administrator', path] as const),
  ...['/alerts', ...PACK_PAGES].map((path) => ['board', path] as const),
  ['partnership', '/partnerships/east-midlands'] as const,
  ...DEPARTMENT.map((path) => ['department', path] as const),
];

describe.each(every)('as %s, %s', (who, path) => {
  it('is a whole page: one heading, named in the title, tables that say what they are', async () => {
    const { status, $, text } = await readers[who].get(path);
    expect(status).toBe(200);
    expect($('h1')).toHaveLength(1);
    expect($('title').text()).toContain($('h1').text());
    expect($('html').attr('lang')).toBe('en-GB');
    for (const table of $('table').toArray()) {
      expect($(table).find('caption').text()).not.toBe('');
      expect($(table).find('th:not([scope])')).toHaveLength(0);
    }
    expect(text).not.toMatch(/undefined|\[object|NaN|style="/);
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('says what its figures are, where somebody is signed in', async () => {
    const { $ } = await readers[who].get(path);
    const labels = $('aside').text();
    if (who === 'nobody') expect(labels).toBe('');
    else {
      expect(labels).toContain(MANAGEMENT_INFORMATION);
      expect(labels).toContain('Demonstration data.');
    }
    expect($('footer').text()).toContain('Demonstration clock: Wednesday, 15 January 2025, 12:00');
  });

  it('gives each form that is sent its token, and each field its label', async () => {
    const { $ } = await readers[who].get(path);
    for (const form of $('form[method=post]').toArray()) {
      expect($(form).find('input[name=csrf]').attr('value')).toMatch(/.{8}/);
    }
    for (const field of $('input:not([type=hidden]), select, textarea').toArray()) {
      const id = $(field).attr('id') ?? '';
      expect($(`label[for="${id}"]`).length).toBe(1);
    }
  });
});

describe('lists of councils', () => {
  it.each([
    ['/overview', '#board-now table'],
    ['/returns', '#board-now table'],
    ['/councils?all=1', 'table'],
    ['/metrics/plans_within_20_weeks/table', '#table ~ .cpm-scroll table'],
    ['/metrics/plans_within_20_weeks/funnel', '#table ~ .cpm-scroll table'],
  ])('stand in the order of the alphabet on %s', async (path, table) => {
    const { $ } = await readers.department.get(path);
    const names = $(table)
      .first()
      .find('tbody th')
      .toArray()
      .map((cell) => $(cell).text());
    expect(names.length).toBeGreaterThan(30);
    expect(names).toEqual(names.toSorted(new Intl.Collator('en-GB').compare));
  });

  it('take no word that would put councils in another order', async () => {
    const plain = await readers.department.get('/metrics/plans_within_20_weeks');
    const asked = await readers.department.get(
      '/metrics/plans_within_20_weeks?sort=value&order=desc&orderBy=value',
    );
    expect(asked.$('main').text()).toBe(plain.$('main').text());
  });
});

describe('measures by theme', () => {
  it('list those of the return first, the published ones after, each with a way from the top', async () => {
    const { $ } = await readers.department.get('/metrics');
    const parts = $('main h2[id]').toArray();
    expect(parts.map((part) => $(part).attr('id'))).toEqual(['measure', 'published']);
    const contents = $('nav.cpm-contents a').toArray();
    expect(contents.length).toBeGreaterThan(3);
    for (const link of contents) expect($($(link).attr('href') ?? '')).toHaveLength(1);
  });

  it('draw the return’s measures on a council’s page, and lead to what is published', async () => {
    const { $ } = await readers.department.get('/councils/portsmouth');
    expect($('#plans_within_20_weeks svg[role=img]')).toHaveLength(1);
    expect($('#ehcp_timeliness_20wk_excl')).toHaveLength(0);
    const published = await readers.department.get('/councils/portsmouth/published/plans');
    expect(published.$('#ehcp_timeliness_20wk_excl svg[role=img]')).toHaveLength(1);
    expect(published.$('#back')).toHaveLength(0);
    expect(published.$('.govuk-back-link').attr('href')).toBe('/councils/portsmouth');
    const own = await readers.council.get('/councils/rutland/published/plans');
    expect(own.$('.govuk-back-link').attr('href')).toBe('/council/figures?council=rutland');
  });

  it('keep the newest three months beneath a chart, and every month on a page of the measure', async () => {
    const { $ } = await readers.department.get('/councils/portsmouth');
    const part = $('#plans_within_20_weeks-details');
    expect(part.find('tbody tr')).toHaveLength(3);
    const href = part.find('p a').attr('href') ?? '';
    const whole = await readers.department.get(href);
    expect(whole.$('tbody tr')).toHaveLength(24);
    expect((await readers.council.get(href)).status).toBe(404);
    expect((await readers.department.get('/councils/portsmouth/figures/n_plans')).status).toBe(404);
  });

  it('show a published theme to nobody else’s council, and none that does not exist', async () => {
    for (const path of ['/councils/portsmouth/published/plans', '/councils/rutland/published/x']) {
      expect((await readers.council.get(path)).status).toBe(404);
    }
  });
});

it('a year is reconciled in the order of the form, where “Of these” is said of the number above it', async () => {
  const { $ } = await readers.department.get('/councils/portsmouth/reconciliation/2023');
  const form = await readers.council.get('/council/return/2024-12');
  const labels = form.$('.cpm-box label.govuk-label').toArray();
  const order = labels.map((label) => {
    const words = form.$(label).text().trim();
    return words.replace(/^\d+\. /, '');
  });
  const shown = $('table')
    .first()
    .find('tbody th')
    .toArray()
    .map((cell) => $(cell).text());
  expect(shown.length).toBeGreaterThan(1);
  expect(shown).toEqual(order.filter((title) => shown.includes(title)));
});
