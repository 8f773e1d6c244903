import { decideTelling, type DueTelling, type Silence, type TellingContext } from './index.js';

const NOW = new Date('2025-01-15T09:00:00Z');
const LATER = new Date('2025-02-01T00:00:00Z');
const DUE = new Date('2025-01-10T09:00:00Z');
const FIRED = 'fired 2025-01-10T09:00:00.000Z';

const about = {
  ...{ ruleCode: 'getting_worse', metric: 'plans_within_20_weeks', councilId: 12 },
  partnership: 'south-east',
};
const open = { ...about, state: 'firing' as const, resolvedAt: null };
const cleared = (at: string) => ({
  ...about,
  state: 'resolved' as const,
  resolvedAt: new Date(at),
});
const silence: Silence = {
  ...{ id: 's1', programmeId: 1, ruleCode: null, metric: null, councilId: 12, partnership: null },
  ...{ audience: 'all', from: DUE, until: LATER, reason: 'x', createdAt: DUE },
  ...{ createdBy: 'DfE analyst', endedAt: null, endedBy: null },
};
const beneath = {
  ...{ kind: 'beneath' as const, source: 'off_trajectory', target: 'getting_worse' },
  why: 'the same measure is off its agreed plan',
};
const source = { ...about, id: 'a9', ruleCode: 'off_trajectory' };

const decide = (message: Partial<DueTelling>, context: Partial<TellingContext> = {}) =>
  decideTelling(
    {
      ...{ audience: 'council', event: FIRED, dueAt: DUE, wasHeld: false, wasTold: false },
      ...{ alert: open, ...message },
    },
    { now: NOW, silences: [], inhibitions: [beneath], open: [], mutedUntil: null, ...context },
  );

describe('whether anybody is told', () => {
  it.each<[string, Partial<DueTelling>, Partial<TellingContext>, object]>([
    ['an alert that is open is told', {}, {}, { kind: 'tell' }],
    [
      'one that had cleared when the message was due is not',
      { alert: cleared('2025-01-09T09:00:00Z') },
      {},
      { kind: 'not-told', reason: 'the alert had cleared before they were to be told' },
    ],
    [
      'one that cleared after it was due is, late as it may be',
      { alert: cleared('2025-01-11T09:00:00Z') },
      {},
      { kind: 'tell' },
    ],
    [
      'one that cleared while its message waited is not',
      { alert: cleared('2025-01-11T09:00:00Z'), wasHeld: true },
      {},
      { kind: 'not-told' },
    ],
    [
      'that it cleared is told to who knew of it',
      { event: 'resolved x', wasTold: true, alert: cleared('2025-01-11T09:00:00Z') },
      {},
      { kind: 'tell' },
    ],
    [
      'and to nobody else',
      { event: 'resolved x', alert: cleared('2025-01-11T09:00:00Z') },
      {},
      { kind: 'not-told', reason: 'they had not been told that the alert was open' },
    ],
    [
      'a silence holds it until its end, and says whose it is',
      {},
      { silences: [silence] },
      {
        ...{ kind: 'hold', held: 'silence', by: 's1', until: LATER },
        reason: 'DfE analyst has asked for no messages about this',
      },
    ],
    [
      'a silence of what DfE is told leaves the council alone',
      {},
      { silences: [{ ...silence, audience: 'department' }] },
      { kind: 'tell' },
    ],
    [
      'school holidays hold it for the council',
      {},
      { mutedUntil: LATER },
      { kind: 'hold', held: 'holidays', by: null, until: LATER },
    ],
    [
      'and for DfE, which is not to hear of it before the council',
      { audience: 'dfe' },
      { mutedUntil: LATER },
      { kind: 'hold', held: 'holidays' },
    ],
    [
      'beneath an alert that says the same it waits until that is over',
      {},
      { open: [source] },
      { kind: 'hold', held: 'inhibition', by: 'a9', until: null, reason: beneath.why },
    ],
    [
      'an alert on another measure keeps nothing quiet',
      {},
      { open: [{ ...source, metric: 'requests_received' }] },
      { kind: 'tell' },
    ],
    ['nor one of another council', {}, { open: [{ ...source, councilId: 13 }] }, { kind: 'tell' }],
    [
      'that it cleared is told beside an open one, too',
      { event: 'resolved x', wasTold: true },
      { open: [source] },
      { kind: 'tell' },
    ],
    [
      'what has cleared needs no silence any more',
      { alert: cleared('2025-01-09T09:00:00Z') },
      { silences: [silence] },
      { kind: 'not-told' },
    ],
  ])('%s', (_, message, context, expected) => {
    expect(decide(message, context)).toMatchObject(expected);
  });
});
