import fc from 'fast-check';
import { periodKey } from '../periods/index.js';
import { foldEpisodes, type Persistence } from './fold-episodes.js';
import type { AlertState } from './judgement-types.js';
import {
  reconcileAlerts,
  REJUDGED,
  type AlertChange,
  type NewStep,
  type StandingAlert,
} from './reconcile-alerts.js';
import { anyPersistence, verdictsOf, type Letter } from './verdicts-for-spec.js';

const RULE: Persistence = { forPeriods: 2, keepFiringFor: 2 };
const episodesOf = (letters: string, rule = RULE) => foldEpisodes(verdictsOf(letters), rule);
const day = (n: number): Date => new Date(Date.UTC(2025, 0, 1 + n));

/** The record of one series as alerts and steps are written to it, a moment a day. */
class SeriesRecord {
  readonly alerts = new Map<string, StandingAlert>();
  readonly steps = new Map<string, NewStep[]>();
  private moments = 0;

  constructor(private readonly rule: Persistence = RULE) {}

  /** Brings it up to what is known at the next moment. */
  know(letters: string): readonly AlertChange[] {
    this.moments += 1;
    const changes = this.changes(letters);
    for (const { alert, steps } of changes) {
      this.alerts.set(alert.id, alert);
      this.steps.set(alert.id, [...(this.steps.get(alert.id) ?? []), ...steps]);
    }
    return changes;
  }

  /** What would have to change, without changing it. */
  changes(letters: string): readonly AlertChange[] {
    let made = this.alerts.size;
    return reconcileAlerts([...this.alerts.values()], episodesOf(letters, this.rule), {
      at: day(this.moments),
      newId: () => `alert ${(made += 1)}`,
    });
  }
}

const known = (...moments: readonly string[]) => {
  const record = new SeriesRecord();
  return { record, changes: moments.map((letters) => record.know(letters)).at(-1) ?? [] };
};
const eventsOf = (...moments: readonly string[]) =>
  known(...moments).changes.map(({ event }) => event);

describe('reconcileAlerts', () => {
  it.each<[string, readonly string[], AlertChange['event'] | null]>([
    ['a breach is pending', ['b'], 'pending'],
    ['an alert that had lasted when it became known has fired', ['bb'], 'fired'],
    ['one that was recovering when it became known has fired', ['bbc'], 'fired'],
    ['one that was over before it became known opens nothing', ['bbcc'], null],
    ['a breach that lasts has fired', ['b', 'bb'], 'fired'],
    ['a breach that lasts on changes nothing', ['bb', 'bbb'], null],
    ['a clear is recovering', ['bb', 'bbc'], 'recovering'],
    ['a breach while it recovers has fired again', ['bb', 'bbc', 'bbcb'], 'fired-again'],
    ['a clear that lasts has resolved it', ['bb', 'bbc', 'bbcc'], 'resolved'],
    ['a clear while it is pending has resolved it', ['b', 'bc'], 'resolved'],
    ['figures that stop are told', ['bb', 'bbn'], 'data-stopped'],
    ['figures that stay away are told once', ['bb', 'bbn', 'bbnn'], null],
    ['figures that come back are told', ['bb', 'bbn', 'bbnb'], 'data-came-back'],
    ['coming back with a clear, it is recovering', ['bb', 'bbn', 'bbnc'], 'recovering'],
    ['corrected so that it never opened, it is judged anew', ['bb', 'cc'], 'rejudged'],
    ['corrected so that it has not lasted yet, it is judged anew', ['bb', 'bh'], 'rejudged'],
    [
      'corrected after its end so that it goes on, it has fired again',
      ['bb', 'bbcc', 'bbcb'],
      'fired-again',
    ],
    ['one that had not fired and then has by a correction, has fired', ['b', 'bc', 'bb'], 'fired'],
    ['one that fired and recovers when it is looked at again, has fired', ['b', 'bbc'], 'fired'],
    [
      'corrected after its end so that it recovers only, it has fired again',
      ['bb', 'bbcc', 'bbc'],
      'fired-again',
    ],
  ])('%s', (_title, moments, event) => {
    expect(eventsOf(...moments)).toEqual(event === null ? [] : [event]);
  });

  it('never fired for anybody when it fired and was over between two looks', () => {
    const { changes } = known('b', 'bbcc');
    expect(changes).toMatchObject([
      { alert: { state: 'resolved', firedAt: null }, event: 'resolved' },
    ]);
  });

  it('resolves an alert whose episode vanished, and keeps that and when it fired', () => {
    const { record, changes } = known('cbb', 'ccc');
    expect(changes).toMatchObject([
      {
        alert: {
          state: 'resolved',
          noData: false,
          resolvedAt: day(2),
          firedAt: day(1),
          why: REJUDGED,
        },
        steps: [{ from: 'firing', to: 'resolved', at: day(2), reason: REJUDGED }],
        event: 'rejudged',
      },
    ]);
    expect(record.steps.get('alert 1')).toHaveLength(3);
    expect(record.know('ccc')).toEqual([]);
  });

  it('closes one and opens another where the correction moved the opening', () => {
    const { changes } = known('cbb', 'bbb');
    expect(changes.map(({ event, alert }) => `${event} ${alert.openedBy}`)).toEqual([
      'rejudged 2000 February',
      'fired 2000 January',
    ]);
  });

  it('goes on with the record of an alert that comes back, and says why', () => {
    const { record, changes } = known('bb', 'cc', 'bb');
    expect(record.alerts.size).toBe(1);
    expect(changes[0]).toMatchObject({
      event: 'fired-again',
      alert: { id: 'alert 1', firedAt: day(1), resolvedAt: null },
      steps: [{ from: 'resolved', to: 'firing' }],
    });
    expect(changes[0]?.alert.why).toBe('On corrected figures this is not over. b 1.');
  });

  it('writes every step of an alert that opens late, under the moment at which it became known', () => {
    const { changes } = known('bbc');
    expect(changes[0]?.steps.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'inactive pending',
      'pending firing',
      'firing recovering',
    ]);
    expect(changes[0]?.steps.map(({ at }) => at)).toEqual([day(1), day(1), day(1)]);
  });
});

