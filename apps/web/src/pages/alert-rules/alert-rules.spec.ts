import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const analyst = await pages.signedIn('dfe-analyst');
const council = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());

const { store, queued, deeds, woken } = pages.door.ruleState;
const NEW = {
  title: 'Plans fall short',
  'metric-plans_within_20_weeks': 'yes',
  'p-minimumCases': '40',
  ...{ forPeriods: '2', keepFiringFor: '1', severity: 'look', mute: 'school-holidays' },
  ...{ 'tell-council': 'yes', 'after-council': '0', 'after-partnership': '5', 'after-dfe': '5' },
  ...{ councils: 'Leicester\nrutland', repeatAfter: '', schedule: '' },
};
const PLACE = '/alert-rules/new?kind=off-trajectory';
const REASON = 'Agreed with the councils in January.';

describe('the list of rules', () => {
  it('says what each rule does, what waits and what is off, to those who write them', async () => {
    const { $ } = await analyst.get('/alert-rules');
    expect(
      $('h2')
        .toArray()
        .map((one) => $(one).text()),
    ).toEqual(expect.arrayContaining(['On', 'Drafts, not in force', 'Off']));
    expect($('main').text()).toContain('Alerts the council at once, DfE 5 working days later,');
    expect($('a[href="/alert-rules/new"]')).toHaveLength(1);
  });

  it('shows a council what it is judged by, and nothing of drafts or of who wrote what', async () => {
    const { $ } = await council.get('/alert-rules');
    const headings = $('main h2')
      .toArray()
      .map((one) => $(one).text());
    expect(headings).toEqual(['On']);
    expect($('a[href="/alert-rules/new"]')).toHaveLength(0);
    const rule = await council.get('/alert-rules/off_trajectory');
    expect(rule.$('main').text()).not.toContain('DfE analyst');
    expect(rule.$('a[href*="/edit"], a[href*="/switch"]')).toHaveLength(0);
    expect((await council.get('/alert-rules/plan_missed')).status).toBe(404);
  });

  it.each(['rutland-lead', 'partnership-lead'])('lets %s write none', async (who) => {
    const reader = await pages.signedIn(who);
    await reader.get('/alert-rules');
    for (const path of [
      '/new',
      '/new?kind=plan-band',
      '/off_trajectory/edit',
      '/off_trajectory/switch?to=off',
    ])
      expect((await reader.get(`/alert-rules${path}`)).status).toBe(404);
    expect((await reader.post(PLACE, { ...NEW, action: 'save' })).status).toBe(404);
    const off = await reader.post('/alert-rules/off_trajectory/switch?to=off', {
      ...{ version: '3', reason: REASON },
    });
    expect(off.status).toBe(404);
  });
});

