import { openPages } from '#testing/web';
import { createWebApp } from '../web-app.js';
import { readAssets } from './assets.js';

const pages = await openPages((parts) => createWebApp(parts));
afterAll(() => pages.close());

describe('assets', () => {
  it('leave out the typeface and the crest, which belong to GOV.UK alone', async () => {
    const css = (await readAssets()).get('govuk.css')?.body ?? '';
    expect(css.length).toBeGreaterThan(100_000);
    expect(css).not.toMatch(/GDS Transport|@font-face|govuk-crest/);
    expect(css).toContain('font-family:arial,sans-serif');
  });

  it.each([
    'govuk.css',
    'govuk.js',
    'app.css',
    'start.js',
    'live.js',
    'again.js',
    'swap.js',
    'favicon.svg',
  ])('serve %s', async (name) => {
    expect((await pages.newReader().get(`/assets/${name}`)).status).toBe(200);
  });

  it.each(['package.json', '..%2f..%2fpackage.json', 'constructor', ''])(
    'serve nothing else: %s',
    async (name) => {
      expect((await pages.newReader().get(`/assets/${name}`)).status).toBe(404);
    },
  );
});
