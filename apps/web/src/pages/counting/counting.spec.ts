import { createHash } from 'node:crypto';
import { refusal } from '#domain';
import { aFinding, openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const { state } = pages.door;
const reader = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

describe('the counting page', () => {
  it('is served under a policy that names its script by its digest and forbids every connection', async () => {
    const { status, headers, $ } = await reader.get('/council/counting/tool');
    expect(status).toBe(200);
    const policy = headers['content-security-policy'] ?? '';
    const script = $('script[type=module]').text();
    const digest = createHash('sha256').update(script).digest('base64');
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'sha256-${digest}'`,
      expect.stringMatching(/^style-src 'sha256-/),
      'img-src data:',
      "connect-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      'sandbox allow-scripts allow-downloads',
    ]);
    expect(script).not.toMatch(/^(import|export) /m);
  });

  it('asks no address for anything: neither a style, nor a script, nor an image', async () => {
    const { $, text } = await reader.get('/council/counting/tool');
    expect($('[src], link[rel=stylesheet], form, iframe').length).toBe(0);
    expect(
      $('link')
        .toArray()
        .map((link) => $(link).attr('href')),
    ).toEqual(['data:,']);
    expect(text).not.toMatch(/url\(|@import|src=/);
  });

  it('is saved with the same policy in itself, and with no way back that would lead nowhere', async () => {
    const { headers, $ } = await reader.get('/council/counting/file');
    expect(headers['content-disposition']).toBe('attachment; filename="counting-page.html"');
    const policy = $('meta[http-equiv=Content-Security-Policy]').attr('content');
    expect(policy).toContain("connect-src 'none'");
    expect($('a')).toHaveLength(0);
  });

  it('chooses the last month that has ended, and knows the council and the boxes', async () => {
    const { $ } = await reader.get('/council/counting/tool');
    expect($('#month option[selected]').text()).toBe('December');
    expect($('#year').attr('value')).toBe('2024');
    expect($('#council option').text()).toBe('Rutland');
    const data = JSON.parse($('#counting-data').text()) as { boxes: { code: string }[] };
    expect(data.boxes[0]?.code).toBe('n_requests');
  });

  it('is where a refused list of people leads', async () => {
    const path = '/council/return/2024-12';
    const send = async (code: string) => {
      state.answer = {
        kind: 'refused',
        refusal: refusal('FILE_REFUSED'),
        findings: [aFinding({ code, scope: 'file' })],
        submissionId: 's',
      };
      await reader.get(path);
      const file = { name: 'list.csv', text: 'upn\n' };
      return reader.upload(`${path}/file`, { action: 'send' }, file);
    };
    const refused = await send('PERSONAL_DATA_ROW_LEVEL');
    expect(refused.$('#outcome a[href="/council/counting"]').text()).toBe(
      'Count your list without sending it',
    );
    expect((await send('COLUMN_MISSING')).$('#outcome a[href="/council/counting"]').length).toBe(0);
    state.answer = null;
  });
});
