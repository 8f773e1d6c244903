import { refusal } from '#domain';
import { KEY_ID, KEY_TEXT, openPages, REVOKED_KEY_ID } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const approver = await pages.signedIn('rutland-lead');
const officer = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());
beforeEach(() => {
  pages.door.apiKeys.asked.length = 0;
  pages.door.apiKeys.state.problem = null;
});

const ID = '0190f0a0-0000-7000-8000-00000000000f';
const CHOSEN = { id: ID, label: 'Nightly push', 'send-figures': 'yes', term: '90' };
const { asked, state } = pages.door.apiKeys;

describe('the list of keys', () => {
  it('says of each what it may do, where it stands, until when, and when it was last used', async () => {
    const { $ } = await approver.get('/connections');
    expect($('h1').text()).toBe('Connect a system: Rutland');
    const rows = $('table')
      .toArray()
      .map((table) =>
        $(table)
          .find('tbody tr')
          .toArray()
          .map((row) =>
            $(row)
              .find('th, td')
              .toArray()
              .map((cell) => $(cell).text()),
          ),
      );
    expect(rows[0]?.[0]).toEqual([
      'Nightly pushcpm_live_rutland2',
      'Send figures',
      'Works',
      '28 February 2025',
      '15 January 2025, between 02:00 and 03:00',
      'Rutland SEND lead, 1 December 2024',
      'Replace Nightly push',
      'Revoke Nightly push',
    ]);
    expect(rows.map((table) => table.map((row) => row[2]))).toEqual([
      ['Works', 'Ends soon', 'Being replaced'],
      ['Revoked', 'Expired'],
    ]);
    expect($('main').text()).toContain('The key “Old ledger” works until 19 January 2025.');
  });

  it('is only shown to a submitter, who is told whom to ask', async () => {
    const { $ } = await officer.get('/connections');
    expect($('table')).toHaveLength(2);
    expect($('main').text()).toContain('An approver of your council makes');
    expect($('a[href*="/replace"], a[href*="/revoke"], a[href*="/new"]')).toHaveLength(0);
  });

  it('lets an administrator choose a council, which may have no key yet', async () => {
    const administrator = await pages.signedIn('administrator');
    expect((await administrator.get('/')).location).toBe('/connections');
    const { $ } = await administrator.get('/connections');
    expect([$('select option').length > 2, $('table').length]).toEqual([true, 0]);
    const leicester = await administrator.get('/connections?council=leicester');
    expect(leicester.$('h1').text()).toBe('Connect a system: Leicester');
    expect(leicester.$('main').text()).toContain('No system is connected yet.');
    expect((await administrator.get('/connections?council=nowhere')).status).toBe(404);
  });

  it.each(['dfe-analyst', 'partnership-lead', 'board'])('is not for %s', async (persona) => {
    const reader = await pages.signedIn(persona);
    expect((await reader.get('/connections')).status).toBe(403);
  });

  it('speaks on the home page of the key that ends soon, and of no other', async () => {
    const { $ } = await officer.get('/council');
    const notices = $('.govuk-inset-text').text();
    expect(notices).toContain('“Old ledger” works until 19 January 2025');
    expect(notices).not.toContain('System 3');
    expect($('.govuk-inset-text a').attr('href')).toBe('/connections?council=rutland');
  });
});

