import { aMonth, councilNamed, openPages } from '#testing/web';
import { createWebApp } from '../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const officer = await pages.signedIn('rutland-officer');
const analyst = await pages.signedIn('dfe-analyst');
afterAll(() => pages.close());

describe('a month so far', () => {
  const hold = (month: string) =>
    pages.door.holdMonthsSoFar([
      {
        councilId: councilNamed('Rutland').id,
        period: aMonth(month),
        receivedAt: new Date('2025-01-15T03:00:00Z'),
        receivedBy: 'Nightly push',
        channel: 'api',
        demonstration: true,
        figures: [
          { metric: 'n_plans', breakdown: 'Total', value: '1204', state: 'value' },
          { metric: 'n_requests', breakdown: 'Total', value: null, state: 'x' },
        ],
      },
    ]);

  it('is shown to the council and to DfE as what it is, in the order of the return', async () => {
    hold('2025-01');
    for (const [reader, path] of [
      [officer, '/council'],
      [officer, '/councils/rutland'],
      [analyst, '/councils/rutland'],
    ] as const) {
      const { $ } = await reader.get(path);
      const table = $('table', $('[aria-label="January 2025 so far, provisional"]'));
      expect(table.find('tbody').text().replaceAll(/\s+/g, ' ').trim()).toBe(
        'Requests receivedNot available New plans issued1,204',
      );
      const main = $('main').text();
      expect(main).toContain('it is not judged, not approved and not published');
      expect(main).toContain('Pushed by Nightly push at 03:00 on 15 January 2025.');
      expect(main).not.toContain('The month has ended since.');
    }
  });

  it('says when its month has ended and the return has not come', async () => {
    hold('2024-12');
    const { $ } = await officer.get('/council');
    expect($('main').text()).toContain('The month has ended since. Its return has not come yet.');
  });
});

describe('the school terms of a council', () => {
  it('say that they are not known where there are none', async () => {
    const { $ } = await analyst.get('/councils/rutland');
    expect($('dt:contains("School terms") + dd').text().trim()).toBe('Not known');
  });
});
