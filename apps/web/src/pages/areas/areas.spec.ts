import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const analyst = await pages.signedIn('dfe-analyst');
const lead = await pages.signedIn('partnership-lead');
const officer = await pages.signedIn('rutland-officer');
const board = await pages.signedIn('board');
afterAll(() => pages.close());

const OWN = '/partnerships/east-midlands';
const REGION = '/regions/E12000004';

describe('the page of a partnership', () => {
  it('says who has reported, what is open, and what is owed, councils A to Z', async () => {
    const { $ } = await analyst.get(OWN);
    expect($('.cpm-lead').text()).toContain('2 councils have reported December 2024.');
    expect($('.cpm-lead').text()).toContain('1 alert is open. 1 milestone is overdue.');
    const names = $('#area-now table').first().find('tbody th').toArray();
    expect(names.map((cell) => $(cell).text())).toEqual(['Leicester', 'Rutland']);
    expect($('#area-now').text()).toContain('Leicester has not reported November 2024');
    expect($('#area-now').text()).toContain('First panel has met');
  });

  it('adds figures up for DfE, each with its finding, its chart and its table with the coverage', async () => {
    const { $ } = await analyst.get(OWN);
    const figure = $('#requests_received');
    expect(figure.find('svg[role=img]')).toHaveLength(1);
    expect(figure.find('figcaption strong').text()).not.toBe('');
    expect(figure.find('figcaption').text()).toContain('There is no sum for December 2024');
    const table = $('#requests_received-details table');
    expect(table.find('thead').text()).toContain('Councils in it');
    expect(table.find('tbody tr').first().text()).toContain('Not every council');
    expect(table.find('tbody').text()).toContain('2 of 2');
    expect(table.find('a')).toHaveLength(0);
  });

  it('shows its lead no total, says why, and leads to the councils', async () => {
    const { $ } = await lead.get(OWN);
    expect($('svg[role=img]')).toHaveLength(0);
    expect($('main').text()).toContain('can work out their neighbour’s');
    expect($('#area-now tbody th a').first().attr('href')).toBe('/councils/leicester');
    expect($('nav [aria-current]').text().trim()).toBe('Our partnership');
  });

  it('is for DfE and its own lead alone', async () => {
    expect((await officer.get(OWN)).status).toBe(404);
    expect((await board.get(OWN)).status).toBe(404);
    expect((await lead.get('/partnerships/london')).status).toBe(404);
    expect((await lead.get('/partnerships')).status).toBe(403);
    expect((await analyst.get('/partnerships/nowhere')).status).toBe(404);
  });
});

describe('the page of a region', () => {
  it('is DfE’s, with the councils of the programme', async () => {
    const { $ } = await analyst.get(REGION);
    expect($('#area-now table').first().find('tbody tr')).toHaveLength(32);
    expect((await lead.get(REGION)).status).toBe(403);
    expect((await analyst.get('/regions/E1')).status).toBe(404);
  });
});

describe('the page of a reform', () => {
  it('says which councils take part since when, and what is owed', async () => {
    const { $ } = await analyst.get('/reforms/panels');
    expect($('.cpm-lead').text()).toBe('1 council is testing it now.');
    expect($('main').text()).toContain('1 February 2024');
    expect($('main').text()).toContain('First panel has met');
    expect((await lead.get('/reforms/panels')).status).toBe(403);
    expect((await analyst.get('/reforms/nothing')).status).toBe(404);
  });
});

describe('the navigation', () => {
  it('shows DfE six ways, the last of which leads to all others, each with a sentence', async () => {
    const { $ } = await analyst.get('/more');
    const ways = $('nav[aria-label=Main] li').toArray();
    expect(ways.map((way) => $(way).text().trim())).toEqual([
      ...['Overview', 'Alerts', 'Measures', 'Councils', 'Returns', 'More'],
    ]);
    expect($('main h2').length).toBeGreaterThan(6);
    for (const way of $('main h2').toArray()) expect($(way).next('p').text()).not.toBe('');
    for (const link of $('main h2 a').toArray())
      expect((await analyst.get($(link).attr('href') ?? '')).status).toBe(200);
  });

  it('marks a place behind the last way as being there', async () => {
    const { $ } = await analyst.get('/reforms');
    expect($('nav[aria-label=Main] [aria-current]').text().trim()).toBe('More');
  });

  it('leads nobody to a page with nothing on it', async () => {
    expect((await officer.get('/more')).status).toBe(404);
  });
});
