import {
  councilNamed,
  DEAD_MESSAGE_ID,
  openPages,
  SUBSCRIPTION_ID,
  WEBHOOK_SECRET,
} from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const approver = await pages.signedIn('rutland-lead');
const officer = await pages.signedIn('rutland-officer');
const administrator = await pages.signedIn('administrator');
const analyst = await pages.signedIn('dfe-analyst');
const { asked } = pages.door.subscriptions;
afterAll(() => pages.close());
beforeEach(() => {
  asked.length = 0;
});

const RUTLAND = `council ${councilNamed('Rutland').id}`;
const OF_RUTLAND = `/messages?to=${encodeURIComponent(RUTLAND)}`;

describe('where alerts go', () => {
  it('shows an approver the addresses of their council, and nothing of the others', async () => {
    const { $ } = await approver.get('/messages');
    expect($('h1').text()).toBe('Where alerts go: Rutland');
    expect($('tbody td, tbody th').first().text()).toBe('send.team@rutland.example');
    expect($('main').text()).toContain('1 December 2024, added by Rutland SEND lead');
    expect($('select, form[action*="/test"], form[action*="/again"]')).toHaveLength(0);
    expect((await approver.get('/messages?to=dfe')).status).toBe(404);
  });

  it('tells those who may change nothing whom to ask', async () => {
    const { $ } = await officer.get('/messages');
    expect($('main').text()).toContain('An approver of your council says');
    expect($('main form')).toHaveLength(0);
    await officer.get('/messages');
    expect((await officer.post(OF_RUTLAND, { channel: 'email', address: 'a@b.c' })).status).toBe(
      404,
    );
    expect(asked).toEqual([]);
  });

  it('adds an email address and comes back to the list', async () => {
    await approver.get('/messages');
    const sent = { channel: 'email', address: 'head@rutland.example' };
    const { status, location } = await approver.post(OF_RUTLAND, sent);
    expect([status, location]).toEqual([303, OF_RUTLAND]);
    expect(asked).toEqual([{ recipient: RUTLAND, ...sent }]);
  });

  it('shows the secret of a signed post once, and is not kept by any cache', async () => {
    await approver.get('/messages');
    const sent = { channel: 'webhook', address: 'https://hooks.rutland.example/' };
    const { status, $, headers } = await approver.post(OF_RUTLAND, sent);
    expect([status, $('#secret code').text(), headers['cache-control']]).toEqual([
      200,
      WEBHOOK_SECRET,
      'no-store',
    ]);
    expect((await approver.get('/messages')).text).not.toContain(WEBHOOK_SECRET);
  });

  it('says at its place what is wrong with an address, and keeps what was typed', async () => {
    await approver.get('/messages');
    const sent = { channel: 'webhook', address: 'nowhere' };
    const { status, $ } = await approver.post(OF_RUTLAND, sent);
    expect([status, $('title').text().startsWith('Error: ')]).toEqual([400, true]);
    expect($($('.govuk-error-summary a').attr('href') ?? '').attr('value')).toBe('nowhere');
    expect($('input[name=channel]:checked').attr('value')).toBe('webhook');
  });

  it('removes an address of one’s own', async () => {
    await approver.get('/messages');
    const gone = await approver.post(`/messages/${SUBSCRIPTION_ID}/remove`, {});
    expect([gone.status, gone.location]).toEqual([303, OF_RUTLAND]);
    expect(asked).toEqual([{ end: SUBSCRIPTION_ID }]);
    await officer.get('/messages');
    for (const id of [SUBSCRIPTION_ID, 'one'])
      expect((await officer.post(`/messages/${id}/remove`, {})).status).toBe(404);
  });

  it('lets an analyst send a test and change nothing', async () => {
    const { $ } = await analyst.get(OF_RUTLAND);
    expect($('main').text()).not.toContain('send.team@rutland.example');
    expect($('#address')).toHaveLength(0);
    const sent = await analyst.post(`/messages/test?to=${encodeURIComponent(RUTLAND)}`, {});
    expect(sent.$('.govuk-notification-banner').text()).toContain('A test message is on its way');
    expect(asked).toEqual([{ test: RUTLAND }]);
  });

  it('lets DfE’s people have the weekly digest sent to themselves, and nothing else', async () => {
    const { $ } = await analyst.get('/messages?to=dfe');
    expect(
      $('input[name=gets]')
        .toArray()
        .map((one) => $(one).attr('value')),
    ).toEqual(['digest']);
    expect($('main').text()).toContain('on Mondays at 8');
    const sent = { channel: 'email', address: 'me@dfe.example', gets: 'digest' };
    expect((await analyst.post('/messages?to=dfe', sent)).status).toBe(303);
    expect(asked).toEqual([{ recipient: 'dfe', ...sent }]);
  });

  it('offers an approver the digest, or both, and keeps what was chosen when an address is wrong', async () => {
    await approver.get('/messages');
    const sent = { channel: 'email', address: 'nowhere', gets: 'both' };
    const { $ } = await approver.post(OF_RUTLAND, sent);
    expect($('input[name=gets]')).toHaveLength(3);
    expect($('input[name=gets]:checked').attr('value')).toBe('both');
    expect(asked).toEqual([{ recipient: RUTLAND, ...sent }]);
  });

  it('shows an administrator what could not be delivered, to be sent again', async () => {
    const { $ } = await administrator.get('/messages');
    expect($('select option').length).toBeGreaterThan(30);
    expect($('main').text()).toContain('Rutland, Signed post');
    expect($('main').text()).toContain('answered 500');
    const again = await administrator.post(`/messages/${DEAD_MESSAGE_ID}/again`, {});
    expect(again.$('.govuk-notification-banner').text()).toContain('on its way again');
    expect(asked).toEqual([{ again: DEAD_MESSAGE_ID }]);
    await analyst.get('/messages');
    expect((await analyst.post(`/messages/${DEAD_MESSAGE_ID}/again`, {})).status).toBe(404);
  });
});
