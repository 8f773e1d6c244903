import { ALERT_ID, MADE_SILENCE_ID, openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const analyst = await pages.signedIn('dfe-analyst');
const approver = await pages.signedIn('rutland-lead');
const officer = await pages.signedIn('rutland-officer');
const administrator = await pages.signedIn('administrator');
const board = await pages.signedIn('board');
const { asked } = pages.door.silences;
afterAll(() => pages.close());
beforeEach(() => {
  asked.length = 0;
});

const REASON = 'The case system is being replaced.';
const DAYS = {
  ...{ 'from-day': '16', 'from-month': '1', 'from-year': '2025' },
  ...{ 'until-day': '31', 'until-month': '1', 'until-year': '2025' },
};

describe('silenced messages', () => {
  it('shows what stands, whose messages, until when, why and by whom, and what has ended', async () => {
    const { $ } = await officer.get('/silences');
    const rows = $('table').first().find('tbody tr');
    expect(rows.text()).toContain('New EHC plans issued within 20 weeks, Portsmouth');
    expect(rows.text()).toContain('Everybody’s');
    expect(rows.text()).toContain('from 10 January 2025 to 31 January 2025');
    expect(rows.text()).toContain('The case system is being replaced until the end of January.');
    expect($('table').last().text()).toContain('20 December 2024, by DfE analyst');
    expect($('main form')).toHaveLength(0);
  });

  it('is made by an analyst about anything, for DfE and partnerships or for everybody', async () => {
    await analyst.get('/silences');
    const sent = { rule: 'off_trajectory', council: 'rutland', audience: 'all', reason: REASON };
    const { status, location } = await analyst.post('/silences', { ...sent, ...DAYS });
    expect([status, location]).toEqual([303, '/silences']);
    expect(asked).toMatchObject([
      { ruleCode: 'off_trajectory', metric: null, audience: 'all', from: '2025-01-16' },
    ]);
    expect(asked).toMatchObject([{ until: '2025-01-31', reason: REASON, partnership: null }]);
  });

  it('is made by an approver for the messages to their own council alone', async () => {
    const { $ } = await approver.get('/silences');
    expect($('select[name=council] option').toArray()).toHaveLength(1);
    expect($('select[name=partnership]')).toHaveLength(0);
    expect($('input[name=audience]').toArray()).toHaveLength(1);
    await approver.post('/silences', { council: 'rutland', reason: REASON, ...DAYS });
    expect(asked).toMatchObject([{ audience: 'council', by: 'Rutland SEND lead' }]);
  });

  it('says at each field what is wrong with it, and keeps what was typed', async () => {
    await analyst.get('/silences');
    const { status, $ } = await analyst.post('/silences', { reason: 'short', ...DAYS });
    expect([status, $('title').text().startsWith('Error: ')]).toEqual([422, true]);
    const links = $('.govuk-error-summary a').toArray();
    expect(links.map((link) => $(link).attr('href'))).toEqual(['#until-day', '#reason']);
    for (const link of links) expect($($(link).attr('href') ?? '')).toHaveLength(1);
    expect($('#reason').text()).toBe('short');
    expect($('input[name=until-day]').attr('value')).toBe('31');
  });

  it('is ended early by who may, and by nobody else', async () => {
    const { $ } = await analyst.get('/silences');
    expect($(`form[action="/silences/${MADE_SILENCE_ID}/end"]`)).toHaveLength(1);
    const ended = await analyst.post(`/silences/${MADE_SILENCE_ID}/end`, {});
    expect([ended.status, ended.location]).toEqual([303, '/silences']);
    await officer.get('/silences');
    for (const id of [MADE_SILENCE_ID, 'one'])
      expect((await officer.post(`/silences/${id}/end`, {})).status).toBe(404);
    expect((await officer.post('/silences', { reason: REASON, ...DAYS })).status).toBe(404);
  });

  it('is no page for who sees no alerts', async () => {
    for (const reader of [administrator, board])
      expect((await reader.get('/silences')).status).toBe(404);
  });

  it('is said on the page of its alert, with until when and why', async () => {
    const { text } = await analyst.get(`/alerts/${ALERT_ID}`);
    expect(text).toContain(
      'DfE analyst has asked for no messages about this until 31 January 2025: &quot;The case system is being replaced until the end of January.&quot;. It is still open.',
    );
  });

  it('leaves the board its own messages, without an alert in them', async () => {
    const { status, $ } = await board.get('/alerts');
    expect(status).toBe(200);
    expect($('h1').text()).toBe('Messages to the board');
    expect($('main a[href^="/alerts/"]')).toHaveLength(0);
    expect($('tbody tr')).toHaveLength(1);
    expect($('tbody').text()).toContain('without a recovery plan. So have 1 more.');
  });
});
