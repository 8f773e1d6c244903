import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const analyst = await pages.signedIn('dfe-analyst');
const officer = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

const DONE = '/alert-rules/off_trajectory/versions/2/back-test';
const RUNNING = '/alert-rules/return_missing/versions/1/back-test';

describe('a back-test', () => {
  it('says in one sentence how often the rule would have fired, and what of it would be chance', async () => {
    const { text } = await analyst.get(DONE);
    expect(text).toContain(
      'Over the 48 months to December 2024 this rule would have fired 1,500 times on 2 of 32 councils; about 1 a year would be chance.',
    );
    expect(text).toContain('Beside version 7, which is in force: 1 more, 2 fewer, 1 by both.');
    expect(text).toContain('The first 2 of 1,500 are listed.');
  });

  it('draws a line for each council, A to Z, with its stretches by shape, and says the same in a table', async () => {
    const { $ } = await analyst.get(DONE);
    const labels = $('svg[role=img] text').text();
    expect(labels.indexOf('Portsmouth')).toBeLessThan(labels.indexOf('Wigan'));
    expect($('svg[role=img] rect[stroke-dasharray]').length).toBeGreaterThan(1);
    expect($('svg[role=img] rect[fill^="url(#"]').length).toBeGreaterThan(1);
    const cells = $('table').first().find('tbody tr').first().children().toArray();
    expect(cells.map((cell) => $(cell).text())).toEqual([
      'Portsmouth',
      'New EHC plans issued within 20 weeks',
      'April 2023',
      '12 May 2023',
      'February 2024',
      '10 months',
    ]);
    expect($('table').first().text()).toContain('Still open, no new figures');
  });

  it('is taken home as a file', async () => {
    const file = await analyst.get(`${DONE}/file`);
    expect(file.text.split('\r\n')).toHaveLength(4);
    expect(file.text).toContain('Portsmouth,plans_within_20_weeks,2023 March,2023-04-12');
    expect((await analyst.get(`${RUNNING}/file`)).status).toBe(404);
  });

  it('tells how far it is, looks again by itself where scripts run, and can be stopped', async () => {
    const { $, text } = await analyst.get(RUNNING);
    expect(text).toContain('8 of 32 councils done.');
    expect($('[data-again] a').attr('href')).toBe(RUNNING);
    expect($('script[src="/assets/again.js"]')).toHaveLength(1);
    const done = await analyst.get(DONE);
    expect(done.$('[data-again], script[src="/assets/again.js"]')).toHaveLength(0);
    const stopped = await analyst.post(`${RUNNING}/stop`, {});
    expect([stopped.status, stopped.location]).toEqual([303, RUNNING]);
    expect(pages.door.backTests.stopped).toHaveLength(1);
  });

  it('is started by the figures that were chosen, or says why it was not', async () => {
    await analyst.get(DONE);
    const sent = await analyst.post(DONE, { 'as-known': 'now' });
    expect([sent.status, sent.location]).toEqual([303, DONE]);
    expect(pages.door.backTests.started).toEqual(['now']);
    const refused = await analyst.post(RUNNING, {});
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('You have another back-test under way.');
  });

  it('is not for councils, and of no version that does not exist', async () => {
    expect((await officer.get(DONE)).status).toBe(403);
    for (const version of ['3', 'x', '99999999999'])
      expect(
        (await analyst.get(`/alert-rules/off_trajectory/versions/${version}/back-test`)).status,
      ).toBe(404);
  });
});
