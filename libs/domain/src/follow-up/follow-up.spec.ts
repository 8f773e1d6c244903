import { readFileSync } from 'node:fs';
import type { ValidationRule } from '../intake/index.js';
import { addDays, londonDay } from '../periods/index.js';
import {
  deedFault,
  FOLLOW_UP_LIMITS,
  foldFollowUp,
  overdueIfAcknowledgedBefore,
  planOverdueSince,
  sameDeed,
  type Deed,
  type Entry,
} from './index.js';

const rules = JSON.parse(
  readFileSync('programmes/send-ap/validation-rules.json', 'utf8'),
) as readonly ValidationRule[];
const holidays: ReadonlySet<string> = new Set(['2024-12-25', '2024-12-26', '2025-01-01']);
const TODAY = '2025-01-15';

const entriesOf = (...deeds: readonly Deed[]): readonly Entry[] =>
  deeds.map((deed, index) => ({
    n: index + 1,
    at: new Date(`2025-01-0${index + 1}T10:00:00Z`),
    by: 'Leeds SEND lead',
    deed,
  }));
const comment: Deed = { kind: 'comment', words: 'Two posts have been vacant since November.' };
const action: Deed = {
  kind: 'action',
  words: 'Bring in locum psychologists',
  who: 'Head of service',
  due: '2025-01-31',
};
const close: Deed = {
  kind: 'close',
  words: 'Back on plan for two months after the locums came.',
  useful: true,
  because: null,
  reviewOn: null,
};
const reopen: Deed = { kind: 'reopen', words: 'The figures behind it were withdrawn.' };
const fault = (deed: Deed, over: object = {}, ...before: readonly Deed[]) =>
  deedFault(deed, {
    ...{ followUp: foldFollowUp(entriesOf(...before)), state: 'firing', severity: 'act' },
    ...{ today: TODAY, isAnalyst: false, rules },
    ...over,
  });

describe('what was done about an alert', () => {
  it('is folded from its entries: the plan as it was last dated, with its history', () => {
    const { actions, agreed, comments, assigned, size } = foldFollowUp(
      entriesOf(
        comment,
        action,
        { ...action, words: 'Agree a rota', due: '2025-02-14' },
        { kind: 'agree' },
        { kind: 'redate', action: 2, due: '2025-02-28', words: 'The locums start in February.' },
        { kind: 'done', action: 2, words: 'Both have started.' },
        { kind: 'drop', action: 3, words: 'The rota is not needed.' },
        { kind: 'assign', side: 'council', who: 'SEND lead' },
      ),
    );
    expect(comments.map(({ n, words }) => [n, words])).toEqual([[1, comment.words]]);
    expect(actions.map(({ n, state, due }) => [n, state, due])).toEqual([
      [2, 'done', '2025-02-28'],
      [3, 'dropped', '2025-02-14'],
    ]);
    expect(actions[0]?.redated).toMatchObject([{ from: '2025-01-31', to: '2025-02-28' }]);
    expect(actions[0]?.ended?.words).toBe('Both have started.');
    expect(agreed).toMatchObject({ by: 'Leeds SEND lead', changedSince: true });
    expect([assigned?.who, size]).toEqual(['SEND lead', 8]);
  });

  it('is agreed as it stands until an action is added, dated anew or dropped; not when one is done', () => {
    const agree: Deed = { kind: 'agree' };
    const done: Deed = { kind: 'done', action: 1, words: 'The locums have started.' };
    const changedBy = (deed: Deed) => foldFollowUp(entriesOf(action, agree, deed)).agreed;
    expect(changedBy(done)?.changedSince).toBe(false);
    expect(changedBy(action)?.changedSince).toBe(true);
    expect(foldFollowUp(entriesOf(action, agree, action, agree)).agreed?.changedSince).toBe(false);
  });

  it('ends with a closing, which a reopening takes back', () => {
    expect(foldFollowUp(entriesOf(close)).closing).toMatchObject({ useful: true });
    expect(foldFollowUp(entriesOf(close, reopen)).closing).toBeNull();
  });
});

