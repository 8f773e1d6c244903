import { IMPORTED_ID, openPages, PREVIEWED_ID, REFUSED_ID } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const analyst = await pages.signedIn('dfe-analyst');
const officer = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());
const { uploaded, confirmed } = pages.door.publishedImports;

const DAY = { 'published-day': '14', 'published-month': '1', 'published-year': '2025' };
const FILE = { name: 'timeliness.csv', text: 'time_period,time_identifier' };

describe('a yearly file', () => {
  it('is uploaded with its day of publication, and leads to its own page', async () => {
    await analyst.get('/published');
    const sent = await analyst.upload('/published', DAY, FILE, 'data');
    expect([sent.status, sent.location]).toEqual([303, `/published/${PREVIEWED_ID}`]);
    expect(uploaded).toMatchObject([
      { publishedOn: '2025-01-14', data: { name: 'timeliness.csv' }, metadata: null },
    ]);
  });

  it('is asked for again where it or its day is missing, with what was typed', async () => {
    const without = await analyst.upload('/published', DAY, null, 'data');
    expect(without.status).toBe(422);
    expect(without.$('.govuk-error-summary a').attr('href')).toBe('#data');
    expect(without.$('#published-day').attr('value')).toBe('14');
    const wrong = { ...DAY, 'published-day': '31', 'published-month': '2' };
    const never = await analyst.upload('/published', wrong, FILE, 'data');
    expect(never.status).toBe(422);
    expect(never.$('.govuk-error-summary a').attr('href')).toBe('#published-day');
    expect(never.$('#published-day').attr('value')).toBe('31');
  });

  it('shows what would change, with the old figure beside the new, and what the checks found', async () => {
    const { $, text } = await analyst.get(`/published/${PREVIEWED_ID}`);
    expect(text).toContain('EHC plans issued within 20 weeks (sen2-timeliness)');
    expect(text).toContain('Mend the name.');
    expect($('table').eq(1).find('tbody tr').first().text()).toMatch(/Rutland.*2023.*50.*c/s);
    await analyst.post(`/published/${PREVIEWED_ID}/confirm`, {});
    expect(confirmed).toEqual([PREVIEWED_ID]);
  });

  it('offers nothing to confirm when it is in, or cannot be read', async () => {
    for (const id of [IMPORTED_ID, REFUSED_ID]) {
      const { $ } = await analyst.get(`/published/${id}`);
      expect($('main form')).toHaveLength(0);
    }
    expect((await analyst.get(`/published/${REFUSED_ID}`)).text).toContain('No mapping fits.');
  });

  it('is not for councils', async () => {
    expect((await officer.get('/published')).status).toBe(403);
    expect((await officer.get(`/published/${PREVIEWED_ID}`)).status).toBe(403);
  });
});
