import fc from 'fast-check';
import { foldMilestone, type MilestoneDeed, type MilestoneRecord } from '../../delivery/index.js';
import type { FeedbackRecord } from '../../feedback/index.js';
import { planOverdueSince, type Deed } from '../../follow-up/index.js';
import { foldFollowUp } from '../../follow-up/fold-follow-up.js';
import { addDays, londonDay, londonInstant, periodKey } from '../../periods/index.js';
import { foldEpisodes } from '../fold-episodes.js';
import { answerSpells, planSpells, type AcknowledgedAlert } from './answer-overdue.js';
import { milestoneSpells } from './milestone-overdue.js';
import { judgeOverdue, momentsOfSpells, type OverdueSpell } from './overdue-spells.js';

const holidays: ReadonlySet<string> = new Set(['2024-12-25', '2024-12-26', '2025-01-01']);
const MILESTONES = { kind: 'milestone-overdue', workingDays: 10 } as const;
const ANSWERS = { kind: 'answer-overdue', workingDays: 15, planWithinWorkingDays: 10 } as const;
const ONCE = { forPeriods: 1, keepFiringFor: 0 };

type Dated<D> = readonly [at: string, deed: D];
const signed = <D>(deeds: readonly Dated<D>[]) =>
  deeds.map(([at, deed], index) => ({ n: index + 1, at: new Date(at), by: 'somebody', deed }));

const milestoneOf = (due: string, ...deeds: readonly Dated<MilestoneDeed>[]): MilestoneRecord => ({
  ...{ id: 'm', programmeId: 1, councilId: 1, reform: 'panels', version: 1 },
  ...{ title: 'First panel has met', owner: 'SEND lead', due },
  ...{ plannedAt: new Date('2024-09-02T09:00:00Z'), plannedBy: 'SEND lead' },
  entries: signed(deeds),
});
const spellsOf = (milestone: MilestoneRecord, endsOn: string | null = null) =>
  milestoneSpells(milestone, MILESTONES, { endsOn, holidays });
const stateAt = (spells: readonly OverdueSpell[], at: string) =>
  foldEpisodes(judgeOverdue(spells, new Date(at)), ONCE).map(
    ({ openedBy, state }) => `${periodKey(openedBy)} ${state}`,
  );
const done: MilestoneDeed = { kind: 'done', words: 'The minutes are on the council site.' };
const redate = (due: string): MilestoneDeed => ({
  kind: 'redate',
  due,
  words: 'The chair is ill.',
});

describe('the rule on overdue milestones', () => {
  it('fires at the end of the tenth working day after the due day, bank holidays left out', () => {
    const spells = spellsOf(milestoneOf('2024-12-13'));
    expect(stateAt(spells, '2024-12-31T16:59:59Z')).toEqual([]);
    expect(stateAt(spells, '2024-12-31T17:00:00Z')).toEqual(['2024 December firing']);
    expect(judgeOverdue(spells, new Date('2025-01-10T09:00:00Z'))).toMatchObject([
      {
        reason:
          '“First panel has met” was due on 13 December 2024. It is not done, and no new date is agreed.',
      },
    ]);
  });

  it.each([
    ['it is done', milestoneOf('2024-12-13', ['2025-01-06T10:00:00Z', done]), null, 'It is done.'],
    [
      'a new date is agreed',
      milestoneOf('2024-12-13', ['2025-01-06T10:00:00Z', redate('2025-02-03')]),
      null,
      'It is now due on 3 February 2025.',
    ],
    [
      'the test of the reform ends there',
      milestoneOf('2024-12-13'),
      '2025-01-06',
      'The reform is no longer tested here.',
    ],
  ] as const)('clears when %s', (_what, milestone, endsOn, reason) => {
    const spells = spellsOf(milestone, endsOn);
    expect(stateAt(spells, '2025-01-05T23:00:00Z')).toEqual(['2024 December firing']);
    expect(stateAt(spells, '2025-01-06T10:00:00Z')).toEqual(['2024 December resolved']);
    expect(judgeOverdue(spells, new Date('2025-01-06T10:00:00Z')).at(-1)?.reason).toBe(reason);
  });

  it('never fires for what was done or given a new date in time', () => {
    const milestone = milestoneOf(
      '2024-12-13',
      ['2024-12-20T10:00:00Z', redate('2025-01-31')],
      ['2025-02-05T10:00:00Z', done],
    );
    expect(stateAt(spellsOf(milestone), '2025-06-01T10:00:00Z')).toEqual([]);
  });

  it('opens again for a new date that is missed, by another period even in the same month', () => {
    const milestone = milestoneOf('2025-03-03', ['2025-03-18T10:00:00Z', redate('2025-03-20')]);
    expect(stateAt(spellsOf(milestone), '2025-04-03T18:00:00Z')).toEqual([
      '2025 March resolved',
      '2025 April firing',
    ]);
  });

  it('says at every moment what was known by then, whatever became known later', () => {
    const days = fc.integer({ min: 0, max: 200 });
    const deeds = fc.array(
      fc.tuple(
        days,
        fc.oneof(
          fc.constant(done),
          days.map((day) => redate(dayOf(day))),
        ),
      ),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(days, deeds, days, (due, said, day) => {
        const inOrder = [...said].sort(([a], [b]) => a - b);
        const firstDone = inOrder.findIndex(([, deed]) => deed.kind === 'done');
        const kept = firstDone < 0 ? inOrder : inOrder.slice(0, firstDone + 1);
        const entries = kept.map(([on, deed]): Dated<MilestoneDeed> => [
          londonInstant(dayOf(on), '12:00').toISOString(),
          deed,
        ]);
        const whole = milestoneOf(dayOf(due), ...entries);
        const at = londonInstant(dayOf(day), '13:00');
        const known = milestoneOf(dayOf(due), ...entries.filter(([on]) => new Date(on) <= at));
        expect(judgeOverdue(spellsOf(whole), at)).toEqual(judgeOverdue(spellsOf(known), at));
        const open = judgeOverdue(spellsOf(whole), at).at(-1)?.kind === 'breach';
        const state = foldMilestone(known);
        const from = momentsOfSpells(spellsOf(milestoneOf(state.due)))[0] ?? at;
        expect(open).toBe(!state.done && at >= from);
      }),
    );
  });
});