describe('what may be done about an alert', () => {
  it('is saying something about the service, at some length, and nothing about a child', () => {
    expect(fault(comment)).toBeNull();
    expect(fault({ ...comment, words: 'Seen.' })).toBe('WORDS_TOO_SHORT');
    expect(fault({ ...comment, words: 'x'.repeat(1_001) })).toBe('WORDS_TOO_LONG');
    expect(fault({ ...comment, words: 'Child B, aged 9, waits for a place.' })).toBe(
      'WORDS_ABOUT_A_PERSON',
    );
  });

  it('is naming a role or somebody at work', () => {
    const assign = (who: string): Deed => ({ kind: 'assign', side: 'dfe', who });
    expect(fault(assign('Regional lead'))).toBeNull();
    expect(fault(assign(' '))).toBe('NAME_WRONG');
    expect(fault(assign('x'.repeat(81)))).toBe('NAME_WRONG');
    expect(fault(assign('A123456789012'))).toBe('NAME_WRONG');
    expect(fault({ ...action, who: '' })).toBe('NAME_WRONG');
  });

  it('is planning from today to two years ahead, while the alert is open', () => {
    expect(fault({ ...action, due: TODAY })).toBeNull();
    expect(fault({ ...action, due: '2025-01-14' })).toBe('ACTION_DAY_WRONG');
    expect(fault({ ...action, due: '2025-02-30' })).toBe('ACTION_DAY_WRONG');
    expect(fault({ ...action, due: addDays(TODAY, 730) })).toBeNull();
    expect(fault({ ...action, due: addDays(TODAY, 731) })).toBe('ACTION_DAY_WRONG');
    expect(fault(action, { state: 'resolved' })).toBe('ALERT_NOT_OPEN');
  });

  it('is ending an action once, by its number', () => {
    const done: Deed = { kind: 'done', action: 1, words: 'The locums have started.' };
    expect(fault(done, {}, action)).toBeNull();
    expect(fault(done, { state: 'resolved' }, action)).toBeNull();
    expect(fault(done, {}, action, done)).toBe('ACTION_NOT_OPEN');
    expect(fault({ ...done, action: 2 }, {}, action)).toBe('ACTION_NOT_OPEN');
  });

  it('is agreeing to a plan, by a DfE analyst, where there is one', () => {
    const drop: Deed = { kind: 'drop', action: 1, words: 'It is not needed now.' };
    const isAnalyst = true;
    expect(fault({ kind: 'agree' }, { isAnalyst }, action)).toBeNull();
    expect(fault({ kind: 'agree' }, {}, action)).toBe('NOT_ALLOWED');
    expect(fault({ kind: 'agree' }, { isAnalyst })).toBe('NO_PLAN');
    expect(fault({ kind: 'agree' }, { isAnalyst }, action, drop)).toBe('NO_PLAN');
    expect(fault({ kind: 'agree' }, { isAnalyst, state: 'resolved' }, action)).toBe(
      'ALERT_NOT_OPEN',
    );
  });

  it('is closing what has cleared by its figures, with evidence and a judgement', () => {
    const state = 'resolved';
    expect(fault(close, { state })).toBeNull();
    expect(fault(close)).toBe('ALERT_NOT_CLEARED');
    expect(fault({ ...close, words: 'Fine.' }, { state })).toBe('WORDS_TOO_SHORT');
    expect(fault({ ...close, useful: false }, { state })).toBe('GROUND_MISSING');
    expect(fault({ ...close, useful: false, because: 'wrong-data' }, { state })).toBeNull();
    expect(fault(comment, { state }, close)).toBe('ALERT_CLOSED');
  });

  it('is closing a finding to look at earlier: an analyst accepts an explanation until a review', () => {
    const explained: Deed = { ...close, reviewOn: '2026-01-15' };
    const look = { severity: 'look', isAnalyst: true };
    expect(fault(explained, look)).toBeNull();
    expect(fault(explained, { severity: 'look' })).toBe('NOT_ALLOWED');
    expect(fault(explained, { isAnalyst: true })).toBe('ALERT_NOT_CLEARED');
    expect(fault(close, look)).toBe('ALERT_NOT_CLEARED');
    expect(fault({ ...close, reviewOn: TODAY }, look)).toBe('REVIEW_DAY_WRONG');
    expect(fault({ ...close, reviewOn: '2026-01-17' }, look)).toBe('REVIEW_DAY_WRONG');
    const lapsed = { ...look, today: '2026-01-15' };
    expect(fault(comment, { ...look, today: '2026-01-14' }, explained)).toBe('ALERT_CLOSED');
    expect(fault(comment, lapsed, explained)).toBeNull();
    expect(fault(reopen, lapsed, explained)).toBe('ALERT_NOT_CLOSED');
  });

  it('is reopening within 90 days of closing', () => {
    expect(fault(reopen, {}, close)).toBeNull();
    // Closed on 1 January: the ninetieth day after is 1 April.
    expect(fault(reopen, { today: '2025-04-01' }, close)).toBeNull();
    expect(fault(reopen, { today: '2025-04-02' }, close)).toBe('REOPEN_TOO_LATE');
    expect(fault(reopen)).toBe('ALERT_NOT_CLOSED');
  });

  it('is bounded, and a full record can still be closed', () => {
    const full = (deeds: readonly Deed[]) => {
      const followUp = foldFollowUp(
        deeds.map((deed, index) => ({ n: index + 1, at: new Date(0), by: 'x', deed })),
      );
      return { followUp, state: 'resolved' };
    };
    const many = (deed: Deed, count: number) => Array.from({ length: count }, () => deed);
    const { comments, actions, entries } = FOLLOW_UP_LIMITS;
    expect(fault(comment, full(many(comment, comments)))).toBe('FOLLOW_UP_FULL');
    expect(fault(action, full(many(action, actions)))).toBe('FOLLOW_UP_FULL');
    const assign: Deed = { kind: 'assign', side: 'dfe', who: 'Lead' };
    expect(fault(assign, full(many(assign, entries)))).toBe('FOLLOW_UP_FULL');
    expect(fault(close, full(many(assign, entries)))).toBeNull();
  });
});

