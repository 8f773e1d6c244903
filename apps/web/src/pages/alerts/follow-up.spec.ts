import { foldFollowUp, type Deed } from '#domain/follow-up';
import { ALERT_ID, openPages, SILENCE_ID, someEntries } from '#testing/web';
import { createWebApp } from '../../web-app.js';
import { planLines } from './follow-up.presenter.js';

const pages = await openPages((parts) => createWebApp(parts));
const analyst = await pages.signedIn('dfe-analyst');
const officer = await pages.signedIn('rutland-officer');
afterAll(() => pages.close());
const { followUpState } = pages.door;
beforeEach(() => {
  followUpState.problem = null;
  followUpState.deeds.length = 0;
});

const WORDS = 'The locums have started this week.';

describe('the plan in words', () => {
  const entries = someEntries();
  const lines = (today: string, ...more: readonly Deed[]) =>
    planLines(
      foldFollowUp([
        ...entries,
        ...more.map((deed, index) => ({
          ...{ n: entries.length + index + 1, at: new Date('2025-01-10T09:00:00Z') },
          ...{ by: 'Portsmouth SEND lead', deed },
        })),
      ]),
      today,
    );

  it('says when it was agreed, how many actions it has, and which day is next', () => {
    expect(lines('2024-12-10')).toEqual([
      'Recovery plan agreed on 5 December 2024: two actions, next one due on 20 December 2024.',
    ]);
  });

  it('says what is overdue', () => {
    expect(lines('2025-01-15')).toEqual([
      'Recovery plan agreed on 5 December 2024: two actions, next one due on 28 February 2025.',
      'One action is overdue: it was due on 20 December 2024.',
    ]);
    expect(lines('2025-03-15')).toEqual([
      'Recovery plan agreed on 5 December 2024: two actions.',
      'Two actions are overdue, the first since 20 December 2024.',
    ]);
  });

  it('says that all of it is done, or that it was changed after it was agreed', () => {
    const done = (action: number): Deed => ({ kind: 'done', action, words: WORDS });
    expect(lines('2025-01-15', done(3), done(4))).toEqual([
      'Recovery plan agreed on 5 December 2024: two actions, all done.',
    ]);
    expect(lines('2024-12-10', { kind: 'drop', action: 4, words: WORDS })).toEqual([
      'Recovery plan agreed on 5 December 2024: one action, next one due on 20 December 2024.',
      'The plan was changed after it was agreed.',
    ]);
    expect(planLines(foldFollowUp([]), '2025-01-15')).toEqual(['There is no recovery plan yet.']);
    expect(planLines(foldFollowUp(entries.slice(0, 3)), '2024-12-10')).toEqual([
      'Recovery plan, not yet agreed by DfE: one action, next one due on 20 December 2024.',
    ]);
  });
});

describe('the page of an alert', () => {
  it('says what is being done: the plan, what was said, who looks after it, what the reader can do', async () => {
    const { $, text } = await analyst.get(`/alerts/${ALERT_ID}`);
    expect(text).toContain('One action is overdue: it was due on 20 December 2024.');
    expect(text).toContain('Two of five psychologists left in November.');
    expect(text).toContain('With SEND lead at the council, as Portsmouth SEND lead said');
    expect(text).toContain('Nobody has acknowledged it yet.');
    const ways = $(`a[href^="/alerts/${ALERT_ID}/"]`)
      .toArray()
      .map((link) => $(link).attr('href')?.split('/').at(-1));
    const files = ['chart.svg', 'chart.png', 'table.csv'];
    const deeds = ['action?action=3', 'action?action=4', 'comment', 'assign', 'plan'];
    expect(ways).toEqual([...files, ...deeds]);
  });

  it('says of a missing return what is owed, since when, and leads to it', async () => {
    const { $, text } = await analyst.get(`/alerts/${SILENCE_ID}`);
    for (const words of ['The return for November 2024.', 'It was due on 13 December 2024.'])
      expect(text).toContain(words);
    expect($('a[href^="/council/return/2024-11?council=leicester"]')).toHaveLength(1);
    expect(text).not.toContain('Is it just chance?');
  });

  it('says last when it will clear, after what is being done', async () => {
    const { $ } = await analyst.get(`/alerts/${ALERT_ID}`);
    const headings = $('main h2')
      .toArray()
      .map((one) => $(one).text());
    expect(headings.slice(-3)).toEqual(['Who knows', 'What is being done', 'When it will clear']);
  });

  it('says since when a plan is overdue', async () => {
    const { text } = await analyst.get(`/alerts/${SILENCE_ID}`);
    expect(text).toContain('no plan after 10 working days: overdue since 3 January 2025');
    const list = await analyst.get('/alerts');
    expect(list.text).toContain('One open alert was acknowledged, and has no plan');
    const narrowed = await analyst.get(list.$('a[href="/alerts?plan=overdue"]').attr('href') ?? '');
    expect(narrowed.$('table').first().find('tbody tr')).toHaveLength(1);
  });
});

