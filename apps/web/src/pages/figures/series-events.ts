import type { Programme } from '#application/ports';
import type { SeriesView } from '#application/figures';
import type { Metric } from '#domain/metrics';
import type { Day } from '#domain/periods';
import type { Participation } from '#domain/register';
import { dayNumber, type ChartEvent } from '../../charts/chart-model.js';
import { formatDate } from '../../format/format-time.js';
import { readingWords } from '../../words/reading.words.js';

type Dated = { readonly on: Day; readonly words: string; readonly isBreak: boolean };
const { image } = readingWords;

/**
 * What happened to a council between two days and may explain a series of it: reforms that it began, ended or halted (for a
 * measure of one reform, that one), and a change of the metric's definition. Oldest first; what fell on one day is one event.
 */
export function seriesEvents(
  { metric, area }: SeriesView,
  { register, reforms }: Pick<Programme, 'register' | 'reforms'>,
  between: { readonly first: number; readonly last: number },
): readonly ChartEvent[] {
  const councilId = area.kind === 'council' ? area.councilId : 0;
  const isOfAny = metric.type === 'published' || metric.askedOf === 'all';
  const own = register.participations.filter(
    (one) => one.councilId === councilId && (isOfAny || one.reform === metric.askedOf),
  );
  const nameOf = ({ reform, version }: Participation): string => {
    const name = reforms.find(({ code }) => code === reform)?.name ?? reform;
    return version > 1 ? image.version(name, version) : name;
  };
  const dated = [
    ...own.flatMap((one) => datesOf(one, own, nameOf(one))),
    ...definitionChange(metric),
  ].filter(({ on }) => dayNumber(on) > between.first && dayNumber(on) <= between.last);
  const days = [...new Set(dated.map(({ on }) => on))].sort();
  return days.map((on, index) => {
    const those = dated.filter((one) => one.on === on);
    return {
      day: dayNumber(on),
      number: index + 1,
      what: [...new Set(those.map(({ words }) => words))],
      isBreak: those.some(({ isBreak }) => isBreak),
    };
  });
}

/** The events of several charts of one page under one set of numbers, a number a day. */
export function joinEvents(lists: readonly (readonly ChartEvent[])[]): readonly ChartEvent[] {
  const all = lists.flat();
  const days = [...new Set(all.map(({ day }) => day))].sort((a, b) => a - b);
  return days.map((day, index) => {
    const those = all.filter((one) => one.day === day);
    return {
      day,
      number: index + 1,
      what: [...new Set(those.flatMap(({ what }) => what))],
      isBreak: those.some(({ isBreak }) => isBreak),
    };
  });
}

/** When a participation began, and when it ended unless the next version followed on that day. */
function datesOf(
  { from, to, reform, haltedReason }: Participation,
  all: readonly Participation[],
  name: string,
): readonly Dated[] {
  const goesOn = all.some((other) => other.reform === reform && other.from === to);
  const ends = haltedReason === null ? image.ends : image.halts;
  return [
    { on: from, words: image.begins(name, formatDate(from)), isBreak: false },
    ...(to === null || goesOn
      ? []
      : [{ on: to, words: ends(name, formatDate(to)), isBreak: false }]),
  ];
}

const definitionChange = ({ major, validFrom }: Metric): readonly Dated[] =>
  major > 1
    ? [{ on: validFrom, words: image.definitionSince(formatDate(validFrom)), isBreak: true }]
    : [];
