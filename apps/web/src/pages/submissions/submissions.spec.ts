import { aChange, aSubmission, openPages, SUBMISSION_ID } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const { draftState, ledToState } = pages.door;
const reader = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

describe('everything that a council sent', () => {
  it('says so while there is nothing', async () => {
    const { $ } = await reader.get('/council/submissions');
    expect($('main').text()).toContain('Rutland has sent nothing yet.');
    expect($('main table')).toHaveLength(0);
  });

  it('lists when, for which month, by whom, how, with what outcome and change, and links receipt and file', async () => {
    ledToState.effects = { changes: [aChange()], findings: new Map([[SUBMISSION_ID, 2]]) };
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
      'Rutland data officerAs a file: december.csv',
      'In, provisional until approved5 of 7 accepted, 2 findings',
      'December 2024, Requests received: 6 became 7',
      'Download what was received at 10:42 on 15 January 2025',
    ]);
    const hrefs = $('tbody tr')
      .first()
      .find('a')
      .toArray()
      .map((one) => $(one).attr('href'));
    expect(hrefs).toEqual([
      `/council/receipt/${SUBMISSION_ID}`,
      `/council/receipt/${SUBMISSION_ID}/file`,
    ]);
    expect($('a[rel=next]').attr('href')).toBe('/council/submissions?council=rutland&after=b');
    const older = await reader.get('/council/submissions?council=rutland&after=b');
    expect(older.$('main').text()).toContain('Back to the newest');
    ledToState.effects = { changes: [], findings: new Map() };
  });

  it('is narrowed to a month, says when nothing fits, and offers a way out', async () => {
    draftState.sent = { items: [], cursors: [], next: null };
    const path = '/council/submissions?council=rutland';
    const { $ } = await reader.get(`${path}&month=2024-05`);
    expect($('#month').val()).toBe('2024-05');
    expect($('main').text()).toContain('Nothing was sent for May 2024.');
    expect($('a', 'main').last().attr('href')).toBe(path);
    const wrong = await reader.get(`${path}&month=1066-05`);
    expect([wrong.status, wrong.$('.govuk-error-summary a').attr('href')]).toEqual([400, '#month']);
    draftState.sent = { items: [aSubmission()], cursors: ['a'], next: 'a' };
    const more = await reader.get(`${path}&month=2024-12`);
    expect(more.$('a[rel=next]').attr('href')).toBe(`${path}&month=2024-12&after=a`);
  });

  it('is read by DfE, too, who does not get the file', async () => {
    draftState.sent = { items: [aSubmission()], cursors: ['a'], next: null };
    const analyst = await pages.signedIn('dfe-analyst');
    const { $ } = await analyst.get('/councils/rutland/submissions');
    expect($('h1').text()).toBe('Everything Rutland sent');
    expect(
      $('tbody a')
        .toArray()
        .map((one) => $(one).attr('href')),
    ).toEqual([`/council/receipt/${SUBMISSION_ID}`]);
    expect((await reader.get('/councils/rutland/submissions')).status).toBe(403);
    expect((await analyst.get('/councils/nowhere/submissions')).status).toBe(404);
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
