import type { AlertRecord } from '#application/ports';
import type { ReturnView } from '#application/returns';
import type { Council } from '#domain/register';
import { formatPeriod } from '../../format/format-period.js';
import { councilWords } from '../../words/council.words.js';
import { returnStatusWords } from '../../words/return-status.words.js';
import { cell, linkCell, numberCell, tagCell } from '../tables.js';

/** The councils that a partnership lead acts for, A to Z: who has reported, and how many alerts are open. */
export function presentCouncilChoice(
  councils: readonly Council[],
  returns: readonly ReturnView[],
  alerts: readonly AlertRecord[],
) {
  const newest = returns[0]?.period;
  const ofMonth = returns.filter(({ period }) => period.start === newest?.start);
  return {
    title: councilWords.chooseTitle,
    section: 'home' as const,
    table: {
      caption: councilWords.chooseTitle,
      head: [
        { text: councilWords.chooseHead.council },
        { text: newest ? councilWords.chooseHead.month(formatPeriod(newest)) : '' },
        { text: councilWords.chooseHead.alerts, numeric: true },
      ],
      rows: councils.map((council) => {
        const owed = ofMonth.find((one) => one.council.id === council.id);
        const open = alerts.filter((alert) => alert.councilId === council.id).length;
        return [
          linkCell(council.name, `/council?council=${council.key}`),
          owed ? tagCell(returnStatusWords[owed.status]) : cell('–'),
          numberCell(String(open)),
        ];
      }),
    },
  };
}
