import { aChange, openPages, someLedTo, SUBMISSION_ID } from '#testing/web';
import { createWebApp } from '../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const { ledToState } = pages.door;
const officer = await pages.signedIn('rutland-officer');
const analyst = await pages.signedIn('dfe-analyst');
afterAll(() => pages.close());

const RECEIPT = `/council/receipt/${SUBMISSION_ID}`;
const usual = { ...ledToState };
afterEach(() => {
  Object.assign(ledToState, usual);
});

const linesAfter = (page: Awaited<ReturnType<typeof officer.get>>, heading: string) => {
  const { $ } = page;
  return $('h3')
    .filter((_, one) => $(one).text() === heading)
    .next('ul')
    .find('li')
    .toArray()
    .map((one) => $(one).text());
};

describe('what figures led to', () => {
  it('says so while nothing has come of them', async () => {
    const receipt = await officer.get(RECEIPT);
    expect(receipt.$('#led-to').text()).toBe('What your figures led to');
    expect(receipt.$('main').text()).toContain(
      'Nothing yet: the figures for December 2024 have not opened, changed or cleared an alert.',
    );
    const home = await officer.get('/council');
    expect(home.$('main').text()).toContain(
      'nothing was answered or agreed in the last three months',
    );
  });

  it('names alerts by the month that moved them and who was told, answers, plans and permissions', async () => {
    ledToState.ledTo = someLedTo;
    const receipt = await officer.get(RECEIPT);
    const [ofMonth] = linesAfter(receipt, 'The figures for December 2024');
    expect(ofMonth).toMatch(
      /^New EHC plans issued within 20 weeks: Rutland, .*: opened by the figures for December 2024 on 14 January 2025\. Told of it: Council\.$/,
    );
    const lately = linesAfter(receipt, 'In the last three months').join('\n');
    for (const words of [
      'Members are trained: done on 14 January 2025.',
      'What your council said: you said “Panels need the papers two days earlier.”. DfE answered on 20 December 2024: “The guidance will say three days.”.',
      'DfE agreed the recovery plan on 5 December 2024.',
      'New EHC plans issued within 20 weeks: a plan was agreed on 1 December 2024.',
      'watched since 14 January 2025',
    ])
      expect(lately).toContain(words);
  });

  it('stands on the council’s home and charts, and on its page for DfE, who reads of it, not of you', async () => {
    ledToState.ledTo = someLedTo;
    for (const path of ['/council', '/council/figures', '/councils/rutland'])
      expect((await officer.get(path)).$('#led-to').text()).toBe('What your figures led to');
    const page = await analyst.get('/councils/rutland');
    expect(page.$('#led-to').text()).toBe('What these figures led to');
    expect(page.$('main').text()).toContain('What Rutland said: it said “Panels need');
  });
});

describe('the receipt', () => {
  it('thanks, says how much is in since when, who approves by when, and what is unusual', async () => {
    const { $ } = await officer.get(RECEIPT);
    expect($('.cpm-lead').text()).toContain(
      'Thank you. Your December 2024 figures are in. All 7 numbers were accepted at 10:42 on 15 January 2025.',
    );
    expect($('main').text()).toContain('to approve these figures by 21 January 2025.');
    expect((await analyst.get(RECEIPT)).$('.cpm-lead')).toHaveLength(0);
  });

  it('lists the figures that it changed, with the reason and the way to their history', async () => {
    ledToState.effects = { changes: [aChange()], findings: new Map() };
    const { $ } = await officer.get(RECEIPT);
    const row = $('#changed').next().find('tbody tr').first();
    expect(
      row
        .children()
        .toArray()
        .map((one) => $(one).text()),
    ).toEqual([
      'Requests received',
      'December 2024',
      '6',
      '7',
      'A record was made lateOne request was keyed in January.',
    ]);
    expect(row.find('a').attr('href')).toBe('/figures/rutland/n_requests/2024-12');
  });
});

describe('beside the charts of a council', () => {
  it('stand the plan or that there is none, balancing measures, and open alerts', async () => {
    const { $ } = await analyst.get('/councils/portsmouth');
    const beside = $('#plans_within_20_weeks ~ .cpm-beside').text();
    expect(beside).toContain('Agreed plan: 60.0%.');
    expect(beside).toContain('Read it together with');
    expect(beside).toContain('Requests for an EHC needs assessment');
    expect(beside).toContain('Open alerts about it');
    const rutland = await officer.get('/council/figures');
    expect(rutland.$('#plans_within_20_weeks ~ .cpm-beside').text()).toContain(
      'No agreed plan, so nothing is off track.',
    );
    expect(rutland.$('main').text()).toContain('Compare with others, by published figures: Plans');
  });

  it('stand published figures of neighbours as a band, the region and England, or that there are none', async () => {
    const { $ } = await analyst.get('/councils/portsmouth/published/plans');
    const table = $('caption')
      .filter((_, one) => $(one).text().includes('compared with others, 2023'))
      .first()
      .parent();
    const rows = table
      .find('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((one) => $(one).text()),
      );
    expect(rows).toEqual([
      ['Portsmouth', '62.5%'],
      ['10 statistical neighbours, from lowest to highest', '31.2% to 88.0%'],
      ['East Midlands (region)', '47.1%'],
      ['England', 'Not available'],
    ]);
  });
});
