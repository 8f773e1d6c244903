import { createCanvas, loadImage } from '@napi-rs/canvas';
import { load } from 'cheerio';
import { ALERT_ID, openPages } from '#testing/web';
import { renderPng } from '../../charts/render-png.js';
import { createWebApp } from '../../web-app.js';
import { csvOf } from './chart-files.js';

const pages = await openPages((parts) => createWebApp(parts));
const department = await pages.signedIn('dfe-analyst');
const council = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

const MEASURE = '/councils/portsmouth/figures/plans_within_20_weeks';
const THEME = '/councils/portsmouth/published/plans';
/** A page, and the files beside it of one chart. */
const CHARTS = [
  ['a measure of a council', MEASURE, ''],
  ['a published measure', THEME, '?measure=ehcp_timeliness_20wk_excl'],
  ['an alert', `/alerts/${ALERT_ID}`, ''],
] as const;
const unbroken = (lines: string): string => lines.replaceAll(/\s+/g, ' ');

describe.each(CHARTS)('what is taken from a page: %s', (_, page, query) => {
  it('is linked from the page', async () => {
    const { $ } = await department.get(page);
    const links = $('.cpm-files a')
      .toArray()
      .map((link) => $(link).attr('href'));
    for (const file of ['chart.svg', 'chart.png'])
      expect(links).toContain(`${page}/${file}${query}`);
  });

  it('is an image that holds its finding, its labels, its source, its moment and its page', async () => {
    const { status, headers, text } = await department.get(`${page}/chart.svg${query}`);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="portsmouth-[a-z0-9-]+\.svg"$/,
    );
    const $ = load(text, { xml: true });
    const said = unbroken(
      $('text')
        .toArray()
        .map((line) => $(line).text())
        .join(' '),
    );
    const title = unbroken($('svg > title').text());
    expect(title.length).toBeGreaterThan(20);
    expect(said.startsWith(title)).toBe(true);
    const isPublished = page === THEME;
    expect(said.includes('Management information from councils’ own records.')).toBe(!isPublished);
    expect(said.includes('Demonstration data. The monthly figures were made up')).toBe(
      !isPublished,
    );
    expect(said).toMatch(
      /Source: .+\. Definition \d+\.\d+\. As known at 12:00 on 15 January 2025\./,
    );
    expect(said.replaceAll(' ', '')).toContain(`Page:https://pages.example${page}`);
  });
});

describe('an image', () => {
  it('is painted twice as large, with letters', async () => {
    const { text } = await department.get(`${MEASURE}/chart.svg`);
    const $ = load(text, { xml: true });
    const image = await loadImage(Buffer.from(await renderPng(text)));
    expect([image.width, image.height]).toEqual([
      2 * Number($('svg').attr('width')),
      2 * Number($('svg').attr('height')),
    ]);
    const canvas = createCanvas(image.width, image.height);
    const painted = canvas.getContext('2d');
    painted.drawImage(image, 0, 0);
    // The band of the title: ink on white.
    const { data } = painted.getImageData(32, 32, 600, 44);
    const dark = data.filter((value, index) => index % 4 === 0 && value < 100).length;
    expect(dark).toBeGreaterThan(1_000);
  });

  it('says on which day it was known, and is not there where there is nothing to draw', async () => {
    const then = await department.get(`${MEASURE}/chart.svg?known=2024-06-01`);
    expect(then.text).toContain('As known on 1 June 2024.');
    for (const path of [
      `${MEASURE}/chart.svg?known=2015-06-01`,
      `${MEASURE}/chart.svg?known=banana`,
      `${MEASURE}/table.csv?known=banana`,
      `${THEME}/chart.png?measure=nothing`,
      '/metrics/plans_within_20_weeks/funnel/chart.png?known=2015-06-01',
      '/metrics/requests_received/funnel/chart.png',
    ])
      expect([path, (await department.get(path)).status]).toEqual([path, 404]);
  });

  it('is sent as PNG, and to nobody who does not see the page', async () => {
    const { status, headers } = await department.get(`${MEASURE}/chart.png`);
    expect([status, headers['content-type']]).toEqual([200, 'image/png']);
    for (const file of ['chart.svg', 'chart.png', 'table.csv']) {
      expect((await council.get(`${MEASURE}/${file}`)).status).toBe(404);
      expect((await council.get(`/alerts/${ALERT_ID}/${file}`)).status).toBe(404);
      expect((await council.get(`/metrics/plans_within_20_weeks/funnel/${file}`)).status).toBe(403);
    }
  });
});

describe('a table as a file', () => {
  it.each([
    [MEASURE, MEASURE],
    ['/metrics/plans_within_20_weeks/table', '/metrics/plans_within_20_weeks'],
    ['/metrics/plans_within_20_weeks/funnel', '/metrics/plans_within_20_weeks/funnel'],
  ])('has the cells of the table of %s, and the labels', async (page, folder) => {
    const { $ } = await department.get(page);
    const { text } = await department.get(`${folder}/table.csv`);
    const lines = text.replace(/^\ufeff/, '').split('\r\n');
    const rows = $('main table').last().find('tbody tr').toArray();
    expect(rows.length).toBeGreaterThan(20);
    for (const [index, row] of rows.entries()) {
      const cells = $(row).find('th, td').toArray();
      const words = cells.map((cell) => $(cell).clone().children('small').remove().end().text());
      const notes = cells.map((cell) => $(cell).find('small').text());
      for (const one of [...words, ...notes]) expect(lines[index + 1]).toContain(one);
    }
    expect(lines[rows.length + 1]).toBe('');
    expect(text).toContain('Not official statistics');
  });

  it('writes no formula, and gives what stands beneath a cell a column of its own', () => {
    const table = {
      caption: 'A table',
      head: [{ text: 'Month' }, { text: 'Figure' }],
      rows: [
        [{ text: 'May' }, { text: '7', note: '=1+1' }],
        [{ text: 'June' }, { text: '8' }],
      ],
    };
    expect(csvOf(table, ['A label'])).toBe(
      "\ufeffMonth,Figure,Figure: note\r\nMay,7,'=1+1\r\nJune,8,\r\n\r\nA label\r\n",
    );
  });
});
