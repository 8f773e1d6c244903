import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const department = await pages.signedIn('dfe-analyst');
afterAll(() => pages.close());

describe('what the statistics say of a series', () => {
  const share = (council: string) =>
    department.get(`/councils/${council}/figures/plans_within_20_weeks`);

  it.each([
    ['wigan', 'Not enough data yet to say what is usual. We need 13 months; there are 8.'],
    ['trafford', 'No variation recorded: the figure has not changed for 24 months.'],
    ['leicester', '4 of the last 12 months are missing'],
  ])('is, for %s, why nothing can be said: no mark', async (council, words) => {
    const { $ } = await share(council);
    expect($('#plans_within_20_weeks figcaption').text()).toContain(words);
    expect($('#plans_within_20_weeks .cpm-marks')).toHaveLength(0);
  });

  it.each([
    ['wakefield', 'plans_within_20_weeks', 'Unusually low: a concern', 'concern'],
    ['west-sussex', 'plans_within_20_weeks', 'Unusually high: an improvement', 'improvement'],
    ['wakefield', 'requests_received', 'Unusually high: neither good nor bad in itself', 'neither'],
  ])(
    'is, for %s and %s, said by mark, shape and table alike',
    async (council, code, words, shape) => {
      const { $ } = await department.get(`/councils/${council}/figures/${code}`);
      expect($(`#${code} .cpm-marks li`).first().text()).toBe(words);
      const picture = $(`#${code} .cpm-marks use`).first().attr('href') ?? '';
      expect($(picture)).toHaveLength(1);
      expect($(`#${code} path[data-mark=${shape}]`).length).toBeGreaterThan(0);
      expect($('tbody tr').first().text()).toMatch(/(Above the upper|Below the lower) limit: /);
    },
  );

  it('says of an improvement which measures moved beside it, with links to their charts', async () => {
    const beside = async (path: string, id: string) => {
      const { $ } = await department.get(path);
      const said = $(`#${id} .cpm-improvement`);
      return [said.text(), said.find('a').attr('href')];
    };
    const words =
      'Improved, with side-effects to check: Requests for an EHC needs assessment (unusually high or rising)';
    const chart = '/councils/west-sussex/figures/requests_received';
    expect(await beside('/councils/west-sussex', 'plans_within_20_weeks')).toEqual([
      words,
      '#requests_received',
    ]);
    const monthly = '/councils/west-sussex/figures/plans_within_20_weeks';
    expect(await beside(monthly, 'plans_within_20_weeks')).toEqual([words, chart]);
    expect(await beside(`${monthly}?known=2025-01-14`, 'plans_within_20_weeks')).toEqual([
      words,
      `${chart}?known=2025-01-14`,
    ]);
    expect((await beside('/councils/wakefield', 'plans_within_20_weeks'))[0]).toBe('');
  });

  it('is explained in one panel a page, with an example', async () => {
    for (const path of ['/councils/wakefield', '/metrics/plans_within_20_weeks']) {
      const { $ } = await department.get(path);
      expect($('#how-to-read')).toHaveLength(1);
      expect($('#how-to-read svg[role=img]')).toHaveLength(1);
    }
  });

  it('is as much as was known on the day that is asked for', async () => {
    const { $ } = await department.get(
      '/councils/wakefield/figures/plans_within_20_weeks?known=2024-06-01',
    );
    expect($('#plans_within_20_weeks path[data-mark=concern]')).toHaveLength(0);
    expect($('#plans_within_20_weeks .cpm-marks li').first().text()).not.toContain('concern');
  });

  it('has new limits from the day that somebody decided on, and keeps the old ones before it', async () => {
    const averages = async (): Promise<readonly string[]> => {
      const { $ } = await share('wakefield');
      const column = $('thead th')
        .toArray()
        .findIndex((th) => $(th).text().trim() === 'Average');
      return $('tbody tr')
        .toArray()
        .map((row) => $(row).find('th, td').eq(column).text().trim());
    };
    const before = await averages();
    expect(new Set(before).size).toBe(1);
    const wakefield = (await pages.door.programme.current()).register.councils.find(
      ({ key }) => key === 'wakefield',
    );
    pages.door.state.limits.push({
      id: 'decision',
      programmeId: 1,
      councilId: wakefield?.id ?? 0,
      metric: 'plans_within_20_weeks',
      what: { kind: 'rebase', ground: 'process-changed' },
      from: '2023-11-01',
      reason: 'a new panel',
      evidence: 'minutes',
      decidedAt: new Date('2024-12-01T09:00:00Z'),
      by: 'DfE analyst',
    });
    const after = await averages();
    pages.door.state.limits.pop();
    expect(new Set(after).size).toBe(2);
    expect(after.at(-1)).not.toBe(after[0]);
  });

  it('says once for all of a theme that yearly figures are too few', async () => {
    const { text } = await department.get('/councils/portsmouth/published/plans');
    expect(text).toContain('We need 13 years; there are at most 6.');
  });
});
