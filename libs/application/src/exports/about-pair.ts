import type { EesPair } from '#domain/ees';
import type { Metric } from '#domain/metrics';
import { formatDay, londonDay } from '#domain/periods';

/**
 * What has to be known of a pair and has no place in it, as a text beside it: EES takes an archive only when it holds
 * the two files and nothing else.
 */
export function aboutPair(
  pair: EesPair,
  of: {
    readonly metric: Metric;
    readonly programmeName: string;
    readonly demonstration: boolean;
    readonly provisional: number;
    readonly asKnownAt: Date;
  },
): string {
  const { metric } = of;
  const isPublished = metric.type === 'published';
  const lines = [
    `${metric.title}: ${pair.data.name} and ${pair.metadata.name}`,
    '',
    `${of.programmeName}. Definition ${metric.major}.${metric.minor}, figures as known on ${formatDay(londonDay(of.asKnownAt))}.`,
    of.demonstration
      ? 'DEMONSTRATION DATA: these figures are invented and show nothing that happened in any council. Do not publish them.'
      : '',
    isPublished
      ? `Official statistics as published${metric.source === null ? '' : ` (${metric.source})`}, under the Open Government Licence v3.0.`
      : 'Management information, not official statistics. No disclosure control was applied: decide what may be published before it is.',
    metric.numeratorWords === '' ? '' : `What is counted: ${metric.numeratorWords}.`,
    metric.denominatorWords === '' ? '' : `Out of: ${metric.denominatorWords}.`,
    metric.traps === '' ? '' : `Take care: ${metric.traps}`,
    '',
    'Symbols: z not applicable (a rate of 0 in 0 cases, too), x not available, c suppressed, low rounds to 0, u low reliability.',
    of.provisional === 0
      ? ''
      : `Left out as provisional: ${of.provisional}. Their cells say x; the CSV and the workbook have them, marked.`,
    pair.leftOut === 0
      ? ''
      : `Left out, since a file holds one kind of period: ${pair.leftOut}. Ask for them with "to".`,
    'Numbers have all of their decimals; Explore Education Statistics rounds what it shows by the metadata.',
  ];
  return `${lines.filter((line, i) => line !== '' || i === 1).join('\r\n')}\r\n`;
}
