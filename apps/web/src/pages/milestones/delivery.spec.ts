import {
  ANSWERED_FEEDBACK_ID,
  DONE_MILESTONE_ID,
  FEEDBACK_ID,
  MILESTONE_ID,
  openPages,
  OWED_IDS,
} from '#testing/web';
import { createWebApp } from '../../web-app.js';

const pages = await openPages((parts) => createWebApp(parts));
const officer = await pages.signedIn('rutland-officer');
const analyst = await pages.signedIn('dfe-analyst');
afterAll(() => pages.close());
const { asked, state } = pages.door.delivered;
beforeEach(() => {
  asked.length = 0;
  state.problem = null;
});

const DUE = { 'due-day': '3', 'due-month': '2', 'due-year': '2025' };

describe('the pages of milestones', () => {
  it('list them by reform, with what is overdue of each', async () => {
    const { $, text } = await analyst.get('/milestones');
    expect($('main h2').first().text()).toBe('Multi-agency panels, version 1');
    expect(text).toContain('One milestone is overdue.');
    expect($(`a[href="/milestones/${MILESTONE_ID}"]`).closest('tr').text()).toContain('Overdue');
    expect($('#council option').eq(1).text()).toBe('Barnet');
    const mine = await officer.get('/council');
    expect(mine.$('a[href="/milestones?council=rutland"]')).toHaveLength(1);
  });

  it('plan one for a council and a version, and keep what was typed when it is refused', async () => {
    const fields = {
      ...{ ...DUE, council: 'rutland', reform: 'panels 1', title: 'All trained', who: 'SEND lead' },
    };
    expect((await officer.post('/milestones/new', fields)).status).toBe(303);
    expect(asked).toMatchObject([
      { reform: 'panels', version: 1, title: 'All trained', owner: 'SEND lead', due: '2025-02-03' },
    ]);
    state.problem = 'MILESTONE_DAY_WRONG';
    const { status, $ } = await officer.post('/milestones/new', fields);
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe('#due-day');
    expect($('#due-day').attr('value')).toBe('3');
    expect($('#title').attr('value')).toBe('All trained');
  });

  it('say what became of one, and nothing more of one that is done', async () => {
    const at = `/milestones/${MILESTONE_ID}`;
    const { text } = await officer.get(at);
    expect(text).toContain('31 October 2024');
    expect(text).toContain('The chair starts in November.');
    const words = 'The minutes are on the council site.';
    expect((await officer.post(at, { words })).$('.govuk-error-summary a').attr('href')).toBe(
      '#change',
    );
    expect((await officer.post(at, { change: 'done', words })).status).toBe(303);
    expect((await officer.post(at, { ...DUE, change: 'redate', words })).status).toBe(303);
    expect(asked).toEqual([
      { id: MILESTONE_ID, kind: 'done', words },
      { id: MILESTONE_ID, kind: 'redate', due: '2025-02-03', words },
    ]);
    const done = await officer.get(`/milestones/${DONE_MILESTONE_ID}`);
    expect(done.$('main form')).toHaveLength(0);
    expect(done.text).toContain('All 14 are in the record.');
  });
});

describe('the pages of feedback', () => {
  it('let a council say something, and DfE not', async () => {
    const words = 'The template asks for the same date twice.';
    const fields = { council: 'rutland', about: 'reform panels', words };
    expect((await officer.post('/feedback/new', fields)).status).toBe(303);
    expect(asked).toMatchObject([{ about: 'reform', code: 'panels', words }]);
    expect((await analyst.get('/feedback/new')).status).toBe(404);
    state.problem = 'WORDS_ABOUT_A_PERSON';
    const refused = await officer.post('/feedback/new', fields);
    expect(refused.status).toBe(422);
    expect(refused.$('.govuk-error-summary a').attr('href')).toBe('#words');
  });

  it('say who looks after it, that the answer is late, and what was answered', async () => {
    const late = await officer.get(`/feedback/${FEEDBACK_ID}`);
    expect(late.text).toContain('This should have been answered by 23 December 2024.');
    expect(late.text).toContain('At DfE it is with Service owner.');
    expect(late.$('main form')).toHaveLength(0);
    const answered = await officer.get(`/feedback/${ANSWERED_FEEDBACK_ID}`);
    expect(answered.text).toContain('The guidance will say three days.');
  });

  it('let DfE answer, or say who looks after it', async () => {
    const at = `/feedback/${FEEDBACK_ID}`;
    expect((await analyst.post(at, { words: '', who: 'Reform lead' })).status).toBe(303);
    expect((await analyst.post(at, { words: 'It will be asked once.', who: '' })).status).toBe(303);
    expect(asked).toEqual([
      { id: FEEDBACK_ID, answer: null, owner: 'Reform lead' },
      { id: FEEDBACK_ID, answer: 'It will be asked once.', owner: null },
    ]);
  });
});

describe('an alert about a promise', () => {
  it.each([
    ['milestone', '“First panel has met”', `/milestones/${MILESTONE_ID}`],
    ['answer', 'what the council said on 2 December 2024', `/feedback/${FEEDBACK_ID}`],
    ['plan', 'Leicester has not reported November 2024', '#being-done'],
  ] as const)('says what is owed, with a link, and no chart: %s', async (kind, said, href) => {
    const { $, text } = await analyst.get(`/alerts/${OWED_IDS[kind]}`);
    expect(text).toContain('What is owed');
    expect(text).toContain(said);
    expect($(`main a[href*="${href}"]`)).toHaveLength(1);
    expect($('main h2').text()).not.toContain('The figures');
  });
});
