import { MARKED_PACK_ID, openPages, PACK_ID } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const analyst = await pages.signedIn('dfe-analyst');
const board = await pages.signedIn('board');
const officer = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

describe('evidence packs', () => {
  it('are listed newest first with what was corrected since, and older ones a page on', async () => {
    const { $ } = await board.get('/packs');
    expect($('tbody tr').text()).toContain('One figure corrected since');
    expect($('main').text()).not.toContain('Make a pack');
    const older = await board.get('/packs?after=older');
    expect(older.$('tbody tr').text()).toContain('No figure corrected since');
    expect((await analyst.get('/packs')).$('main').text()).toContain('Make a pack');
  });

  it('are in the navigation of DfE and the board, and of nobody else, who does not find them either', async () => {
    expect((await board.get('/packs')).$('nav a[href="/packs"]').length).toBe(1);
    expect((await analyst.get('/more')).$('main a[href="/packs"]').length).toBe(1);
    expect((await officer.get('/council')).$('a[href="/packs"]')).toHaveLength(0);
    for (const path of ['/packs', '/packs/new', `/packs/${PACK_ID}`, `/packs/${PACK_ID}/print`])
      expect([path, (await officer.get(path)).status]).toEqual([path, 403]);
  });

  it('are made by DfE alone', async () => {
    expect((await board.get('/packs/new')).status).toBe(403);
    await board.get('/packs');
    expect((await board.post('/packs/new', { title: 'Panels' })).status).toBe(403);
  });
});

describe('the form of a new pack', () => {
  it('says everything that is wrong with a link to each field, and keeps what was typed', async () => {
    await analyst.get('/packs/new');
    const { status, $ } = await analyst.post('/packs/new', {
      ...{ title: 'X', whose: 'some', 'council-leeds': 'yes' },
    });
    expect(status).toBe(422);
    const links = $('.govuk-error-summary a').toArray();
    expect(links.map((link) => $(link).attr('href'))).toEqual(['#title', '#measures']);
    for (const link of links) expect($($(link).attr('href') ?? '')).toHaveLength(1);
    expect($('#title').attr('value')).toBe('X');
    expect($('#council-leeds').attr('checked')).toBeDefined();
    expect($('input[name=whose][value=some]').attr('checked')).toBeDefined();
  });

  it('asks for the chosen measures and councils as known on the day, and leads to the pack', async () => {
    await analyst.get('/packs/new');
    const { status, location } = await analyst.post('/packs/new', {
      ...{ title: 'Panels', question: 'Should they go on?', note: '' },
      ...{ 'measure-requests_received': 'yes', whose: 'all', 'council-leeds': 'yes' },
      known: '2024-06-01',
    });
    expect([status, location]).toEqual([303, `/packs/${PACK_ID}`]);
    expect(pages.door.buildPack.asked.at(-1)).toMatchObject({
      ...{ measures: ['requests_received'], councils: 'all' },
      asKnownAt: new Date('2024-06-01T22:59:59.999Z'),
    });
  });

  it('takes no day that is none', async () => {
    await analyst.get('/packs/new');
    const { status, $ } = await analyst.post('/packs/new', { known: '2031-01-01' });
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe('#known-day');
  });

  it('is filled in by a pack that is made again', async () => {
    const { $ } = await analyst.get(`/packs/new?again=${PACK_ID}`);
    expect($('#title').attr('value')).toBe('Panels after a year');
    expect($('#measure-plans_within_20_weeks').attr('checked')).toBeDefined();
    expect($('#council-portsmouth').attr('checked')).toBeDefined();
    expect($('#known-day').attr('value')).toBe('');
  });
});

describe('the page of a pack', () => {
  it('says what it is, its checksum, and that it is whole', async () => {
    const { $ } = await board.get(`/packs/${PACK_ID}`);
    const text = $('main').text();
    for (const said of ['Should multi-agency panels go on', 'c'.repeat(64), '4,312'])
      expect(text).toContain(said);
    expect(text).toContain('Yes: all 3 files and the manifest are as they were');
    expect(text).not.toContain('Corrected since');
    expect($('details a').first().attr('href')).toBe(
      `/packs/${PACK_ID}/files/charts/requests_received/portsmouth.svg`,
    );
  });

  it('names what was corrected since: to DfE with the figure of now, to the board without', async () => {
    const ofDfe = (await analyst.get(`/packs/${MARKED_PACK_ID}`)).$('table').first().text();
    for (const said of ['Portsmouth', 'September 2024', '490', '49', 'One digit too many.'])
      expect(ofDfe).toContain(said);
    const { $ } = await board.get(`/packs/${MARKED_PACK_ID}`);
    const row = $('table').first().find('tbody tr').children().toArray();
    expect(row.map((cell) => $(cell).text())).toEqual([
      'Portsmouth',
      'Requests receivedpart of Requests for an EHC needs assessment',
      'September 2024',
      '490',
      '10:00 on 12 January 2025',
      'Error',
    ]);
    expect($('.govuk-warning-text')).toHaveLength(1);
    expect($('main').text()).toContain('document.html has other bytes');
  });

  it('is not there where there is no such pack', async () => {
    for (const path of ['banana', PACK_ID.replace('e1', 'e9'), `${PACK_ID}/files/banana.csv`])
      expect((await board.get(`/packs/${path}`)).status).toBe(404);
  });
});

describe('the files of a pack', () => {
  it('are saved, and the document is shown under a policy that lets it do nothing', async () => {
    const print = await board.get(`/packs/${PACK_ID}/print`);
    expect(print.text).toContain('<title>A document</title>');
    expect(print.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src/);
    const data = await board.get(`/packs/${PACK_ID}/files/data/requests_received/portsmouth.csv`);
    expect(data.headers['content-disposition']).toBe(
      'attachment; filename="requests-received-portsmouth.csv"',
    );
    const manifest = await board.get(`/packs/${PACK_ID}/manifest.json`);
    expect(manifest.text).toContain('"knownSeq": 4312');
    const archive = await board.get(`/packs/${PACK_ID}/pack.zip`);
    expect(archive.headers['content-type']).toBe('application/zip');
  });

  it('that are damaged are not sent: the page says so', async () => {
    const { status, $ } = await board.get(`/packs/${MARKED_PACK_ID}/print`);
    expect([status, $('h1').text()]).toEqual([409, 'This file is damaged']);
  });
});
