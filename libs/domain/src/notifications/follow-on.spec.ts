import fc from 'fast-check';
import { foldFollowUp, type Deed } from '../follow-up/index.js';
import { workingInstantAfter } from '../calendar/index.js';
import { followOn, type AlertToFollow } from './index.js';

const holidays = new Set(['2025-01-20']);
/** A Monday; 10 working days later is the 28th, for the 20th is a holiday. */
const FIRED = new Date('2025-01-13T15:00:00Z');
const rule = {
  repeatAfter: 10,
  escalation: [
    { audience: 'partnership', afterWorkingDays: 15, unless: 'acknowledged' },
    { audience: 'board', afterWorkingDays: 60, unless: 'planned' },
  ],
} as const;
const done = (deeds: readonly Deed[]) =>
  foldFollowUp(deeds.map((deed, n) => ({ n: n + 1, at: FIRED, by: 'x', deed })));
const PLANNED = done([{ kind: 'action', words: 'do this', who: 'lead', due: '2025-06-01' }]);
const DROPPED = done([
  { kind: 'action', words: 'do this', who: 'lead', due: '2025-06-01' },
  { kind: 'drop', action: 1, words: 'not this' },
]);
const alert = (over: Partial<AlertToFollow> = {}): AlertToFollow => ({
  ...{ state: 'firing', firedAt: FIRED, acknowledgedAt: null, followUp: done([]) },
  ...{ isExpected: false, isQuiet: false },
  ...over,
});
const after = (days: number): Date => workingInstantAfter(FIRED, days, holidays);
const told = (of: AlertToFollow, now: Date) =>
  followOn(of, rule, { now, holidays }).map(
    ({ audience, event }) => `${audience} ${event.split(' 2025')[0]}`,
  );
const OVERDUE = 'dfe plan overdue';

describe('who is told again, or besides', () => {
  it.each<[string, Partial<AlertToFollow>, Date, readonly string[]]>([
    ['nobody before the tenth working day', {}, after(9), []],
    ['nobody before the hour of it', {}, new Date(after(10).getTime() - 1), []],
    ['the council again from then on', {}, after(10), ['council repeat 1']],
    ['its partnership besides', {}, after(15), ['council repeat 1', 'partnership escalated 15']],
    [
      'the newest repeat alone, after downtime',
      {},
      after(41),
      ['council repeat 4', 'partnership escalated 15'],
    ],
    [
      'the board in the end',
      {},
      after(60),
      ['council repeat 6', 'partnership escalated 15', 'board escalated 60'],
    ],
    [
      'nobody but the board when it was acknowledged, and DfE of the plan',
      { acknowledgedAt: after(5) },
      after(60),
      ['board escalated 60', OVERDUE],
    ],
    [
      'not the board when there is a plan',
      { acknowledgedAt: after(5), followUp: PLANNED },
      after(60),
      [],
    ],
    [
      'the board when the plan was dropped',
      { acknowledgedAt: after(5), followUp: DROPPED },
      after(60),
      ['board escalated 60', OVERDUE],
    ],
    ['nobody of one that is recovering', { state: 'recovering' }, after(60), []],
    ['nobody of one that never fired', { firedAt: null, state: 'pending' }, after(60), []],
    [
      'nobody of one that is expected while a backlog is cleared',
      { isExpected: true, acknowledgedAt: after(1) },
      after(60),
      [],
    ],
    [
      'not the council where its messages wait',
      { isQuiet: true },
      after(15),
      ['partnership escalated 15'],
    ],
  ])('%s', (_, over, now, expected) => {
    expect(told(alert(over), now)).toEqual(expected);
  });

  it('tells of one that is still open, whatever was done short of closing it', () => {
    const step = { audience: 'board', afterWorkingDays: 15, unless: 'cleared' } as const;
    const stands = (over: Partial<AlertToFollow>, days = 15) =>
      followOn(
        alert({ acknowledgedAt: after(1), followUp: PLANNED, ...over }),
        { repeatAfter: null, escalation: [step] },
        { now: after(days), holidays },
      ).map(({ body }) => body);
    expect(stands({})).toEqual(['One alert has been open for 15 working days.']);
    expect(stands({}, 14)).toEqual([]);
    expect(stands({ state: 'recovering' })).toEqual([]);
  });

  it('never tells the council that a plan is overdue', () => {
    const plans = followOn(alert({ acknowledgedAt: FIRED }), rule, { now: after(30), holidays });
    expect(plans.map(({ audience }) => audience)).toEqual(['dfe']);
  });

  it('plans the same steps whoever sweeps and whenever, and takes none back', () => {
    const sweeps = fc.array(fc.integer({ min: 0, max: 120 * 24 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sweeps, (hours) => {
        const at = (hour: number) => new Date(FIRED.getTime() + hour * 3_600_000);
        const steps = (hour: number) =>
          followOn(alert(), rule, { now: at(hour), holidays }).map(
            ({ audience, event, dueAt }) => `${audience} ${event} ${dueAt.toISOString()}`,
          );
        const all = new Set(hours.flatMap(steps));
        const last = steps(Math.max(...hours));
        // Each step is there once; what is not a repeat is still planned by the last sweep.
        expect([...all].filter((step) => !step.startsWith('council')).sort()).toEqual(
          last.filter((step) => !step.startsWith('council')).sort(),
        );
        for (const hour of hours)
          for (const { dueAt } of followOn(alert(), rule, { now: at(hour), holidays }))
            expect(dueAt.getTime()).toBeLessThanOrEqual(at(hour).getTime());
      }),
      { numRuns: 25 },
    );
  });
});
