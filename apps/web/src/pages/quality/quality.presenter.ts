import type { QualityStatement } from '#application/quality';
import type { MonthQuality } from '#domain/quality';
import { addresses } from '../../addresses/addresses.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatMoment } from '../../format/format-time.js';
import { qualityWords as words } from '../../words/quality.words.js';
import { cell, numberCell, type Table } from '../tables.js';

const count = (n: number) => numberCell(n.toLocaleString('en-GB'));
const share = (part: number | null) =>
  numberCell(part === null ? words.none : `${(part * 100).toFixed(0)}%`);
const time = (hours: number | null) => numberCell(hours === null ? words.none : words.time(hours));

const headOf = (head: Readonly<Record<string, string>>, wordy: number): Table['head'] =>
  Object.values(head).map((text, index) => (index < wordy ? { text } : { text, numeric: true }));

const cameAt = ({ timeliness, firstSentAt }: MonthQuality): string =>
  words.came[timeliness](firstSentAt ? formatMoment(firstSentAt) : '');

const monthTable = ({ months }: QualityStatement): Table => ({
  caption: words.months,
  head: headOf(words.monthHead, 2),
  rows: months.map((month) => [
    cell(formatPeriod(month.period)),
    cell(cameAt(month)),
    count(month.workingDaysLate),
    count(month.asked),
    count(month.withNumber),
    count(month.answered),
  ]),
});

const correctedTable = ({ boxes, metrics }: QualityStatement): Table => ({
  caption: words.corrected,
  head: headOf(words.correctedHead, 1),
  rows: boxes.map((box, index) => [
    cell(metrics[index]?.title ?? box.metric),
    count(box.figures),
    count(box.corrected),
    share(box.correctedShare),
    count(box.revisions),
    share(box.largestShare),
    count(box.afterApproval),
  ]),
});

const saidTable = ({ boxes, metrics }: QualityStatement): Table => ({
  caption: words.said,
  head: headOf(words.saidHead, 1),
  rows: boxes.map((box, index) => [
    cell(metrics[index]?.title ?? box.metric),
    count(box.warnings),
    count(box.explained),
    time(box.hoursToExplain),
    count(box.refused),
    count(box.mended),
    time(box.hoursToMend),
  ]),
});

/** What can be said of the quality of a council's figures: sentences and counts, no score and no order by them. */
export function presentQuality(statement: QualityStatement, own: boolean) {
  const { council, timeliness, completeness } = statement;
  return {
    title: words.title(council.name),
    section: own ? ('home' as const) : ('councils' as const),
    councilName: council.name,
    backLink: own
      ? { href: `${addresses.council}?council=${council.key}`, text: council.name }
      : { href: addresses.councilPage(council.key), text: council.name },
    timeliness: [
      words.timelinessSaid(timeliness),
      ...(timeliness.longestLate > 0 ? [words.longest(timeliness.longestLate)] : []),
    ],
    completeness: words.completenessSaid(completeness),
    months: monthTable(statement),
    corrected: correctedTable(statement),
    said: saidTable(statement),
  };
}
