import fc from 'fast-check';
import { periodKey } from '../periods/index.js';
import { foldEpisodes, type Persistence } from './fold-episodes.js';
import type { Episode, Verdict } from './judgement-types.js';
import { anyLetters, anyPersistence, verdictsOf } from './verdicts-for-spec.js';

const LETTERS = { pending: 'p', firing: 'f', recovering: 'r', resolved: '.' } as const;
const stateOf = (episode: Episode | undefined): string =>
  episode ? `${LETTERS[episode.state]}${episode.noData ? '?' : ''}` : '.';

/** The state when each verdict was the last one known: a fold of every beginning of the series. */
const statesOf = (verdicts: readonly Verdict[], persistence: Persistence): readonly string[] =>
  verdicts.map((_, index) =>
    stateOf(foldEpisodes(verdicts.slice(0, index + 1), persistence).at(-1)),
  );
const states = (letters: string, forPeriods: number, keepFiringFor: number): string =>
  statesOf(verdictsOf(letters), { forPeriods, keepFiringFor }).join(' ');

const withoutFlags = (episodes: readonly Episode[]) =>
  episodes.map(({ steps, noData: _noData, ...episode }) => ({
    ...episode,
    steps: steps.filter(({ from, to }) => from !== to).map(({ noData: _flag, ...step }) => step),
  }));

const forAny = (
  holds: (verdicts: readonly Verdict[], persistence: Persistence) => void,
  numRuns = 1_000,
): void => fc.assert(fc.property(anyLetters.map(verdictsOf), anyPersistence, holds), { numRuns });

describe('foldEpisodes, worked by hand', () => {
  it.each<[string, string, [number, number], string]>([
    ['opens nothing without a breach', 'chnxc', [1, 1], '. . . . .'],
    ['fires at once where one period is enough', 'bc', [1, 1], 'f .'],
    ['takes no periods for one', 'bc', [0, 0], 'f .'],
    ['waits as pending until the breach has lasted', 'bbb', [3, 1], 'p p f'],
    ['drops a pending alert at the first clear', 'bbcbbb', [3, 1], 'p p . p p f'],
    ['drops it however long it would keep firing', 'bcb', [2, 4], 'p . p'],
    ['recovers until the clear has lasted', 'bccc', [1, 3], 'f r r .'],
    [
      'fires again at once from recovering, and counts clears anew',
      'bbccbccc',
      [2, 3],
      'p f r r f r r .',
    ],
    ['opens another after one is resolved', 'bcbbc', [1, 1], 'f . f f .'],
    ['stays pending without data, and says so', 'bnnb', [2, 1], 'p p? p? f'],
    ['stays firing without data', 'bnnnn', [1, 1], 'f f? f? f? f?'],
    [
      'stays recovering without data, and needs its clears all the same',
      'bcnncc',
      [1, 3],
      'f r r? r? r .',
    ],
    ['drops a pending alert at a clear after a gap', 'bnc', [2, 1], 'p p? .'],
    ['resolves at a clear after a gap', 'bnc', [1, 1], 'f f? .'],
    ['says that data came back when the breach goes on', 'bnb', [1, 1], 'f f? f'],
    ['keeps count of breaches and clears over a hold', 'bhbchhc', [2, 2], 'p p f r r r .'],
    ['takes a hold for data', 'bnhb', [3, 1], 'p p? p p'],
    ['changes nothing where nothing is judged', 'bnxbxc', [2, 2], 'p p? p? f f r'],
    ['opens nothing on no data', 'nnbn', [2, 1], '. . p p?'],
  ])('%s', (_title, letters, [forPeriods, keepFiringFor], expected) => {
    expect(states(letters, forPeriods, keepFiringFor)).toBe(expected);
  });

  it('gives every step its period and reason, and the episode its dates', () => {
    const verdicts = verdictsOf('bbncc');
    const month = (index: number) => verdicts[index]?.period;
    const firing = { from: 'firing', reason: 'n 2.', noData: true } as const;
    expect(foldEpisodes(verdicts, { forPeriods: 2, keepFiringFor: 2 })).toEqual([
      {
        openedBy: month(0),
        state: 'resolved',
        noData: false,
        stateSince: month(4),
        firedBy: month(1),
        resolvedBy: month(4),
        steps: [
          { period: month(0), from: 'inactive', to: 'pending', noData: false, reason: 'b 0.' },
          { period: month(1), from: 'pending', to: 'firing', noData: false, reason: 'b 1.' },
          { period: month(2), to: 'firing', ...firing },
          { period: month(3), from: 'firing', to: 'recovering', noData: false, reason: 'c 3.' },
          { period: month(4), from: 'recovering', to: 'resolved', noData: false, reason: 'c 4.' },
        ],
      },
    ]);
  });

  it('says of what cleared as pending that it had not lasted', () => {
    const [episode] = foldEpisodes(verdictsOf('bc'), { forPeriods: 2, keepFiringFor: 0 });
    expect(episode?.firedBy).toBeNull();
    expect(episode?.steps.at(-1)?.reason).toBe('c 1. It had not lasted long enough to fire.');
  });
});

