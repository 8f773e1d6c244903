import fc from 'fast-check';
import { aRule } from '../rule-for-spec.js';
import { anyRule } from './rule-for-property-spec.js';
import { ruleSentence, type RuleNames } from './rule-sentence.js';

const council = (key: string, name: string) => ({
  ...{ id: 1, key, name, regionCode: '', type: '', codes: [], names: [], successors: [] },
  endedOn: null,
});
const names: RuleNames = {
  metrics: [
    { code: 'plans_within_20_weeks', type: 'measure', title: 'Plans in time', basis: 'flow' },
    { code: 'waiting', type: 'measure', title: 'Children waiting', basis: 'stock' },
    { code: 'published', type: 'published', title: 'Plans in time', basis: 'flow' },
  ],
  register: {
    councils: [council('leeds', 'Leeds'), council('rutland', 'Rutland')],
    partnerships: [{ code: 'east', name: 'East Midlands', regionCode: '', members: [] }],
  },
};
const said = (more: Parameters<typeof aRule>[0]): string => ruleSentence(aRule(more), names);

describe('the sentence of a rule', () => {
  it('ends with one full stop, whatever the rule, and has no hole in it', () => {
    fc.assert(
      fc.property(anyRule(), (rule) => {
        const sentence = ruleSentence(rule, names);
        expect(sentence).toMatch(/[^.\s]\.$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|\s\s|\s[.,;]|\.\.|\(\)/);
        expect(sentence).not.toMatch(
          /(?<![.\d])1 (months|years|quarters|cases|points|working days)\b/,
        );
      }),
    );
  });

  it.each([
    [[['council', 0]], 'Alerts the council at once when'],
    [[['dfe', 1]], 'Alerts DfE 1 working day later when'],
    [
      [
        ['dfe', 5],
        ['council', 0],
        ['partnership', 5],
      ],
      'Alerts the council at once, DfE and its partnership 5 working days later, when',
    ],
  ] as const)('says whom it tells and when: %j', (told, words) => {
    const recipients = told.map(([audience, afterWorkingDays]) => ({ audience, afterWorkingDays }));
    expect(said({ recipients })).toContain(words);
  });

  it.each([
    [{ forPeriods: 1 }, 'a figure has been on the wrong side'],
    [{ forPeriods: 3 }, 'a figure has for 3 months been on the wrong side'],
    [{ forPeriods: 3, metrics: ['published'] }, 'a figure has been on the wrong side'],
    [
      { forPeriods: 3, metrics: ['waiting', 'published'] },
      'a figure has for 3 months (a yearly figure at once) been on the wrong side',
    ],
    [{ keepFiringFor: 0 }, 'clears when it is inside the tolerance'],
    [{ keepFiringFor: 2 }, 'clears after 2 months in which it is inside the tolerance'],
    [
      { keepFiringFor: 2, metrics: ['published'] },
      'clears after 2 years in which it is inside the tolerance',
    ],
    [{ metrics: ['waiting'] }, 'with at least 60 cases in the month;'],
    [{ metrics: ['published'] }, 'with at least 60 cases in the year;'],
    [
      { metrics: ['waiting', 'published'] },
      'It looks at “Children waiting” and “Plans in time” (yearly).',
    ],
  ])('says for how long, over what, of %j', (more, words) => {
    expect(said(more)).toContain(words);
  });

  it.each([
    [{ councils: ['leeds', 'rutland'] }, '“Plans in time”, of Leeds and Rutland only.'],
    [{ partnerships: ['east'] }, ', of the councils in the partnership East Midlands only.'],
    [{ from: '2024-09-01' }, ', for periods from 1 September 2024 on.'],
    [{ to: '2025-04-01' }, ', for periods before 1 April 2025.'],
    [
      { from: '2024-09-01', to: '2025-04-01' },
      ', for periods from 1 September 2024 on, before 1 April 2025.',
    ],
  ])('says what it is narrowed to: %j', (scope, words) => {
    expect(
      said({ scope: { councils: [], partnerships: [], from: null, to: null, ...scope } }),
    ).toContain(words);
  });

  it('says what becomes of its messages', () => {
    const sentence = said({
      ...{ mute: 'school-holidays', repeatAfter: 1, schedule: '0 9 * * 1' },
      escalation: [
        { audience: 'board', afterWorkingDays: 10, unless: 'planned' },
        { audience: 'dfe', afterWorkingDays: 1, unless: 'acknowledged' },
        { audience: 'partnership', afterWorkingDays: 20, unless: 'cleared' },
      ],
    });
    for (const words of [
      'Messages wait during the council’s school holidays.',
      'Whoever was told is told again every working day until somebody acknowledges it.',
      'If there is no recovery plan 10 working days after it fired, the programme board is told too.',
      'If nobody has acknowledged it 1 working day after it fired, DfE is told too.',
      'If it is still open 20 working days after it fired, whatever was planned, its partnership is told too.',
      'It is judged only every Monday at 9 am.',
    ])
      expect(sentence).toContain(words);
  });

  it.each([
    ['30 17 * * *', 'every day at 5:30 pm'],
    ['0 0 * * 1-5', 'from Monday to Friday at 12 am'],
    ['0 12 22 * *', 'on the 22nd of each month at 12 pm'],
    ['*/5 * * * *', 'at the times of the schedule “*/5 * * * *”'],
    ['0 9 1 9 *', 'at the times of the schedule “0 9 1 9 *”'],
  ])('says when a schedule lets it be judged: %s', (schedule, words) => {
    expect(said({ schedule })).toContain(`It is judged only ${words}`);
  });
});
