import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const department = await pages.signedIn('dfe-analyst');
const council = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

describe('figures to be downloaded from a page', () => {
  const hrefs = async (path: string): Promise<readonly string[]> => {
    const { $ } = await department.get(path);
    return $('#downloads')
      .nextAll('ul')
      .first()
      .find('a[download]')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
  };

  it('are of every council in every format on a measure’s page, and the council’s own table on its page', async () => {
    expect(await hrefs('/metrics/requests_received')).toEqual([
      '/metrics/requests_received/export/csv',
      '/metrics/requests_received/export/xlsx',
      '/metrics/requests_received/export/ees.zip',
      '/metrics/requests_received/export/ees.txt',
    ]);
    expect(await hrefs('/councils/wakefield/figures/requests_received')).toEqual([
      '/councils/wakefield/figures/requests_received/csv',
    ]);
  });

  it('are as known on the day that the page shows', async () => {
    const [first = ''] = await hrefs('/metrics/requests_received?known=2024-06-01');
    expect(first).toBe('/metrics/requests_received/export/csv?known=2024-06-01');
    const { status, text, headers } = await department.get(first);
    expect([status, headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="requests_received.csv"',
    ]);
    expect(JSON.parse(text)).toEqual({
      ...{ metric: 'requests_received', councilId: null, from: null, to: null },
      asKnownAt: '2024-06-01T22:59:59.999Z',
    });
  });

  it.each([
    ['/metrics/none/export/csv', 404],
    ['/metrics/requests_received/export/pdf', 404],
    ['/metrics/requests_received/export/csv?known=never', 404],
    ['/councils/nowhere/figures/requests_received/csv', 404],
  ])('are not there at %s', async (path, status) => {
    expect((await department.get(path)).status).toBe(status);
  });

  it('are of every council for DfE alone, and of one for whoever sees it', async () => {
    expect((await council.get('/metrics/requests_received/export/csv')).status).toBe(403);
    const own = '/councils/rutland/figures/requests_received/csv';
    expect((await council.get(own)).status).toBe(200);
    expect((await council.get(own.replace('rutland', 'leeds'))).status).toBe(404);
  });
});
