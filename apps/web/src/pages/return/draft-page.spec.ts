import type { SavedDraft } from '#application/returns';
import { openPages } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const PATH = '/council/return/2024-12';
const SAVED = {
  version: 7,
  fields: { 'box-n_requests': 'about 6', 'note-n_plans': 'two teams moved', comment: 'later' },
  savedAt: new Date('2025-01-15T11:05:00Z'),
  savedBy: 'Rutland SEND lead',
  expiresAt: new Date('2025-03-16T11:05:00Z'),
};
const CONFLICT: SavedDraft = {
  kind: 'conflict',
  saved: { ...SAVED, fields: { 'box-n_requests': '9', 'box-n_plans': '4' } },
  merge: {
    fields: { 'box-n_plans': '4', 'box-n_decisions': '5' },
    conflicts: [{ field: 'box-n_requests', mine: '6', theirs: '9' }],
    changed: ['box-n_requests', 'box-n_plans'],
  },
};

const pages = await openPages((parts) => createWebApp(parts));
const { door } = pages;
const reader = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());
beforeEach(async () => {
  door.holdDraft(null);
  door.draftState.draftAnswer = null;
  door.draftState.saved.length = 0;
  door.state.received.length = 0;
  await reader.get(PATH);
});

/** The fields that a form on a page would send, hidden ones included; radios only where one is chosen. */
type Opened = Awaited<ReturnType<typeof reader.get>>;
const fieldsOf = ({ $ }: Opened, form: string): Record<string, string> =>
  Object.fromEntries(
    $(form)
      .find('input[type=hidden], input[type=text], textarea')
      .toArray()
      .map((field) => [$(field).attr('name') ?? '', $(field).val()?.toString() ?? '']),
  );

describe('saving a return to come back to', () => {
  it('is a button of the form, and leads back to the page', async () => {
    const page = await reader.get(PATH);
    const button = page.$('#return-form button[formaction]');
    expect(button.text()).toBe('Save and come back later');
    const saved = await reader.post(button.attr('formaction') ?? '', {
      ...fieldsOf(page, '#return-form'),
      'box-n_requests': 'about 6',
    });
    expect([saved.status, saved.location]).toEqual([303, `${PATH}?council=rutland`]);
    expect(door.draftState.saved[0]).toMatchObject({
      readAt: 0,
      fields: { 'box-n_requests': 'about 6', comment: '' },
    });
    expect(door.state.received).toEqual([]);
  });

  it('puts the texts back, says who saved them, when and until when, and carries their version', async () => {
    door.holdDraft(SAVED);
    const page = await reader.get(PATH);
    const { $ } = page;
    expect($('#draft').text()).toContain('Saved by Rutland SEND lead at 11:05 on 15 January 2025.');
    expect($('#draft').text()).toContain('until 16 March 2025');
    expect($('#box-n_requests').attr('value')).toBe('about 6');
    expect($('#note-n_plans').attr('value')).toBe('two teams moved');
    expect($('#comment').text()).toBe('later');
    await reader.post(`${PATH}/draft`, fieldsOf(page, '#return-form'));
    expect(door.draftState.saved[0]).toMatchObject({ readAt: 7, was: SAVED.fields });
    await reader.post(PATH, { ...fieldsOf(page, '#return-form'), action: 'send' });
    expect(door.state.received[0]).toMatchObject({ draftVersion: 7 });
  });

  it('keeps its version while the form is checked', async () => {
    door.holdDraft(SAVED);
    const page = await reader.get(PATH);
    door.holdDraft({ ...SAVED, version: 8 });
    const checked = await reader.post(PATH, {
      ...fieldsOf(page, '#return-form'),
      action: 'check',
    });
    expect(checked.$('#return-form input[name=version]').attr('value')).toBe('7');
  });

  it('says what was not saved because it may describe a person, and leaves it in its field', async () => {
    const leftOut = [{ field: 'note-n_plans', why: 'person' }] as const;
    door.draftState.draftAnswer = { kind: 'saved', leftOut };
    const { status, $ } = await reader.post(`${PATH}/draft`, { 'note-n_plans': 'about a boy' });
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe('#note-n_plans');
    expect($('.govuk-error-summary').text()).toContain(
      'Note for 4. New plans issued: this may describe one person, so we did not save it.',
    );
    expect($('#note-n_plans').attr('value')).toBe('about a boy');
  });

  it('can be undone', async () => {
    door.holdDraft(SAVED);
    const { $ } = await reader.get(PATH);
    const done = await reader.post($('#draft form').attr('action') ?? '', { version: '7' });
    expect([done.status, door.draftState.discarded]).toEqual([303, [7]]);
  });

  it('stands on the council’s home, too', async () => {
    const { version, savedAt, savedBy } = SAVED;
    const period = {
      timePeriod: '2024',
      timeIdentifier: 'December',
      start: '2024-12-01',
      end: '2025-01-01',
    };
    door.draftState.drafts = [{ version, savedAt, savedBy, period }];
    const { $ } = await reader.get('/council');
    expect($('main').text()).toContain(
      'Rutland SEND lead saved the December 2024 return at 11:05 on 15 January 2025 to come back to.',
    );
  });
});

