import { refusal } from '#domain';
import { ANSWERED_ID, councilNamed, openPages, REQUEST_ID } from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const officer = await pages.signedIn('rutland-officer');
const analyst = await pages.signedIn('dfe-analyst');
afterAll(() => pages.close());
const { asked, state } = pages.door.permissions;
beforeEach(() => {
  asked.length = 0;
  state.problem = null;
});

const DAY = { 'until-day': '22', 'until-month': '1', 'until-year': '2025' };
const WHY = 'The case system is being replaced.';
const councilId = councilNamed('Rutland').id;

describe('asking', () => {
  it('leads from the return to a page that says which days may be asked for', async () => {
    const page = await officer.get('/council/return/2024-12');
    const href = page.$('a[href*="/time"]').attr('href') ?? '';
    const { $, text } = await officer.get(href);
    expect($('h1').text()).toBe('Ask for more time for December 2024');
    expect(text).toContain('from 15 January 2025 to 11 February 2025');
    expect($('table tbody tr').first().text()).toContain('Waits for an answer');
  });

  it('sends the day and the reason, and comes back to what was asked', async () => {
    const sent = await officer.post('/council/return/2024-12/time', { ...DAY, words: WHY });
    expect(sent.status).toBe(303);
    expect(asked).toMatchObject([
      { councilId, kind: 'extension', until: '2025-01-22', reason: WHY },
    ]);
  });

  it('is for a closed month that it be opened', async () => {
    const { $ } = await officer.get('/council/return/2023-09/time');
    expect($('h1').text()).toBe('Ask to change September 2023, which is closed');
    await officer.post('/council/return/2023-09/time', { ...DAY, words: WHY });
    expect(asked).toMatchObject([{ kind: 'exception' }]);
  });

  it.each([
    ['EXTENSION_DAY_WRONG', '#until-day'],
    ['WORDS_TOO_SHORT', '#words'],
    ['REQUEST_WAITING', '#send'],
  ] as const)('shows %s at its place, with what was typed', async (code, place) => {
    state.problem = refusal(code);
    const { status, $ } = await officer.post('/council/return/2024-12/time', {
      ...DAY,
      words: 'Because.',
    });
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe(place);
    expect($(place)).toHaveLength(1);
    expect($('#until-day').attr('value')).toBe('22');
    expect($('#words').text()).toBe('Because.');
  });
});

describe('answering', () => {
  it('starts from the board, where requests wait', async () => {
    const { $ } = await analyst.get('/returns');
    expect($(`a[href="/requests/${REQUEST_ID}"]`).text()).toContain('Rutland');
    const page = await analyst.get(`/requests/${REQUEST_ID}`);
    expect(page.$('h1').text()).toBe('More time for December 2024: Rutland');
    expect(page.$('#until-day').attr('value')).toBe('22');
  });

  it('grants until a day or declines, and never without a choice', async () => {
    const answer = (fields: object) =>
      analyst.post(`/requests/${REQUEST_ID}`, { ...DAY, words: WHY, ...fields });
    expect((await answer({})).$('.govuk-error-summary a').attr('href')).toBe('#answer');
    expect((await answer({ answer: 'grant' })).status).toBe(303);
    expect((await answer({ answer: 'decline' })).status).toBe(303);
    expect(asked).toEqual([
      { permissionId: REQUEST_ID, until: '2025-01-22', text: WHY },
      { permissionId: REQUEST_ID, until: null, text: WHY },
    ]);
  });

  it('shows what was answered, and no form', async () => {
    const { $ } = await analyst.get(`/requests/${ANSWERED_ID}`);
    expect($('main form')).toHaveLength(0);
    expect($('table').text()).toContain('Granted until 24 January 2025. Granted for two weeks.');
  });

  it('is also opening a closed month unasked', async () => {
    const { $ } = await analyst.get('/requests/new');
    const months = $('#month option').toArray();
    expect($(months[0]).text()).toBe('December 2023');
    const sent = await analyst.post('/requests/new', {
      ...{ ...DAY, council: 'rutland', month: '2023-09', words: WHY },
    });
    expect(sent.status).toBe(303);
    expect(asked).toMatchObject([{ councilId, until: '2025-01-22', reason: WHY }]);
  });

  it('is not for councils', async () => {
    expect((await officer.get('/requests/new')).status).toBe(403);
    expect((await officer.get('/returns')).status).toBe(403);
  });
});

describe('the board of returns', () => {
  const rowsAt = async (path: string): Promise<readonly string[]> => {
    const { $ } = await analyst.get(path);
    return $('#board-now tbody tr')
      .toArray()
      .map((row) => $(row).text());
  };

  it('says how late, and until when there is more time', async () => {
    const november = await rowsAt('/returns?month=2024-11');
    expect(november.find((row) => row.startsWith('Leicester'))).toContain(
      'Not reported, lateLate by 19 working days',
    );
    const december = await rowsAt('/returns');
    expect(december.find((row) => row.startsWith('Luton'))).toContain(
      'Extension until 22 January 2025',
    );
  });

  it('is narrowed to a partnership, and to nothing by what is none', async () => {
    const { $ } = await analyst.get('/returns');
    const code = $('#partnership option').eq(1).attr('value') ?? '';
    const narrowed = await rowsAt(`/returns?partnership=${code}`);
    const all = await rowsAt('/returns?partnership=nothing&month=banana');
    expect(narrowed.length).toBeGreaterThan(0);
    expect(narrowed.length).toBeLessThan(all.length);
    expect(all).toHaveLength(32);
  });

  it('downloads as CSV in the order of the page', async () => {
    const file = await analyst.get('/returns/file?month=2024-11');
    const [head = '', ...lines] = file.text.trim().split('\r\n');
    expect(head.split(',').slice(0, 5)).toEqual([
      ...['council_code', 'council', 'time_period', 'time_identifier', 'status'],
    ]);
    expect(lines).toHaveLength(32);
    expect(lines.find((line) => line.includes('Leicester,'))).toContain(
      'Leicester,2024,November,LATE,2024-12-13T17:00:00.000Z,,19,',
    );
  });
});