describe('a form', () => {
  it.each([
    ['comment', { words: WORDS }, { kind: 'comment', words: WORDS }],
    [
      'assign',
      { side: 'dfe', who: 'Regional lead' },
      { kind: 'assign', side: 'dfe', who: 'Regional lead' },
    ],
    [
      'plan',
      { words: WORDS, who: 'SEND lead', 'due-day': '3', 'due-month': '2', 'due-year': '2025' },
      { kind: 'action', words: WORDS, who: 'SEND lead', due: '2025-02-03' },
    ],
    [
      'action?action=3',
      { change: 'done', words: WORDS },
      { kind: 'done', action: 3, words: WORDS },
    ],
    [
      'action?action=3',
      { change: 'redate', words: WORDS, 'due-day': '3', 'due-month': '2', 'due-year': '2025' },
      { kind: 'redate', action: 3, due: '2025-02-03', words: WORDS },
    ],
    ['agree', {}, { kind: 'agree' }],
    [
      'close',
      {
        ...{ words: WORDS, useful: 'no', because: 'wrong-data' },
        ...{ 'review-day': '1', 'review-month': '6', 'review-year': '2025' },
      },
      {
        ...{ kind: 'close', words: WORDS, useful: false, because: 'wrong-data' },
        reviewOn: '2025-06-01',
      },
    ],
    ['reopen', { words: WORDS }, { kind: 'reopen', words: WORDS }],
  ])('%s is sent, and comes back to the alert', async (deed, fields, expected) => {
    const page = await analyst.get(`/alerts/${ALERT_ID}/${deed}`);
    const action = page.$('main form').attr('action') ?? '';
    const sent = await analyst.post(action, fields);
    expect([sent.status, sent.location]).toEqual([303, `/alerts/${ALERT_ID}#being-done`]);
    expect(followUpState.deeds).toEqual([expected]);
  });

  it.each([
    ['comment', 'WORDS_ABOUT_A_PERSON', '#words'],
    ['assign', 'NAME_WRONG', '#who'],
    ['plan', 'ACTION_DAY_WRONG', '#due-day'],
    ['close', 'ALERT_NOT_CLEARED', '#send'],
    ['close', 'GROUND_MISSING', '#useful'],
    ['close', 'REVIEW_DAY_WRONG', '#review-day'],
  ] as const)('%s shows %s at its place, with what was typed', async (deed, problem, place) => {
    followUpState.problem = problem;
    const { status, $ } = await analyst.post(`/alerts/${ALERT_ID}/${deed}`, {
      ...{ words: WORDS, side: 'dfe', who: 'Regional lead', useful: 'yes' },
    });
    expect(status).toBe(422);
    expect($('.govuk-error-summary a').attr('href')).toBe(place);
    expect($(place)).toHaveLength(1);
    if (deed !== 'assign') expect($('#words').text()).toBe(WORDS);
  });

  it('asks for a choice that was not made', async () => {
    for (const [deed, place] of [
      ['assign', '#side'],
      ['action?action=3', '#change'],
    ] as const) {
      const { status, $ } = await analyst.post(`/alerts/${ALERT_ID}/${deed}`, { words: WORDS });
      expect([status, $('.govuk-error-summary a').attr('href')]).toEqual([422, place]);
    }
    expect(followUpState.deeds).toEqual([]);
  });

  it('is nowhere for who may not act, for what is no deed, and for an action that is not there', async () => {
    const paths = [
      ['officer', `/alerts/${ALERT_ID}/comment`],
      ['analyst', `/alerts/${ALERT_ID}/dance`],
      ['analyst', `/alerts/${ALERT_ID}/action?action=99`],
      ['analyst', '/alerts/nothing/comment'],
    ] as const;
    for (const [who, path] of paths)
      expect([path, (await { officer, analyst }[who].get(path)).status]).toEqual([path, 404]);
    expect((await officer.get('/alert-quality')).status).toBe(403);
  });
});

describe('how good the alerts are', () => {
  it('is said in numbers and sentences, rule by rule, and of no council', async () => {
    const { $, text } = await analyst.get('/alert-quality');
    const rows = $('table tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('th, td')
          .toArray()
          .map((one) => $(one).text()),
      );
    expect(rows).toContainEqual([
      ...['Off trajectoryJudges 200 series', '12', '7', '5', '2', '6.3', '1', '0.01'],
    ]);
    expect(rows).toContainEqual(expect.arrayContaining(['0', 'None yet', 'Not judged']) as unknown);
    expect(text).toContain('from 16 January 2024 to 15 January 2025');
    expect(text).toContain(
      '12 fired; 7 have cleared. Of those acknowledged, half were within 6.3 working hours of firing. People found 5 of 7 useful.',
    );
    expect(text).not.toContain('Portsmouth');
  });
});