describe('two people at one return', () => {
  it('are shown side by side what both changed, and nothing is lost by choosing', async () => {
    door.draftState.draftAnswer = CONFLICT;
    const page = await reader.post(`${PATH}/draft`, { 'box-n_requests': '6', version: '3' });
    const { $ } = page;
    expect(page.status).toBe(409);
    expect($('h1').text()).toBe('Someone else changed this return while you were working');
    expect($('main').text()).toContain(
      'Rutland SEND lead changed 2 figures at 11:05. Yours are kept here. Choose which to use for each.',
    );
    expect($('legend').text()).toContain('1. Requests received');
    expect($('label').text()).toContain('Yours: 6');
    expect($('label').text()).toContain('From Rutland SEND lead: 9');
    expect($('input[type=radio]:checked')).toHaveLength(0);
    door.draftState.draftAnswer = null;
    door.draftState.saved.length = 0;
    const done = await reader.post($('main form').attr('action') ?? '', {
      ...fieldsOf(page, 'main form'),
      'use-box-n_requests': 'theirs',
    });
    expect(done.status).toBe(303);
    expect(door.draftState.saved[0]).toMatchObject({
      readAt: 7,
      was: { 'box-n_requests': '9', 'box-n_plans': '4' },
      fields: { 'box-n_requests': '9', 'box-n_plans': '4', 'box-n_decisions': '5' },
    });
  });

  it('are asked again where nothing was chosen, and saved is nothing until then', async () => {
    door.draftState.draftAnswer = CONFLICT;
    const page = await reader.post(`${PATH}/draft`, { 'box-n_requests': '6', version: '3' });
    door.draftState.saved.length = 0;
    door.holdDraft(SAVED);
    const again = await reader.post(`${PATH}/draft`, fieldsOf(page, 'main form'));
    expect(again.status).toBe(422);
    expect(again.$('.govuk-error-summary a').attr('href')).toBe('#use-box-n_requests');
    expect(again.$('#use-box-n_requests')).toHaveLength(1);
    expect(door.draftState.saved).toEqual([]);
    const chosen = { ...fieldsOf(again, 'main form'), 'use-box-n_requests': 'mine' };
    await reader.post(`${PATH}/draft`, chosen);
    expect(door.draftState.saved[0]?.fields).toMatchObject({
      'box-n_requests': '6',
      'box-n_plans': '4',
      'box-n_decisions': '5',
    });
  });
});

describe('the template', () => {
  it('is a CSV file to be saved, named by council and month, with a row a box', async () => {
    const { $ } = await reader.get(PATH);
    const href = $('a[href*="template.csv"]').attr('href') ?? '';
    const { headers, text } = await reader.get(href);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe(
      'attachment; filename="return-rutland-2024-12.csv"',
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    const lines = text.split('\r\n');
    expect(lines[0]).toContain(
      'council,period,measure,label,last month,value,state,comment,reason,reason_text',
    );
    const book = await reader.get($('a[href*="template.xlsx"]').attr('href') ?? '');
    expect(book.headers['content-type']).toContain('spreadsheetml.sheet');
    expect(book.headers['content-disposition']).toContain('return-rutland-2024-12.xlsx');
    expect(lines[1]).toMatch(/^E06\d+,2024-12,n_requests,Requests received,2,,,,,$/);
  });
});