describe('foldEpisodes, whatever the verdicts', () => {
  it('is the same at observed periods, and in what it dates, without the gaps', () => {
    forAny((verdicts, persistence) => {
      const observed = verdicts.filter(({ kind }) => kind !== 'no-data');
      expect(withoutFlags(foldEpisodes(observed, persistence))).toEqual(
        withoutFlags(foldEpisodes(verdicts, persistence)),
      );
      const kept = statesOf(verdicts, persistence)
        .filter((_, index) => verdicts[index]?.kind !== 'no-data')
        .map((state) => state.charAt(0));
      expect(kept).toEqual(statesOf(observed, persistence));
    }, 300);
  });

  it('moves no clock by a hold or by what is not judged', () => {
    forAny((verdicts, persistence) => {
      const counted = verdicts.filter(({ kind }) => kind === 'breach' || kind === 'clear');
      expect(withoutFlags(foldEpisodes(verdicts, persistence))).toEqual(
        withoutFlags(foldEpisodes(counted, persistence)),
      );
    });
  });

  it('neither clears, fires nor resolves anything on no data: it raises a flag', () => {
    forAny((verdicts, persistence) => {
      const silent = new Set(
        verdicts.filter(({ kind }) => kind === 'no-data').map(({ period }) => periodKey(period)),
      );
      for (const { steps } of foldEpisodes(verdicts, persistence))
        for (const { period, from, to, noData } of steps) {
          expect(noData).toBe(silent.has(periodKey(period)));
          if (noData) expect(to).toBe(from);
        }
    });
  });

  it('has the flag from the first gap of an open episode until the next breach, clear or hold', () => {
    forAny((verdicts, persistence) => {
      const last = foldEpisodes(verdicts, persistence).at(-1);
      const isOpen = last !== undefined && last.state !== 'resolved';
      const told = verdicts.filter(({ kind }) => kind !== 'not-judged').at(-1);
      if (last) expect(last.noData).toBe(isOpen && told?.kind === 'no-data');
    });
  });

  it('has at most one open episode, the last, and opens each by a breach of its own period', () => {
    forAny((verdicts, persistence) => {
      const episodes = foldEpisodes(verdicts, persistence);
      for (const { state } of episodes.slice(0, -1)) expect(state).toBe('resolved');
      const openings = episodes.map(({ openedBy }) => openedBy.start);
      expect(openings).toEqual([...new Set(openings)].sort());
      const breaches = verdicts.filter(({ kind }) => kind === 'breach');
      expect(breaches.map(({ period }) => period.start)).toEqual(expect.arrayContaining(openings));
    });
  });

  it('chains its steps from inactive, each a change, and agrees with them', () => {
    forAny((verdicts, persistence) => {
      for (const { steps, ...episode } of foldEpisodes(verdicts, persistence)) {
        const [first, ...rest] = steps;
        expect(first).toMatchObject({ from: 'inactive', noData: false, period: episode.openedBy });
        rest.forEach(({ from, to, noData, period }, index) => {
          const before = steps[index];
          expect(from).toBe(before?.to);
          expect(to !== from || noData !== before?.noData).toBe(true);
          expect(period.start > (before?.period.start ?? '')).toBe(true);
        });
        const dated = (state: string) => steps.find(({ to }) => to === state)?.period ?? null;
        expect(steps.at(-1)).toMatchObject({ to: episode.state, noData: episode.noData });
        expect(episode.firedBy).toEqual(dated('firing'));
        expect(episode.resolvedBy).toEqual(dated('resolved'));
        const since = steps.findLast(({ from, to }) => from !== to);
        expect(episode.stateSince).toEqual(since?.period);
      }
    });
  });

  it('never takes back a step when another period comes', () => {
    forAny((verdicts, persistence) => {
      const whole = foldEpisodes(verdicts, persistence);
      const before = foldEpisodes(verdicts.slice(0, -1), persistence);
      expect(whole.length).toBeGreaterThanOrEqual(before.length);
      before.forEach(({ steps }, index) =>
        expect(whole[index]?.steps.slice(0, steps.length)).toEqual(steps),
      );
      const count = (episodes: readonly Episode[]) =>
        episodes.reduce((sum, { steps }) => sum + steps.length, 0);
      expect(count(whole) - count(before)).toBeLessThanOrEqual(1);
    });
  });
});
