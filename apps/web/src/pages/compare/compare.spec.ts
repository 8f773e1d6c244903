import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const analyst = await pages.signedIn('dfe-analyst');
const officer = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

const of = (council: string, query = '') =>
  `/compare?metric=requests_received&council=${council}${query}`;

describe('a measure as it was known on two days', () => {
  it('asks for a first day before it says anything', async () => {
    const { $ } = await analyst.get(of('calderdale'));
    expect($('main').text()).toContain('Choose a first day.');
    expect($('table')).toHaveLength(0);
  });

  it('shows each figure that changed, then and later, what happened and why', async () => {
    const { $ } = await analyst.get(of('calderdale', '&known=2024-10-15&and=2024-10-31'));
    const row = $('tbody tr').first();
    expect(row.find('th').text()).toBe('September 2024');
    expect(row.text()).toContain('490 (provisional)');
    expect(row.text()).toContain('49');
    expect(row.find('td').last().text()).toContain('A nought too many was typed.');
    expect(row.find('td a').attr('href')).toMatch(/^\/council\/receipt\//);
    expect($('caption').text()).toBe('What changed between 15 October 2024 and 31 October 2024');
  });

  it('says so where nothing did', async () => {
    const { $ } = await analyst.get(of('barnet', '&known=2025-01-14'));
    expect($('main').text()).toContain(
      'Nothing changed between 14 January 2025 and 15 January 2025.',
    );
  });

  it.each([
    ['&known=banana', '#known-day'],
    ['&known=2031-01-01', '#known-day'],
    ['&known=2024-10-15&and=2024-10-14', '#and-day'],
    ['&known=2024-10-15&and=2031-01-01', '#and-day'],
  ])('names a day that is none at its field: %s', async (query, field) => {
    const { status, $ } = await analyst.get(of('calderdale', query));
    expect([status, $('.govuk-error-summary a').attr('href')]).toEqual([400, field]);
    expect($('table')).toHaveLength(0);
  });

  it('is for whoever sees the council', async () => {
    expect((await officer.get(of('rutland'))).status).toBe(200);
    expect((await officer.get(of('calderdale'))).status).toBe(404);
    expect((await analyst.get('/compare?metric=n_plans&council=rutland')).status).toBe(404);
    expect((await analyst.get('/compare')).status).toBe(404);
  });
});
