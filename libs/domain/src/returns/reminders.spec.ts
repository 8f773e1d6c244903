import fc from 'fast-check';
import { remindersDue, type Reminder, type ReturnToRemind } from './index.js';

const holidays = new Set(['2025-01-01', '2025-04-18', '2025-04-21']);
/** December 2024, due on Wednesday 15 January 2025 at 5 pm. */
const owed: ReturnToRemind = {
  councilId: 1,
  period: '2024 December',
  dueAt: new Date('2025-01-15T17:00:00Z'),
  closesOn: '2026-01-01',
  received: false,
  answer: null,
};
const at = (now: string, more: Partial<ReturnToRemind> = {}): readonly Reminder[] =>
  remindersDue(new Date(now), [{ ...owed, ...more }], holidays);
const said = (reminders: readonly Reminder[]): readonly string[] =>
  reminders.map(({ step, audience }) => `${step}: ${audience}`);

describe('reminders of a return', () => {
  it.each<[string, readonly string[]]>([
    ['2025-01-08T08:59:59Z', []],
    ['2025-01-08T09:00:00Z', ['before, due 2025-01-15: council']],
    ['2025-01-15T08:59:59Z', ['before, due 2025-01-15: council']],
    ['2025-01-15T09:00:00Z', ['due, due 2025-01-15: council']],
    ['2025-01-16T08:59:59Z', ['due, due 2025-01-15: council']],
    ['2025-01-16T09:00:00Z', ['late 1, due 2025-01-15: council']],
    ['2025-01-20T09:00:00Z', ['late 3, due 2025-01-15: council']],
    [
      '2025-01-22T09:00:00Z',
      ['late 5, due 2025-01-15: council', 'late 5, due 2025-01-15: partnership'],
    ],
    [
      '2025-01-29T09:00:00Z',
      [
        'late 10, due 2025-01-15: council',
        'late 10, due 2025-01-15: partnership',
        'late 10, due 2025-01-15: dfe',
      ],
    ],
  ])('at %s are %j', (now, expected) => expect(said(at(now))).toEqual(expected));

  it('go out weekly after the tenth working day, over bank holidays too', () => {
    const steps = ['2025-02-05', '2025-02-12', '2025-04-16', '2025-04-25'].map(
      (day) => at(`${day}T12:00:00Z`)[0]?.step,
    );
    expect(steps).toEqual([
      'late 15, due 2025-01-15',
      'late 20, due 2025-01-15',
      'late 65, due 2025-01-15',
      'late 70, due 2025-01-15',
    ]);
  });

  it('go out at nine by London’s clocks, in summer too', () => {
    const summer = { dueAt: new Date('2025-07-14T16:00:00Z') };
    expect(at('2025-07-14T08:00:00Z', summer)[0]?.kind).toBe('due');
    expect(at('2025-07-14T07:59:59Z', summer)[0]?.kind).toBe('before');
  });

  it('begin anew with an extension, each step by its own name', () => {
    const extended = { dueAt: new Date('2025-01-29T17:00:00Z') };
    expect(said(at('2025-01-21T12:00:00Z', extended))).toEqual([]);
    expect(said(at('2025-01-22T12:00:00Z', extended))).toEqual(['before, due 2025-01-29: council']);
  });

  it.each<[string, Partial<ReturnToRemind>, boolean]>([
    ['has reported', { received: true }, false],
    ['has nothing to report', { answer: { kind: 'nil', until: null } }, false],
    ['has said why not yet', { answer: { kind: 'not-available', until: null } }, false],
    ['has a day to come', { answer: { kind: 'not-available', until: '2025-01-16' } }, false],
    ['let its day pass', { answer: { kind: 'not-available', until: '2025-01-15' } }, true],
    ['owes a closed month', { closesOn: '2025-01-16' }, false],
  ])('to a council that %s', (_, more, isSent) => {
    expect(at('2025-01-16T12:00:00Z', more).length > 0).toBe(isSent);
  });

  const instants = fc
    .array(fc.integer({ min: 0, max: 120 * 24 }), { minLength: 1, maxLength: 40 })
    .map((hours) =>
      hours
        .toSorted((a, b) => a - b)
        .map((hour) => new Date(Date.UTC(2025, 0, 1) + hour * 3_600_000)),
    );

  it('are never sent twice, before their time or after receipt, whenever the sweep runs', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 120 * 24 }), (sweeps, received) => {
        const receivedAt = new Date(Date.UTC(2025, 0, 1) + received * 3_600_000);
        const ledger = new Map<string, Date>();
        for (const now of sweeps) {
          const due = remindersDue(now, [{ ...owed, received: now >= receivedAt }], holidays);
          const fresh = due.filter((one) => !ledger.has(`${one.step} ${one.audience}`));
          // After downtime one step is made good, not all that were missed.
          expect(new Set(due.map(({ step }) => step)).size).toBeLessThanOrEqual(1);
          for (const one of fresh) {
            expect(one.at <= now).toBe(true);
            expect(now < receivedAt).toBe(true);
            ledger.set(`${one.step} ${one.audience}`, now);
          }
        }
        const times = [...ledger.values()].map((time) => time.getTime());
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });

  it('never go back to an earlier step', () => {
    fc.assert(
      fc.property(instants, (sweeps) => {
        const moments = sweeps.flatMap((now) =>
          at(now.toISOString()).map((one) => one.at.getTime()),
        );
        expect(moments).toEqual(moments.toSorted((a, b) => a - b));
      }),
    );
  });
});
