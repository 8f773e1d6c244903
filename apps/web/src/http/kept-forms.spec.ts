import { openPages, SUBMISSION_ID } from '#testing/web';
import { createWebApp } from '../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
afterAll(() => pages.close());

const RETURN = '/council/return/2024-12?council=rutland';
const TYPED = {
  'box-n_requests': '6',
  'note-n_plans': 'Two teams were merged.',
  'state-n_plans': 'missing',
  comment: 'A busy month.',
};

/** Somebody with a page open whose session then ends: signed out in another window. */
async function signedOut(persona: string, page: string) {
  const reader = await pages.signedIn(persona);
  await reader.get(page);
  const elsewhere = await pages.signedIn(persona);
  await elsewhere.get('/council');
  await elsewhere.post('/sign-out', {});
  return reader;
}

describe('a form that is sent after its session has ended', () => {
  it('sends nothing, and is there again after sign-in with what was typed, once', async () => {
    const reader = await signedOut('rutland-officer', RETURN);
    const turned = await reader.post(RETURN, TYPED);
    expect([turned.status, turned.location]).toEqual([
      303,
      `/sign-in?to=${encodeURIComponent(RETURN)}&typed=kept`,
    ]);
    expect(String(turned.headers['set-cookie'])).toMatch(
      /cpm_kept=[^;]+; Max-Age=1800; Path=\/council\/return\/2024-12; HttpOnly; SameSite=Lax/,
    );
    expect(pages.door.state.received).toEqual([]);
    const { $: signIn } = await reader.get(turned.location ?? '');
    expect(signIn('main').text()).toContain('What you typed is kept for 30 minutes.');
    const to = signIn('input[name=to]').first().attr('value') ?? '';
    await reader.post('/sign-in', { persona: 'rutland-officer', to });
    const { $ } = await reader.get(to);
    expect($('#box-n_requests').val()).toBe('6');
    expect($('#note-n_plans').val()).toBe('Two teams were merged.');
    expect($('#state-n_plans').val()).toBe('missing');
    expect($('#note-n_plans').closest('details').attr('open')).toBeDefined();
    expect($('#comment').val()).toBe('A busy month.');
    expect($('main').text()).toContain('Not sent yet');
    const sent = await reader.post(RETURN, { ...TYPED, action: 'send' });
    expect(sent.location).toContain('/council/receipt/');
    const { $: later } = await reader.get(to);
    expect(later('main').text()).not.toContain('Not sent yet');
  });

  it('shows nobody else what was typed', async () => {
    const reader = await signedOut('rutland-officer', RETURN);
    await reader.post(RETURN, TYPED);
    await reader.get('/sign-in');
    await reader.post('/sign-in', { persona: 'rutland-lead', to: RETURN });
    const { $, text } = await reader.get(RETURN);
    expect($('#box-n_requests').val()).toBe('');
    expect(text).not.toContain('A busy month.');
  });

  it.each([
    [`${'/council/return/2024-12'}/draft?council=rutland`, RETURN],
    [`${'/council/return/2024-12'}/answer?council=rutland`, RETURN],
    [
      '/council/return/2024-12/time?council=rutland',
      '/council/return/2024-12/time?council=rutland',
    ],
    [`/council/receipt/${SUBMISSION_ID}/explain`, `/council/receipt/${SUBMISSION_ID}`],
    [`/council/receipt/${SUBMISSION_ID}/withdraw`, `/council/receipt/${SUBMISSION_ID}/withdraw`],
    ['/feedback/new', '/feedback/new'],
    ['/messages/test?to=dfe', '/messages?to=dfe'],
  ])('sent to %s leads back to %s', async (sent, page) => {
    const reader = await signedOut('rutland-officer', '/council');
    const { location } = await reader.post(sent, { text: 'Something that was typed.' });
    expect(location).toBe(`/sign-in?to=${encodeURIComponent(page)}&typed=kept`);
  });

  it('is not kept without a token that a session was given', async () => {
    const reader = pages.newReader();
    await reader.get('/sign-in');
    const { location, headers } = await reader.post(RETURN, { ...TYPED, csrf: 'forged' });
    expect(location).toBe(`/sign-in?to=${encodeURIComponent(RETURN)}`);
    expect(String(headers['set-cookie'])).not.toContain('cpm_kept');
  });

  it('cannot bring back a file, and says so', async () => {
    const reader = await signedOut('rutland-officer', RETURN);
    const file = { name: 'a.csv', text: 'measure,value' };
    const { location } = await reader.upload(
      '/council/return/2024-12/file?council=rutland',
      {},
      file,
    );
    expect(location).toBe(`/sign-in?to=${encodeURIComponent(RETURN)}&typed=file`);
    const { $ } = await reader.get(location ?? '');
    expect($('main').text()).toContain('We cannot keep a file: choose it again');
  });
});

describe('a form that is sent by somebody who has signed in as somebody else since', () => {
  it('is kept for the person who typed it, and says as whom to sign in', async () => {
    const reader = await pages.signedIn('rutland-officer');
    await reader.get(RETURN);
    const csrf = 'token-of-session-of-rutland-officer';
    await reader.signIn('rutland-lead');
    const { location } = await reader.post(RETURN, { ...TYPED, csrf });
    expect(location).toBe(`/sign-in?to=${encodeURIComponent(RETURN)}&typed=other`);
    const { $ } = await reader.get(RETURN);
    expect($('#box-n_requests').val()).toBe('');
    await reader.get('/sign-in');
    await reader.post('/sign-in', { persona: 'rutland-officer', to: RETURN });
    const { $: again } = await reader.get(RETURN);
    expect(again('#box-n_requests').val()).toBe('6');
  });
});
