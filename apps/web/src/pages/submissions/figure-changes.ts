import type { FigureChange, Programme } from '#application/ports';
import type { Council } from '#domain/register';
import { TOTAL } from '#domain/observations';
import { addresses } from '../../addresses/addresses.js';
import { monthOfKey } from '../../addresses/period-address.js';
import { figureWords } from '../../format/format-figure.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { returnWords } from '../../words/return.words.js';
import { submissionsWords as w } from '../../words/submissions.words.js';
import { cell, linkCell, numberCell, type Table } from '../tables.js';

type Names = Pick<Programme, 'metrics'>;

const metricOf = ({ metric }: FigureChange, { metrics }: Names) =>
  metrics.find(({ code }) => code === metric) ?? {
    ...{ title: metric, unit: 'count' as const, decimals: 0 },
  };

const titleOf = (change: FigureChange, names: Names): string => {
  const { title } = metricOf(change, names);
  return change.breakdown === TOTAL ? title : w.part(title, change.breakdown);
};

const said = (change: FigureChange, side: 'before' | 'after', names: Names): string =>
  figureWords({ ...change[side], denominator: null }, metricOf(change, names));

/** A change in a sentence: `December 2024, Requests received: 6 became 7`. */
export const changeLine = (change: FigureChange, names: Names): string =>
  w.change(
    formatPeriodKey(change.period),
    titleOf(change, names),
    said(change, 'before', names),
    said(change, 'after', names),
  );

/** The figures that a submission changed, old and new, each with its reason and the way to its history; null for none. */
export function changesTable(
  changes: readonly FigureChange[],
  council: Council | undefined,
  names: Names,
): Table | null {
  if (changes.length === 0 || !council) return null;
  const { changedHead: head } = w;
  return {
    caption: w.changed,
    head: [
      { text: head.figure },
      { text: head.month },
      { text: head.before, numeric: true },
      { text: head.after, numeric: true },
      { text: head.why },
    ],
    rows: changes.map((change) => {
      const month = monthOfKey(change.period);
      const title = titleOf(change, names);
      const { reason } = change;
      return [
        month ? linkCell(title, addresses.figure(council.key, change.metric, month)) : cell(title),
        cell(formatPeriodKey(change.period)),
        numberCell(said(change, 'before', names)),
        numberCell(said(change, 'after', names)),
        {
          ...cell(reason ? (returnWords.reasonKinds[reason.kind] ?? reason.kind) : w.noReason),
          note: reason?.text || undefined,
        },
      ];
    }),
  };
}
