import { ALERT_ID, KEY_ID, openPages, SUBMISSION_ID } from '#testing/web';
import { createWebApp } from '../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
afterAll(() => pages.close());

describe('sign-in', () => {
  it('leads back to the page that was asked for', async () => {
    const reader = pages.newReader();
    const turnedAway = await reader.get('/council/return/2024-12?council=rutland');
    expect(turnedAway.status).toBe(303);
    expect(turnedAway.location).toBe(
      '/sign-in?to=%2Fcouncil%2Freturn%2F2024-12%3Fcouncil%3Drutland',
    );
    const { $ } = await reader.get(turnedAway.location ?? '');
    const to = $('input[name=to]').first().attr('value') ?? '';
    const signedIn = await reader.post('/sign-in', { persona: 'rutland-officer', to });
    expect(signedIn.location).toBe('/council/return/2024-12?council=rutland');
    expect((await reader.get(to)).status).toBe(200);
  });

  it('sets cookies that no script reads and no other site sends', async () => {
    const reader = pages.newReader();
    const { headers } = await reader.get('/sign-in');
    expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
    const { headers: after } = await reader.post('/sign-in', { persona: 'board', to: '/' });
    expect(String(after['set-cookie'])).toMatch(
      /cpm_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax/,
    );
  });

  it('knows no unknown persona, and ends with signing out', async () => {
    const reader = pages.newReader();
    await reader.get('/sign-in');
    expect((await reader.post('/sign-in', { persona: 'nobody', to: '/' })).status).toBe(403);
    await reader.signIn('rutland-officer');
    expect((await reader.get('/')).location).toBe('/council');
    await reader.get('/council');
    await reader.post('/sign-out', {});
    expect((await reader.get('/council')).status).toBe(303);
  });

  it.each([
    ['rutland-officer', '/council'],
    ['partnership-lead', '/council'],
    ['dfe-analyst', '/overview'],
    ['board', '/packs'],
  ])('leads %s home to %s', async (persona, home) => {
    const reader = await pages.signedIn(persona);
    expect((await reader.get('/')).location).toBe(home);
    expect((await reader.get(home)).status).toBe(200);
  });

  it('shows a board member what there is to read', async () => {
    const reader = await pages.signedIn('board');
    expect((await reader.get('/packs')).$('h1').text()).toBe('Evidence packs');
    expect((await reader.get('/alerts')).$('table').text()).not.toContain('Rutland');
  });
});

describe('who may open what', () => {
  it.each(['/overview', '/metrics', '/metrics/plans_within_20_weeks', '/councils'])(
    'keeps a council out of %s',
    async (path) => {
      const { status, $ } = await (await pages.signedIn('rutland-officer')).get(path);
      expect([status, $('h1').text()]).toEqual([403, 'You cannot do this']);
    },
  );

  it.each([
    '/council?council=portsmouth',
    '/council/return/2024-12?council=portsmouth',
    '/council/figures?council=portsmouth',
    '/councils/portsmouth',
    `/alerts/${ALERT_ID}`,
  ])('has nothing for Rutland at %s', async (path) => {
    const { status, text } = await (await pages.signedIn('rutland-officer')).get(path);
    expect(status).toBe(404);
    expect(text).not.toContain('Portsmouth');
  });

  it.each(['/council', '/council/return/2024-12', '/council/figures'])(
    'keeps DfE out of %s',
    async (path) => {
      expect((await (await pages.signedIn('dfe-analyst')).get(path)).status).toBe(403);
    },
  );

  it.each([
    `/council/receipt/${SUBMISSION_ID}`,
    '/council',
    '/overview',
    '/alert-rules',
    '/council/return/2024-12',
  ])('has nothing for a board member at %s', async (path) => {
    const { status } = await (await pages.signedIn('board')).get(path);
    expect([403, 404]).toContain(status);
  });

  it('lets a partnership lead look at a member’s return, but not send it', async () => {
    const reader = await pages.signedIn('partnership-lead');
    const { status, $ } = await reader.get('/council/return/2024-12?council=rutland');
    expect(status).toBe(200);
    expect($('button[value=send]')).toHaveLength(0);
  });
});