describe('writing a rule', () => {
  it('asks first what it should look for', async () => {
    expect((await analyst.get('/alert-rules/new')).$('input[type=radio]')).toHaveLength(11);
    const { status, $ } = await analyst.get('/alert-rules/new?chosen=yes');
    expect([status, $('.govuk-error-summary').text()]).toEqual([
      422,
      expect.stringContaining('Choose what the rule should look for'),
    ]);
  });

  it('says what is wrong at each field, and keeps what was typed', async () => {
    await analyst.get(PLACE);
    const { status, $ } = await analyst.post(PLACE, {
      ...{ ...NEW, title: '', 'p-minimumCases': 'sixty', councils: 'Nowhere' },
      ...{ 'after-council': '-1', schedule: 'every day', action: 'save' },
    });
    expect(status).toBe(422);
    const links = $('.govuk-error-summary a')
      .toArray()
      .map((one) => $(one).attr('href') ?? '');
    expect(links).toEqual(['#title', '#p-minimumCases', '#after-council', '#schedule']);
    for (const href of links) expect($(href)).toHaveLength(1);
    expect($('#p-minimumCases').val()).toBe('sixty');
    expect($('#p-minimumCases-error').text()).toContain('Give a whole number from 0 to');
    expect($('#councils').text()).toContain('Nowhere');
  });

  it('refuses what the programme does not have, once it can be read', async () => {
    const { status, $ } = await analyst.post(PLACE, {
      ...{ ...NEW, councils: 'Nowhere\nYork', action: 'check' },
    });
    expect(status).toBe(422);
    expect($('#councils-error').text()).toContain('There is no council “Nowhere”.');
    expect($('#councils-error').text()).toContain('York is not in the programme.');
  });

  it('shows on a check what the rule would do, with warnings, and saves nothing', async () => {
    const { status, $ } = await analyst.post(PLACE, { ...NEW, action: 'check' });
    expect(status).toBe(200);
    expect($('#checked').text()).toContain('with at least 40 cases in the last 12 months');
    expect($('#checked').text()).toContain('of Leicester and Rutland only');
    expect($('#checked').text()).toContain('No plan has been agreed for');
    expect(await store.ofRule(1, 'plans_fall_short')).toEqual([]);
  });

  it('saves a draft, once, which is switched on with a reason and judged at once', async () => {
    const saved = await analyst.post(PLACE, { ...NEW, action: 'save' });
    expect(saved.location).toBe('/alert-rules/plans_fall_short');
    await analyst.post(PLACE, { ...NEW, action: 'save' });
    expect(await store.newest()).toHaveLength(7);
    const page = await analyst.get('/alert-rules/plans_fall_short');
    expect(page.$('main .govuk-tag').first().text()).toBe('Draft');

    const form = await analyst.get('/alert-rules/plans_fall_short/switch?to=on');
    expect(form.$('input[name=version]').val()).toBe('1');
    const place = '/alert-rules/plans_fall_short/switch?to=on';
    const short = await analyst.post(place, { version: '1', reason: 'ok' });
    expect([short.status, short.$('#reason').val()]).toEqual([422, 'ok']);
    const on = await analyst.post(place, { version: '1', reason: REASON });
    expect(on.location).toBe('/alert-rules/plans_fall_short');
    const { $ } = await analyst.get('/alert-rules/plans_fall_short');
    expect($('main .govuk-tag').first().text()).toBe('On');
    expect($('table').text()).toContain(`DfE analyst: “${REASON}”`);
    expect(queued.map(({ metric }) => metric)).toEqual(['n_plans_20wk', 'n_plans_20wk']);
    expect(woken).toEqual(['assessments']);
    expect(deeds).toEqual(['alert rule saved', 'alert rule switched on']);
  });

  it('tells two people who change one rule, and keeps what both typed', async () => {
    const edit = await analyst.get('/alert-rules/plans_fall_short/edit');
    expect(edit.$('input[name=base]').val()).toBe('1');
    const change = (more: Record<string, string>) =>
      analyst.post('/alert-rules/plans_fall_short/edit', { ...NEW, action: 'save', ...more });
    expect((await change({ base: '1', forPeriods: '3' })).location).toBeDefined();
    const second = await change({ base: '1', forPeriods: '4' });
    expect(second.status).toBe(422);
    expect(second.$('.govuk-error-summary').text()).toContain('DfE analyst saved version 2');
    expect(second.$('#forPeriods').val()).toBe('4');
    const base = String(second.$('input[name=base]').val());
    expect((await change({ base, forPeriods: '4' })).location).toBeDefined();
    const versions = await store.ofRule(1, 'plans_fall_short');
    expect(versions.map(({ rule }) => rule.forPeriods)).toEqual([4, 3, 2]);
  });

  it('switches a rule off as a version of its own, and keeps the draft that waits', async () => {
    const place = '/alert-rules/plans_fall_short/switch?to=off';
    await analyst.get(place);
    await analyst.post(place, { version: '3', reason: REASON });
    const versions = await store.ofRule(1, 'plans_fall_short');
    expect(
      versions
        .slice(0, 3)
        .map(({ rule, draft }) => [rule.version, rule.enabled, draft, rule.forPeriods]),
    ).toEqual([
      [5, true, true, 4],
      [4, false, false, 2],
      [3, true, true, 4],
    ]);
    const again = await analyst.post(place, { version: '5', reason: REASON });
    expect(again.status).toBe(422);
  });

  it('has every rule of the programme in its form as it is', async () => {
    const { $ } = await analyst.get('/alert-rules/plan_missed/edit');
    expect($('#title').val()).toBe('Plan missed');
    expect($('input[name="metric-plans_within_20_weeks"]').attr('checked')).toBeDefined();
    expect($('input[name=severity]:checked').val()).toBe('act');
  });
});
