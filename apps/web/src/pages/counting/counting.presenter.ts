import type { Programme } from '#application/ports';
import type { CountingColumn } from '#domain/metrics';
import { MONTHS, monthOfDay, monthsBefore } from '#domain/periods';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { londonDay } from '../../format/format-time.js';
import { currentCode } from '../../http/councils.js';
import { countingWords } from '../../words/counting.words.js';
import { cell } from '../tables.js';
import type { CountingParts } from './counting-tool.js';

/** The boxes of the return, in its order. */
const boxesOf = ({ returnDefinition, metrics }: Programme) => {
  const named = new Map(metrics.map((metric) => [metric.code, metric]));
  return returnDefinition.themes
    .flatMap(({ boxes }) => boxes)
    .map((code) => ({
      code,
      label: named.get(code)?.title ?? code,
      help: named.get(code)?.traps ?? '',
    }));
};

function holds(column: CountingColumn): string {
  if (column.kind === 'date') return countingWords.date;
  const texts = Object.values(column.values).flatMap(([first]) => first ?? []);
  return countingWords.choice(texts.join(', '));
}

/** What the counting page does, which lists it reads, and the ways to it. */
export function presentCounting(programme: Programme) {
  const boxes = new Map(boxesOf(programme).map((box) => [box.code, box]));
  const { columnsCaption, boxesCaption, columnHead, boxHead, optional } = countingWords;
  return {
    title: countingWords.title,
    section: 'home' as const,
    lists: programme.returnDefinition.counting.map((list) => ({
      title: list.title,
      rows: list.rows,
      columns: {
        caption: columnsCaption(list.title),
        head: [{ text: columnHead.column }, { text: columnHead.holds }],
        rows: list.columns.map((column) => [
          cell(column.label),
          { text: holds(column), note: column.optional ? optional : undefined },
        ]),
      },
      boxes: {
        caption: boxesCaption(list.title),
        head: [{ text: boxHead.box }, { text: boxHead.definition }],
        rows: list.boxes.map(({ box }) => [
          cell(boxes.get(box)?.label ?? box),
          cell(boxes.get(box)?.help ?? ''),
        ]),
      },
    })),
  };
}

/** JSON that may stand inside a script element. */
const inPage = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The counting page itself, whole: everything that it needs is in it. The month chosen is the last that has ended. */
export function presentCountingTool(asked: {
  readonly programme: Programme;
  readonly councils: readonly Council[];
  readonly now: Date;
  readonly parts: CountingParts;
  /** To be kept as a file, from where no address of ours can be reached. */
  readonly isSaved: boolean;
}) {
  const { programme, councils, now, parts } = asked;
  const last = monthsBefore(monthOfDay(londonDay(now)), 1);
  const lists = programme.returnDefinition.counting;
  const number = (index: number): string => String(index + 1).padStart(2, '0');
  return {
    title: countingWords.tool.title,
    ...parts,
    policy: parts.savedPolicy,
    backHref: asked.isSaved ? null : addresses.counting,
    months: MONTHS.map((text, index) => ({
      text,
      value: number(index),
      selected: text === last.timeIdentifier,
    })),
    year: last.timePeriod,
    councils: councils.map((council) => ({ text: council.name, value: currentCode(council) })),
    lists: lists.map(({ code, title }) => ({ text: title, value: code })),
    data: inPage({
      words: countingWords.tool,
      months: MONTHS,
      boxes: boxesOf(programme).map(({ code, label }) => ({ code, label })),
      lists,
    }),
  };
}