describe('a form without its token', () => {
  it.each([
    '/sign-out',
    '/council/return/2024-12',
    '/council/return/2024-12/answer',
    `/council/receipt/${SUBMISSION_ID}/approve`,
    `/alerts/${ALERT_ID}/acknowledge`,
    '/connections/new',
    `/connections/${KEY_ID}/replace`,
    `/connections/${KEY_ID}/revoke`,
  ])('is refused at %s', async (path) => {
    const reader = await pages.signedIn('rutland-lead');
    await reader.get('/council');
    const { status } = await reader.post(path, { csrf: 'guessed' });
    expect(status).toBe(403);
    expect([pages.door.state.received, pages.door.state.approved]).toEqual([[], []]);
    expect(pages.door.apiKeys.asked).toEqual([]);
  });

  it('is refused as a file, too, before the file is read', async () => {
    const reader = await pages.signedIn('rutland-officer');
    const file = { name: 'a.csv', text: 'measure,value' };
    const path = '/council/return/2024-12/file';
    expect((await reader.upload(path, { csrf: 'guessed' }, file)).status).toBe(403);
    const elsewhere = `/council/receipt/${SUBMISSION_ID}/approve`;
    expect((await reader.upload(elsewhere, {}, file)).status).toBe(403);
  });
});

describe('what went wrong', () => {
  it('is a page of its own for an unknown address', async () => {
    const { status, $ } = await (await pages.signedIn('dfe-analyst')).get('/no/such/page');
    expect([status, $('h1').text()]).toEqual([404, 'Page not found']);
    expect($('nav').text()).toContain('Measures');
    expect((await pages.newReader().get('/metrics.php')).status).toBe(404);
  });

  it.each([
    ['rutland-officer', ['/council', '/council/submissions', '/help']],
    ['partnership-lead', ['/council', '/help']],
    ['dfe-analyst', ['/overview', '/councils', '/help']],
    ['board', ['/', '/help']],
  ])('leads %s on to what they may open: %j', async (persona, hrefs) => {
    const { $ } = await (await pages.signedIn(persona)).get('/no/such/page');
    const found = $('main li a')
      .toArray()
      .map((one) => $(one).attr('href'));
    expect(found).toEqual(hrefs);
  });

  it('is three pages: an old form, too, says that nothing was sent', async () => {
    const reader = await pages.signedIn('rutland-lead');
    await reader.get('/council');
    const { $ } = await reader.post('/council/return/2024-12', { csrf: 'guessed' });
    expect($('h1').text()).toBe('This form has gone out of date');
    expect($('main').text()).toContain('Nothing was sent or changed.');
  });

  it('is a page with a reference for a failure, and says nothing of the failure', async () => {
    pages.door.state.failure = new Error('secret detail');
    const reader = await pages.signedIn('rutland-officer');
    await reader.get('/council/return/2024-12');
    const { status, text } = await reader.post('/council/return/2024-12', {
      'box-n_requests': '6',
      action: 'send',
    });
    pages.door.state.failure = null;
    expect(status).toBe(500);
    expect(text).not.toContain('secret detail');
    expect(pages.reported).toHaveLength(1);
    expect(text).toContain(`${pages.reported[0]?.reference} (12:00 on 15 January 2025)`);
  });

  it('is a page that says to try again while the database is away', async () => {
    pages.door.state.failure = new Error('away');
    const reader = await pages.signedIn('rutland-officer');
    await reader.get('/council/return/2024-12');
    const { status, headers } = await reader.post('/council/return/2024-12', {
      'box-n_requests': '6',
      action: 'send',
    });
    expect((await reader.get('/health/ready')).status).toBe(503);
    expect((await reader.get('/health/live')).status).toBe(200);
    pages.door.state.failure = null;
    expect([status, headers['retry-after']]).toEqual([503, '5']);
    expect((await reader.get('/health/ready')).status).toBe(200);
  });
});

describe('headers', () => {
  it('let nothing run that is not ours, and keep pages out of caches', async () => {
    const { headers } = await pages.newReader().get('/sign-in');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('no-store');
  });
});
