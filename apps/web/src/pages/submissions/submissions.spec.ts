import { aSubmission, openPages, SUBMISSION_ID } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const { draftState } = pages.door;
const reader = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

describe('everything that a council sent', () => {
  it('says so while there is nothing', async () => {
    const { $ } = await reader.get('/council/submissions');
    expect($('main').text()).toContain('Rutland has sent nothing yet.');
    expect($('main table')).toHaveLength(0);
  });

  it('lists when, for which month, by whom, how, with what outcome, and links the receipt', async () => {
    const items = [
      aSubmission({ fileName: 'december.csv', channel: 'file', acceptedCount: 5 }),
      aSubmission({ periods: [], status: 'refused', acceptedCount: 0 }),
    ];
    draftState.sent = { items, cursors: ['a', 'b'], next: 'b' };
    const { $ } = await reader.get('/council/submissions');
    const cells = $('tbody tr')
      .first()
      .children()
      .toArray()
      .map((one) => $(one).text());
    expect(cells).toEqual([
      '10:42 on 15 January 2025 receipt',
      'December 2024',
      'Rutland data officer',
      'As a filedecember.csv',
      'In, provisional until approved',
      '5 of 7',
    ]);
    expect($('tbody a').attr('href')).toBe(`/council/receipt/${SUBMISSION_ID}`);
    expect($('a[rel=next]').attr('href')).toBe('/council/submissions?council=rutland&after=b');
    const older = await reader.get('/council/submissions?council=rutland&after=b');
    expect(older.$('main').text()).toContain('Back to the newest');
  });
});

describe('what a sender takes home of a submission', () => {
  it('is linked from its receipt and saved as a file, never shown', async () => {
    const { $ } = await reader.get(`/council/receipt/${SUBMISSION_ID}`);
    for (const [name, text] of [
      ['findings.csv', 'row,column\r\n5,value\r\n'],
      ['file', 'what was sent'],
    ] as const) {
      const href = `/council/receipt/${SUBMISSION_ID}/${name}`;
      expect($(`a[href="${href}"]`)).toHaveLength(1);
      const got = await reader.get(href);
      expect([got.status, got.text]).toEqual([200, text]);
      expect(got.headers['content-disposition']).toBe('attachment; filename="december.csv"');
      expect(got.headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('is nothing where nothing was kept, and a sentence says so', async () => {
    const other = SUBMISSION_ID.replace(/.$/, '9');
    const { status, $ } = await reader.get(`/council/receipt/${other}/file`);
    expect([status, $('h1').text()]).toEqual([404, 'We did not keep this file']);
    expect($('main').text()).toContain('it may have held data about a person');
    expect((await reader.get('/council/receipt/none/file')).status).toBe(404);
  });
});
