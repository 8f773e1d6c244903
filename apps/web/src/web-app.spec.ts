import { fakeService, FakeIdentity, PageReader } from '#testing/web';
import { createWebApp } from './web-app.js';

it('answers', async () => {
  const app = await createWebApp(
    {
      door: fakeService(),
      identity: new FakeIdentity(),
      watch: { isDatabaseAway: () => false, report: (r, e) => console.error(r, e) },
    },
    false,
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const reader = new PageReader(app.getHttpServer());
  const r = await reader.get('/sign-in');
  console.log(r.status, r.headers, r.text.slice(0, 1500));
  await reader.signIn('rutland-officer');
  for (const p of [
    '/',
    '/council',
    '/council/return/2024-12',
    '/council/receipt/0190f0a0-0000-7000-8000-0000000000b1',
    '/nix',
    '/assets/govuk.css',
    '/health/ready',
    '/council/return/2024-13',
  ]) {
    const q = await reader.get(p);
    console.log(p, q.status, q.location, q.$('h1').text(), q.text.length);
  }
  const s = await reader.post('/council/return/2024-12', { 'box-n_requests': '5', action: 'send' });
  console.log(s.status, s.location);
  const u = await reader.upload(
    '/council/return/2024-12/file',
    { action: 'check' },
    { name: 'a.csv', text: 'x' },
  );
  console.log(u.status, u.location, u.$('#outcome').text());
  await app.close();
});