describe('making a key', () => {
  it('shows it once, in one piece, with what to do next', async () => {
    const form = await approver.get('/connections/new');
    expect(form.$('input[name=term]:checked').attr('value')).toBe('90');
    expect(form.$('input[type=checkbox]:checked')).toHaveLength(0);
    const { status, $, headers } = await approver.post('/connections/new?council=rutland', CHOSEN);
    expect(asked).toMatchObject([
      { label: 'Nightly push', deeds: ['send-figures'], lastDay: '2025-04-15' },
    ]);
    expect([status, $('#key code').text(), headers['cache-control']]).toEqual([
      200,
      KEY_TEXT,
      'no-store',
    ]);
    expect($('main').text()).toContain('This is the only time that the key is shown.');
  });

  it('takes a day of one’s own', async () => {
    await approver.get('/connections/new');
    const day = { 'last-day-day': '1', 'last-day-month': '7', 'last-day-year': '2025' };
    await approver.post('/connections/new', { ...CHOSEN, ...day, term: 'day' });
    expect(asked).toMatchObject([{ lastDay: '2025-07-01' }]);
  });

  it('names every fault at its place, and keeps what was typed', async () => {
    state.problem = { kind: 'faults', faults: ['LABEL', 'DEEDS', 'LAST_DAY'] };
    await approver.get('/connections/new');
    const { status, $ } = await approver.post('/connections/new', {
      ...CHOSEN,
      label: 'x'.repeat(300),
      term: '7',
    });
    expect([status, $('title').text().startsWith('Error: ')]).toEqual([400, true]);
    const links = $('.govuk-error-summary a').toArray();
    for (const link of links) expect($($(link).attr('href') ?? '')).toHaveLength(1);
    expect([links.length, $('.govuk-error-message').length]).toEqual([3, 3]);
    expect(String($('#label').attr('value'))).toHaveLength(200);
    expect(asked).toMatchObject([{ lastDay: '' }]);
  });

  it('says why there is none: too many, or the form was sent before', async () => {
    state.problem = { kind: 'refused', refusal: refusal('KEY_SHOWN_ONCE') };
    await approver.get('/connections/new');
    const { status, text, $ } = await approver.post('/connections/new', CHOSEN);
    expect([status, $('input[name=id]').attr('value') === ID]).toEqual([409, false]);
    expect(text).toContain('a key is shown only once');
  });

  it('is for approvers, and for their own council', async () => {
    expect((await officer.get('/connections/new')).status).toBe(404);
    await officer.get('/connections');
    expect((await officer.post('/connections/new', CHOSEN)).status).toBe(404);
    expect((await approver.get('/connections/new?council=portsmouth')).status).toBe(404);
    expect((await approver.post('/connections/new', { ...CHOSEN, id: 'one' })).status).toBe(404);
    expect(asked).toEqual([]);
  });
});

describe('one key', () => {
  it('is replaced by another, with the days that the old one still works', async () => {
    const form = await approver.get(`/connections/${KEY_ID}/replace`);
    expect(form.$('main').text()).toContain('“Nightly push” (cpm_live_rutland2)');
    expect(form.$('input[name=overlap]:checked').attr('value')).toBe('7');
    const chosen = { id: ID, term: '30', overlap: '14' };
    const { $ } = await approver.post(`/connections/${KEY_ID}/replace`, chosen);
    expect(asked).toEqual([{ keyId: KEY_ID, lastDay: '2025-02-14', overlapDay: '2025-01-29' }]);
    expect($('#key code').text()).toBe(KEY_TEXT);
    expect($('main').text()).toContain('The old key (cpm_live_rutland2) works until');
  });

  it('is revoked after a question, at once', async () => {
    const confirm = await approver.get(`/connections/${KEY_ID}/revoke`);
    expect(confirm.$('h1').text()).toBe('Revoke the key “Nightly push”?');
    const done = await approver.post(`/connections/${KEY_ID}/revoke`, {});
    expect([done.status, done.location]).toEqual([303, '/connections?council=rutland']);
    expect(asked).toEqual([{ revoke: KEY_ID }]);
  });

  it.each(['replace', 'revoke'])(
    'that has ended, is not theirs or is none has no page to %s it',
    async (deed) => {
      for (const id of [REVOKED_KEY_ID, ID, 'one'])
        expect((await approver.get(`/connections/${id}/${deed}`)).status).toBe(404);
      expect((await officer.get(`/connections/${KEY_ID}/${deed}`)).status).toBe(404);
      expect((await approver.post(`/connections/${KEY_ID}/${deed}`, { csrf: 'x' })).status).toBe(
        403,
      );
      expect(asked).toEqual([]);
    },
  );
});