describe('deeds', () => {
  it('are the same when their parts are, in whatever order they came', () => {
    expect(sameDeed(comment, { words: comment.words, kind: 'comment' })).toBe(true);
    expect(sameDeed(comment, { ...comment, words: 'Something else is said.' })).toBe(false);
  });
});

describe('a plan', () => {
  const firing = { state: 'firing', acknowledgedAt: new Date('2024-12-19T14:05:00Z') } as const;
  const overdue = (today: string, ...deeds: readonly Deed[]) =>
    planOverdueSince(firing, foldFollowUp(entriesOf(...deeds)), { today, holidays });

  it('is overdue from the day after the tenth working day after somebody acknowledged', () => {
    // After Thursday 19 December: 20, 23, 24, 27, 30, 31, 2, 3, 6, 7 January; the tenth is Tuesday 7 January.
    expect(overdue('2025-01-07')).toBeNull();
    expect(overdue('2025-01-08')).toBe('2025-01-08');
    expect(overdue('2025-03-01')).toBe('2025-01-08');
  });

  it('is not waited for when there is one, or the alert is closed, cleared, watched or unseen', () => {
    const drop: Deed = { kind: 'drop', action: 1, words: 'It is not needed now.' };
    expect(overdue(TODAY, action)).toBeNull();
    expect(overdue(TODAY, action, drop)).toBe('2025-01-08');
    expect(overdue(TODAY, { ...close, reviewOn: '2025-01-16' })).toBeNull();
    expect(overdue('2025-01-16', { ...close, reviewOn: '2025-01-16' })).toBe('2025-01-08');
    const none = foldFollowUp([]);
    const on = { today: TODAY, holidays };
    expect(planOverdueSince({ ...firing, state: 'resolved' }, none, on)).toBeNull();
    expect(planOverdueSince({ ...firing, state: 'pending' }, none, on)).toBeNull();
    expect(planOverdueSince({ ...firing, acknowledgedAt: null }, none, on)).toBeNull();
  });

  it('is overdue by the list’s cut-off exactly when it is by the page’s', () => {
    const none = foldFollowUp([]);
    for (let day = '2024-11-20'; day < '2025-02-20'; day = addDays(day, 1)) {
      for (const time of ['00:10', '23:50']) {
        const acknowledgedAt = new Date(`${day}T${time}:00Z`);
        expect(londonDay(acknowledgedAt)).toBe(day);
        const today = '2025-01-20';
        const since = planOverdueSince({ state: 'firing', acknowledgedAt }, none, {
          today,
          holidays,
        });
        const before = overdueIfAcknowledgedBefore({ today, holidays });
        expect([day, since !== null]).toEqual([day, acknowledgedAt < before]);
      }
    }
  });
});
