import type { BackTest, BackTestEpisode, BackTestResult } from '#application/ports';
import { monthOfDay, monthsBefore } from '#domain/periods';
import type { Stretch } from '../../charts/back-test-chart.js';
import { formatPeriod } from '../../format/format-period.js';
import { backTestWords } from '../../words/back-test.words.js';

const { result: w } = backTestWords;

/** The one sentence of a result: how often, on how many councils, and how much of it would be chance. */
export function headlineOf({ from, to, ...result }: BackTestResult, of: number): string {
  if (from === null || to === null) return w.nothing;
  const last = monthsBefore(monthOfDay(to), 1);
  const over = w.over(w.months(monthsBetween(from, to)), formatPeriod(last));
  const what =
    result.fired === 0 ? w.never : w.fired(w.times(result.fired), result.firedCouncils, of);
  const said = `${over} ${what}`;
  return result.chance === null ? `${said}.` : `${said}; ${chanceWords(result.chance)}`;
}

const chanceWords = (chance: number): string =>
  chance < 1 ? w.chanceSmall : w.chance(Math.round(chance).toLocaleString('en-GB'));

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));

/** What stands beside the headline. */
export function notesOf({ result, beside, asKnown }: BackTest): readonly string[] {
  if (!result) return [];
  const { compared, onlyWaited, chance } = result;
  const count = (n: number): string => n.toLocaleString('en-GB');
  return [
    ...(compared && beside
      ? [
          w.compared(
            beside.version,
            count(compared.more),
            count(compared.fewer),
            count(compared.both),
          ),
        ]
      : []),
    chance === null ? w.chanceUnknown : w.chanceHow,
    ...(onlyWaited > 0 ? [w.waited(onlyWaited)] : []),
    backTestWords.knowledge[asKnown],
  ];
}

/** How each alert stood when, as its steps were known. */
export function stretchesOf(episodes: readonly BackTestEpisode[], now: Date): readonly Stretch[] {
  return episodes.flatMap(({ steps }) =>
    steps.flatMap(({ at, to, noData }, index): Stretch[] => {
      const until = steps[index + 1]?.at ?? now;
      if (until <= at || !isOpen(to)) return [];
      return [{ kind: noData ? 'no-data' : to, from: at.getTime(), to: until.getTime() }];
    }),
  );
}

const isOpen = (state: string): state is 'pending' | 'firing' | 'recovering' =>
  ['pending', 'firing', 'recovering'].includes(state);