const dayOf = (count: number): string => addDays('2024-09-02', count);

describe('the rule on overdue answers', () => {
  const feedback = (answeredAt: string | null): FeedbackRecord => ({
    ...{ id: 'f', programmeId: 1, councilId: 1, about: 'service', code: null },
    ...{ words: 'The template is slow.', saidAt: new Date('2024-12-02T10:00:00Z'), saidBy: 'x' },
    entries: answeredAt
      ? signed([[answeredAt, { kind: 'answer', words: 'It is mended.' }] as const])
      : [],
  });

  it('fires when DfE has not answered at the end of the fifteenth working day, and clears when it has', () => {
    const waiting = answerSpells(feedback(null), ANSWERS, holidays);
    expect(stateAt(waiting, '2024-12-23T16:59:59Z')).toEqual([]);
    expect(stateAt(waiting, '2024-12-23T17:00:00Z')).toEqual(['2024 December firing']);
    const answered = answerSpells(feedback('2025-01-06T10:00:00Z'), ANSWERS, holidays);
    expect(stateAt(answered, '2025-01-06T10:00:00Z')).toEqual(['2024 December resolved']);
    expect(
      stateAt(
        answerSpells(feedback('2024-12-20T10:00:00Z'), ANSWERS, holidays),
        '2025-03-01T00:00:00Z',
      ),
    ).toEqual([]);
  });
});

describe('the rule on overdue plans', () => {
  const action: Deed = { kind: 'action', words: 'Locums', who: 'Head', due: '2025-02-01' };
  const alertOf = (
    states: readonly (readonly [string, string])[],
    ...deeds: readonly Dated<Deed>[]
  ): AcknowledgedAlert => ({
    ...{ id: 'a', councilId: 1, acknowledgedAt: new Date('2024-12-02T10:00:00Z') },
    states: states.map(([at, state]) => ({ at: new Date(at), state })),
    entries: signed(deeds),
  });
  const firing = ['2024-12-01T09:00:00Z', 'firing'] as const;
  const spells = (alert: AcknowledgedAlert) => planSpells(alert, ANSWERS, holidays);

  it('fires the day after the tenth working day, and clears with a plan or with the alert', () => {
    expect(stateAt(spells(alertOf([firing])), '2024-12-16T23:59:59Z')).toEqual([]);
    expect(stateAt(spells(alertOf([firing])), '2024-12-17T00:00:00Z')).toEqual([
      '2024 December firing',
    ]);
    const planned = alertOf([firing], ['2024-12-18T10:00:00Z', action]);
    expect(stateAt(spells(planned), '2024-12-18T10:00:00Z')).toEqual(['2024 December resolved']);
    const cleared = alertOf([firing, ['2024-12-18T10:00:00Z', 'resolved']]);
    expect(stateAt(spells(cleared), '2024-12-18T10:00:00Z')).toEqual(['2024 December resolved']);
  });

  it('fires again when the plan is dropped, and waits for the review of an accepted explanation', () => {
    const dropped = alertOf(
      [firing],
      ['2024-12-18T10:00:00Z', action],
      ['2024-12-20T10:00:00Z', { kind: 'drop', action: 1, words: 'Not needed.' }],
    );
    expect(stateAt(spells(dropped), '2024-12-21T10:00:00Z')).toEqual([
      '2024 December resolved',
      '2025 January firing',
    ]);
    const close: Deed = {
      ...{ kind: 'close', words: 'It is known.', useful: true, because: null },
      reviewOn: '2025-02-03',
    };
    const explained = alertOf([firing], ['2024-12-10T10:00:00Z', close]);
    expect(stateAt(spells(explained), '2025-02-02T23:59:59Z')).toEqual([]);
    expect(stateAt(spells(explained), '2025-02-03T00:00:00Z')).toEqual(['2024 December firing']);
  });

  it('is overdue on the days on which the alert’s own page says so', () => {
    const day = fc.integer({ min: 0, max: 90 });
    const deed: fc.Arbitrary<Deed> = fc.oneof(
      fc.constant(action),
      fc.integer({ min: 1, max: 4 }).map((n): Deed => ({ kind: 'drop', action: n, words: 'x' })),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(day, deed), { maxLength: 6 }), day, (said, on) => {
        const inOrder = [...said].sort(([a], [b]) => a - b);
        const at = londonInstant(addDays('2024-12-01', on), '13:00');
        const alert = alertOf(
          [firing],
          ...inOrder.map(([n, one]): Dated<Deed> => [
            londonInstant(addDays('2024-12-01', n), '12:00').toISOString(),
            one,
          ]),
        );
        const followUp = foldFollowUp(alert.entries.filter((entry) => entry.at <= at));
        const since = planOverdueSince(
          { state: 'firing', acknowledgedAt: alert.acknowledgedAt },
          followUp,
          { today: londonDay(at), holidays },
        );
        const last = judgeOverdue(spells(alert), at).at(-1);
        expect(last?.kind === 'breach').toBe(since !== null);
      }),
    );
  });
});
