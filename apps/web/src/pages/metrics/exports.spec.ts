import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const department = await pages.signedIn('dfe-analyst');
const council = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

describe('figures to be downloaded from a page', () => {
  const FORM = '/metrics/requests_received/export';
  const asked = async (path: string): Promise<unknown> =>
    JSON.parse((await department.get(path)).text);

  it('are asked for by a form with every format, month and council, and by a link on a council’s page', async () => {
    const { $ } = await department.get('/metrics/requests_received');
    expect($(`a[href="${FORM}"]`)).toHaveLength(1);
    const form = await department.get(FORM);
    const values = form
      .$('input[name=format]')
      .toArray()
      .map((one) => form.$(one).attr('value'));
    expect(values).toEqual(['csv', 'xlsx', 'ees.zip', 'ees.txt']);
    expect(form.$('#council option')).toHaveLength(33);
    expect(form.$('main form').attr('method')).toBe('get');
    const own = await department.get(
      '/councils/wakefield/figures/requests_received?known=2024-06-01',
    );
    const link = own.$('#downloads').nextAll('ul').first().find('a[download]').attr('href');
    expect(link).toBe('/councils/wakefield/figures/requests_received/csv?known=2024-06-01');
  });

  it('lead to a file with an address of its own: the months, both counted in, the council and the day', async () => {
    const query = 'from=2024-02&to=2024-12&council=wakefield&known=2024-06-01';
    const { status, location = '' } = await department.get(`${FORM}?${query}&format=csv`);
    expect([status, location]).toEqual([303, `${FORM}/csv?${query}`]);
    const { headers } = await department.get(location);
    expect(headers['content-disposition']).toBe('attachment; filename="requests_received.csv"');
    const { register } = await pages.door.programme.current();
    expect(await asked(location)).toEqual({
      metric: 'requests_received',
      councilId: register.councils.find(({ key }) => key === 'wakefield')?.id,
      ...{ from: '2024-02-01', to: '2025-01-01' },
      asKnownAt: '2024-06-01T22:59:59.999Z',
    });
    expect(await asked(`${FORM}/csv`)).toMatchObject({ from: null, to: null, councilId: null });
  });

  it.each([
    ['from=soon&format=csv', '#from', 'Enter a month such as 2024-09'],
    ['from=2024-05&to=2024-04&format=csv', '#to', 'The last month must not be before the first'],
    ['from=&council=atlantis&format=csv', '#council', 'Choose a council of the list'],
    ['from=2024-05', '#format', 'Choose a kind of file'],
    ['from=&format=csv&known=2031-01-01', '#known-day', 'Enter a date such as 15 10 2024'],
  ])('are refused at the field: %s', async (query, field, words) => {
    const { status, $ } = await department.get(`${FORM}?${query}`);
    expect(status).toBe(400);
    expect($('.govuk-error-summary a').attr('href')).toBe(field);
    expect($('.govuk-error-message').text()).toContain(words);
    expect($(field)).toHaveLength(1);
  });

  it.each([
    ['/metrics/none/export/csv', 404],
    ['/metrics/requests_received/export/pdf', 404],
    ['/metrics/requests_received/export/csv?known=never', 404],
    ['/metrics/requests_received/export/csv?from=soon', 404],
    ['/metrics/none/export', 404],
    ['/councils/nowhere/figures/requests_received/csv', 404],
  ])('are not there at %s', async (path, status) => {
    expect((await department.get(path)).status).toBe(status);
  });

  it('are of every council for DfE alone, and of one for whoever sees it', async () => {
    expect((await council.get('/metrics/requests_received/export/csv')).status).toBe(403);
    expect((await council.get('/metrics/requests_received/export')).status).toBe(403);
    const own = '/councils/rutland/figures/requests_received/csv';
    expect((await council.get(own)).status).toBe(200);
    expect((await council.get(own.replace('rutland', 'leeds'))).status).toBe(404);
  });
});
