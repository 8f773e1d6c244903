import { aSubmission, openPages, SUBMISSION_ID } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const officer = await pages.signedIn('rutland-officer');
const analyst = await pages.signedIn('dfe-analyst');
afterAll(() => pages.close());
afterEach(() => {
  pages.door.state.submission = aSubmission();
});

const RECEIPT = `/council/receipt/${SUBMISSION_ID}`;
const WITHDRAW = `${RECEIPT}/withdraw`;

describe('withdrawing a submission', () => {
  it('is offered on the receipt to the council’s own people while its figures stand', async () => {
    const link = `a[href="${WITHDRAW}"]`;
    expect((await officer.get(RECEIPT)).$(link)).toHaveLength(1);
    expect((await analyst.get(RECEIPT)).$(link)).toHaveLength(0);
    for (const status of ['refused', 'withdrawn', 'superseded', 'validating'] as const) {
      pages.door.state.submission = aSubmission({ status });
      expect((await officer.get(RECEIPT)).$(link)).toHaveLength(0);
      expect((await officer.get(WITHDRAW)).status).toBe(404);
    }
  });

  it('asks for a reason, keeps what was typed when it is too short, and leads back to the receipt', async () => {
    const short = await officer.post(WITHDRAW, { reason: 'wrong' });
    expect(short.status).toBe(409);
    expect(short.$('.govuk-error-summary a').attr('href')).toBe('#reason');
    expect(short.$('#reason').val()).toBe('wrong');
    expect(short.$('title').text()).toMatch(/^Error: /);
    const done = await officer.post(WITHDRAW, { reason: 'It was of another month.' });
    expect([done.status, done.location]).toEqual([303, RECEIPT]);
    expect(pages.door.state.withdrawn).toEqual([
      { id: SUBMISSION_ID, reason: 'It was of another month.' },
    ]);
  });

  it('is said on the receipt, with who and why, and that a file is no longer kept', async () => {
    pages.door.state.submission = aSubmission({
      status: 'withdrawn',
      withdrawal: {
        by: 'Rutland SEND lead',
        at: new Date('2025-01-15T11:00:00Z'),
        reason: 'It was of another month.',
      },
      fileDeletedAt: new Date('2025-01-15T11:30:00Z'),
    });
    const { $ } = await officer.get(RECEIPT);
    expect($('h1').text()).toBe('December 2024 withdrawn');
    const text = $('main').text();
    expect(text).toContain(
      'Withdrawn by Rutland SEND lead at 11:00 on 15 January 2025: “It was of another month.”',
    );
    expect(text).toContain('This file is no longer kept (deleted on 15 January 2025).');
    expect(text).not.toContain('You can correct these figures until');
    expect((await officer.get(`/council/columns/${SUBMISSION_ID}`)).location).toBe(RECEIPT);
  });
});
