import type { FigureSoFar, MonthSoFar, Programme } from '#application/ports';
import { formatNumber } from '../format/format-number.js';
import { formatPeriod } from '../format/format-period.js';
import { formatMoment, londonDay } from '../format/format-time.js';
import { monthSoFarWords } from '../words/month-so-far.words.js';
import { stateWords } from '../words/states.words.js';
import { cell, numberCell, type Table } from './tables.js';

/** Months that a council's system pushed while they ran: what each is and is not, and its numbers in the return's order. */
export const presentMonthsSoFar = (
  months: readonly MonthSoFar[],
  programme: Programme,
  now: Date,
) =>
  months.map((month) => {
    const name = formatPeriod(month.period);
    return {
      heading: monthSoFarWords.heading(name),
      pushed: monthSoFarWords.pushed(month.receivedBy, formatMoment(month.receivedAt)),
      ended: londonDay(now) >= month.period.end ? monthSoFarWords.ended : null,
      table: tableOf(month, name, programme),
    };
  });

function tableOf({ figures }: MonthSoFar, name: string, programme: Programme): Table {
  const { head, caption } = monthSoFarWords;
  const byBox = new Map(figures.map((figure) => [figure.metric, figure]));
  const boxes = programme.returnDefinition.themes.flatMap((theme) => theme.boxes);
  return {
    caption: caption(name),
    head: [{ text: head.box }, { text: head.value, numeric: true }],
    rows: boxes.flatMap((code) => {
      const figure = byBox.get(code);
      const box = programme.metrics.find((metric) => metric.code === code);
      return figure && box ? [[cell(box.title), numberCell(said(figure, box))]] : [];
    }),
  };
}

function said({ value, state }: FigureSoFar, box: Programme['metrics'][number]): string {
  if (state !== 'value') return stateWords[state];
  return value === null ? stateWords.missing : formatNumber(value, box);
}
