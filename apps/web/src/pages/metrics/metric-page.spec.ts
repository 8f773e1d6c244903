import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const department = await pages.signedIn('dfe-analyst');
const council = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

const PAGE = '/metrics/plans_within_20_weeks';
const inEnglish = new Intl.Collator('en-GB');

describe('the councils of a measure', () => {
  const namesOn = async (path: string): Promise<readonly string[]> => {
    const { $ } = await department.get(path);
    return $('.cpm-sparks li')
      .toArray()
      .map((one) => $(one).find('h3, h4').text());
  };

  it('stand A to Z, each with a sentence, its newest figure, a picture, and the way to its chart and table', async () => {
    const names = await namesOn(PAGE);
    expect(names).toHaveLength(32);
    expect(names).toEqual(names.toSorted(inEnglish.compare));
    const { $ } = await department.get(PAGE);
    const leeds = $('#c-leeds');
    expect(leeds.find('a').attr('href')).toBe('/councils/leeds/figures/plans_within_20_weeks');
    expect(leeds.find('#c-leeds-says').text()).toMatch(/^Leeds’s figure has varied as usual/);
    expect(leeds.text()).toMatch(/December 2024: [\d.]+% \(provisional\)/);
    expect(leeds.find('svg').attr('aria-labelledby')).toBe('c-leeds-says');
    const then = await department.get(`${PAGE}?known=2024-06-01`);
    expect(then.$('#c-leeds a').attr('href')).toMatch(/\?known=2024-06-01$/);
  });

  it('stand under their partnerships or regions, A to Z in each, those of none last', async () => {
    const { $ } = await department.get(`${PAGE}?order=partnership`);
    const titles = $('#metric-now h3')
      .toArray()
      .map((one) => $(one).text());
    expect(titles).toEqual(['East Midlands', 'In no partnership']);
    const [first = ''] = $('.cpm-sparks')
      .toArray()
      .map((list) => $(list).find('h4').text());
    expect(first).toBe('LeicesterRutland');
    expect($('#order option[selected]').attr('value')).toBe('partnership');
  });

  it('are narrowed to a place by an address that can be shared; one that nobody fits leads out again', async () => {
    expect(await namesOn(`${PAGE}?partnership=east-midlands`)).toEqual(['Leicester', 'Rutland']);
    const { $, status } = await department.get(`${PAGE}?partnership=nowhere&known=2024-06-01`);
    expect(status).toBe(200);
    expect($('#metric-now').text()).toContain('No council here is in that partnership and region.');
    expect($('#metric-now a').attr('href')).toBe(`${PAGE}?known=2024-06-01`);
    expect($('.cpm-sparks')).toHaveLength(0);
  });

  it('share one scale that does not change when fewer are shown', async () => {
    const scale = async (path: string): Promise<string | undefined> =>
      /Every picture has one scale: .*?\./.exec((await department.get(path)).$('main').text())?.[0];
    const all = await scale('/metrics/requests_received');
    expect(all).toMatch(/from 0 at its foot to \d+ at its head, January 2023 to December 2024\./);
    expect(await scale('/metrics/requests_received?partnership=east-midlands')).toBe(all);
  });

  it('are 150 kB at most, with every mark', async () => {
    for (const path of [PAGE, `${PAGE}?back=all`, '/metrics/ehcp_timeliness_20wk_excl?all=1'])
      expect((await department.get(path)).text.length).toBeLessThan(150_000);
  });

  it('have their newest figures in a table one link away', async () => {
    const { $ } = await department.get(PAGE);
    const href = $('nav a', 'main')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    expect(href).toContain(`${PAGE}/table`);
    expect(href).toContain(`${PAGE}/funnel`);
    const table = await department.get(`${PAGE}/table`);
    expect(table.$('tbody tr')).toHaveLength(32);
    expect(table.$('tbody tr').first().find('td')).toHaveLength(6);
  });

  it('are for DfE alone, on every page of the measure', async () => {
    for (const path of [PAGE, `${PAGE}/table`, `${PAGE}/funnel`, `${PAGE}/table.csv`])
      expect([path, (await council.get(path)).status]).toEqual([path, 403]);
  });
});

describe('the funnel of a measure', () => {
  it('says its finding, names those beyond the limits alone, and has every council in its table', async () => {
    const { $ } = await department.get(`${PAGE}/funnel`);
    const title = $('#funnel figcaption strong').text();
    expect(title).toMatch(/^In (November|December) 2024, .+\./);
    const beyond = $('tbody tr')
      .toArray()
      .filter((row) => /(Above|Below) the/.test($(row).text()))
      .map((row) => $(row).find('th').text());
    for (const name of beyond) expect(title).toContain(name);
    const named = $('#funnel svg text')
      .toArray()
      .map((one) => $(one).text())
      .filter((words) => beyond.includes(words));
    expect(named.toSorted()).toEqual(beyond.toSorted());
    expect($('tbody tr')).toHaveLength(32);
    expect($('#funnel svg').text()).toContain('Pre-publication');
  });

  it('is of the month that is chosen, as known on the day that is asked for', async () => {
    const { $ } = await department.get(`${PAGE}/funnel?period=2024-05&known=2024-09-01`);
    expect($('#funnel-now h2').first().text()).toContain('May 2024');
    expect($('#period option[selected]').attr('value')).toBe('2024-05');
    expect($('.cpm-files a').first().attr('href')).toBe(
      `${PAGE}/funnel/chart.svg?known=2024-09-01&period=2024-05`,
    );
    const early = await department.get(`${PAGE}/funnel?known=2015-06-01`);
    expect(early.$('#funnel-now').text()).toContain('There is no figure of this period');
  });

  it('is there for shares alone', async () => {
    const { $ } = await department.get('/metrics/requests_received');
    expect($('a[href$="/funnel"]')).toHaveLength(0);
    expect((await department.get('/metrics/requests_received/funnel')).status).toBe(404);
    expect((await department.get('/metrics/nothing/funnel')).status).toBe(404);
  });
});
