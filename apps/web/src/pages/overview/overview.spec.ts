import { noNews, openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const analyst = await pages.signedIn('dfe-analyst');
afterAll(() => pages.close());

describe('the overview', () => {
  it('lists what has changed, each thing leading to its place, alerts before figures', async () => {
    const { $ } = await analyst.get('/overview');
    expect($('#news').text()).toBe('What has changed since you last looked on 6 January');
    const headings = $('.cpm-news').toArray();
    expect($(headings[0]).text()).toBe('1 new alert');
    expect($(headings[0]).next('ul').find('a').attr('href')).toMatch(/^\/alerts\//);
    expect(headings).toHaveLength(7);
  });

  it('takes opening it for a look, and a page that reads itself again for none', async () => {
    pages.door.newsState.looks.length = 0;
    await analyst.get('/overview');
    await analyst.get('/overview', { 'x-read-again': 'yes' });
    expect(pages.door.newsState.looks).toEqual([true, false]);
  });

  it('says that nothing has changed, and leads to what is open', async () => {
    pages.door.newsState.news = noNews();
    const { $ } = await analyst.get('/overview');
    expect($('main').text()).toContain('Nothing has changed since you last looked.');
    expect($($('a:contains("See what is open")').attr('href') ?? '')).toHaveLength(1);
  });
});
