import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const department = await pages.signedIn('dfe-analyst');
const council = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

describe('the board page of a group of measures', () => {
  it('says of a measure its newest figure, its plan, its finding, and who is doing what about its alerts', async () => {
    const { $ } = await department.get('/councils/portsmouth/board/plans');
    const card = $('#plans_within_20_weeks').closest('section');
    expect(card.find('.cpm-card__newest').text()).toMatch(
      /^\d+\.\d% \(provisional\) in December 2024.*\. Agreed plan: 60\.0%\.$/,
    );
    expect(card.find('figcaption').text()).toMatch(/^Portsmouth’s figure .+\.$/);
    expect(card.find('svg[role=img]').text()).toContain('Demonstration data');
    const alerts = card.find('.cpm-card__alerts').text();
    expect(alerts).toMatch(/since January 2023 \(open\)\./);
    expect(alerts).toContain('With SEND lead at the council.');
    // The earliest action that is still open, late or not.
    expect(alerts).toContain('Head of service, by 20 December 2024: Bring in locums');
    expect($('main').text()).toContain(
      'As known at 12:00 on 15 January 2025. Page: https://pages.example/councils/portsmouth/board/plans',
    );
  });

  it('is the council’s own, too, and leads to the other groups', async () => {
    const { status, $ } = await council.get('/councils/rutland/board/requests-and-decisions');
    expect(status).toBe(200);
    expect($('.govuk-back-link').attr('href')).toBe('/council/figures?council=rutland');
    const others = $('.cpm-board__groups a').toArray();
    expect(others.length).toBeGreaterThan(0);
    for (const other of others)
      expect((await council.get($(other).attr('href') ?? '')).status).toBe(200);
    const own = await council.get('/council/figures');
    expect(own.$('a[href="/councils/rutland/board/requests-and-decisions"]')).toHaveLength(1);
  });

  it('is not there for somebody else’s council, or a group that does not exist', async () => {
    for (const path of ['/councils/portsmouth/board/plans', '/councils/rutland/board/nothing'])
      expect((await council.get(path)).status).toBe(404);
  });

  it('names the measures of which there are no figures', async () => {
    const { $ } = await department.get('/councils/york/board/plans');
    expect($('main').text()).toContain('York has no figures in this group.');
  });
});