/** A figure becomes known, is corrected (perhaps to one that is not judged), or is withdrawn. */
type Move = { readonly month: number; readonly letter: Letter | null };
const MONTHS = 10;
const anyMoves = fc.array(
  fc.record<Move>({
    month: fc.nat({ max: MONTHS - 1 }),
    letter: fc.constantFrom<Letter | null>('b', 'b', 'b', 'b', 'c', 'c', 'c', 'h', 'x', null),
  }),
  { minLength: 1, maxLength: 40 },
);

/** What is judged of the figures known: months up to the last known one, those without a figure as no data. */
const judged = (figures: readonly (Letter | null)[]): string =>
  figures
    .slice(0, figures.findLastIndex((letter) => letter !== null) + 1)
    .map((letter) => letter ?? 'n')
    .join('');

const isOpen = ({ state }: { readonly state: AlertState }) => state !== 'resolved';

function agrees(record: SeriesRecord, letters: string, rule: Persistence): void {
  const stored = [...record.alerts.values()];
  const fresh = episodesOf(letters, rule).filter(isOpen);
  expect(
    stored.filter(isOpen).map(({ openedBy, state, noData }) => ({ openedBy, state, noData })),
  ).toEqual(
    fresh.map(({ openedBy, state, noData }) => ({ openedBy: periodKey(openedBy), state, noData })),
  );
  expect(stored.filter(isOpen).length).toBeLessThanOrEqual(1);
  expect(new Set(stored.map(({ openedBy }) => openedBy)).size).toBe(stored.length);
  expect(record.changes(letters)).toEqual([]);
}

function chains(record: SeriesRecord): void {
  for (const alert of record.alerts.values()) {
    const steps = record.steps.get(alert.id) ?? [];
    steps.forEach(({ from, at }, index) => {
      expect(from).toBe(steps[index - 1]?.to ?? 'inactive');
      expect(at.getTime()).toBeGreaterThanOrEqual(steps[index - 1]?.at.getTime() ?? 0);
    });
    expect(steps.at(-1)).toMatchObject({
      to: alert.state,
      noData: alert.noData,
      reason: alert.why,
    });
    expect(alert.resolvedAt === null).toBe(isOpen(alert));
    if (alert.state === 'firing' || alert.state === 'recovering')
      expect(alert.firedAt).not.toBeNull();
  }
}

describe('the record of a series, however its figures become known', () => {
  it('says after each moment what a fresh fold says, with one open alert at most', () => {
    fc.assert(
      fc.property(anyMoves, anyPersistence, (moves, rule) => {
        const record = new SeriesRecord(rule);
        const figures: (Letter | null)[] = new Array<Letter | null>(MONTHS).fill(null);
        for (const { month, letter } of moves) {
          const before = new Map(record.alerts);
          figures[month] = letter;
          record.know(judged(figures));
          agrees(record, judged(figures), rule);
          for (const was of before.values()) {
            const is = record.alerts.get(was.id);
            expect(is?.openedAt).toEqual(was.openedAt);
            if (was.firedAt) expect(is?.firedAt).toEqual(was.firedAt);
            expect(is?.since.getTime() === was.since.getTime()).toBe(is?.state === was.state);
          }
        }
        chains(record);
      }),
      { numRuns: 300 },
    );
  });

  it('has the same open alert whatever the order in which the figures came', () => {
    const anyFigures = fc.array(fc.constantFrom<Letter>('b', 'b', 'c', 'h', 'x'), {
      minLength: MONTHS,
      maxLength: MONTHS,
    });
    const anyOrder = fc.shuffledSubarray([...Array(MONTHS).keys()], { minLength: MONTHS });
    const openAfter = (all: readonly Letter[], order: readonly number[], rule: Persistence) => {
      const record = new SeriesRecord(rule);
      const figures: (Letter | null)[] = new Array<Letter | null>(MONTHS).fill(null);
      for (const month of order) {
        figures[month] = all[month] ?? null;
        record.know(judged(figures));
      }
      return [...record.alerts.values()]
        .filter(isOpen)
        .map(({ openedBy, state, noData }) => ({ openedBy, state, noData }));
    };
    fc.assert(
      fc.property(anyFigures, anyOrder, anyPersistence, (all, order, rule) => {
        const inOrder = [...order].sort((a, b) => a - b);
        expect(openAfter(all, order, rule)).toEqual(openAfter(all, inOrder, rule));
      }),
      { numRuns: 500 },
    );
  });
});
