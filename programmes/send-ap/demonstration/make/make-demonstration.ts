import { councilFigures, type Figures } from './council-figures.js';
import { budgetOf, pupilsOf } from './cumulative.js';
import { readInputs, type Inputs, type StoryCorrection, type Texts } from './inputs.js';
import { BACKFILLED, indexOfMonth, monthOf, RETURNED } from './months.js';
import { backfillOf, sendingOf, type Sending } from './sending.js';

/** What was backfilled: measures 1, 7, 8, 9 and 11. */
const BACKFILL_BOXES = [
  'n_requests',
  'n_plans',
  'n_exceptions',
  'n_plans_20wk',
  'n_waiting_20wk_1yr',
  'n_waiting_1yr',
];
/** An answer: it cannot be produced at all. */
const CANNOT_BE_PRODUCED = 'x';

/**
 * The files of the demonstration, by name, from the published figures, the story and its seed. The same input gives the
 * same bytes on any machine and day.
 */
export function makeDemonstration(texts: Texts): ReadonlyMap<string, string> {
  const inputs = readInputs(texts);
  const made = new Map(
    inputs.councils.map((council) => [council, councilFigures(inputs, council)] as const),
  );
  const first = firstSent(inputs, made);
  const returns = inputs.councils.flatMap((council) =>
    RETURNED.map((month) => returnRow(inputs, first, council, month)),
  );
  const unsent = new Set(inputs.story.unsent.map(({ council, month }) => `${council},${month}`));
  const wasSent = (row: string): boolean => !unsent.has(row.split(',', 2).join(','));
  const header = `council,month,${inputs.boxes.map(({ code }) => code).join(',')}`;
  return new Map([
    ['backfill.csv', lines(`council,month,${BACKFILL_BOXES.join(',')}`, backfill(inputs, made))],
    ['returns.csv', lines(header, returns.filter(wasSent))],
    [
      'unsent.csv',
      lines(
        header,
        returns.filter((row) => !wasSent(row)),
      ),
    ],
    ['sending.csv', lines('council,what,sentAt,approvedAt', sendings(inputs, wasSent))],
    ['corrections.json', corrections(inputs, made, first)],
    [
      'prefilled.csv',
      lines('council,filledOn,timePeriod,timeIdentifier,name,value', prefilled(inputs)),
    ],
  ]);
}

type Value = (council: string, box: string, month: number) => number;

const lines = (header: string, rows: readonly string[]): string =>
  `${[header, ...rows].join('\n')}\n`;

/** A year of which nothing was published cannot be produced. */
const isKnown = ({ total }: Inputs, council: string, month: number): boolean =>
  total(council, Number(monthOf(month).slice(0, 4)), 'n_requests') !== undefined;

function backfill(inputs: Inputs, made: ReadonlyMap<string, Figures>): readonly string[] {
  return inputs.councils.flatMap((council) =>
    BACKFILLED.map((month) => {
      const values = BACKFILL_BOXES.map((box) => made.get(council)?.get(box)?.[month] ?? 0);
      return [council, monthOf(month), ...values].join(',');
    }),
  );
}

/** The boxes in the order of the form; blank where a box is not asked of the council in the month. */
function returnRow(inputs: Inputs, value: Value, council: string, month: number): string {
  const known = isKnown(inputs, council, month);
  const cells = inputs.boxes.map(({ code, askedOf }) => {
    if (askedOf !== 'all' && !inputs.takesPart(council, askedOf, month)) return '';
    return known ? value(council, code, month) : CANNOT_BE_PRODUCED;
  });
  return [council, monthOf(month), ...cells].join(',');
}

/** The figures as they were sent first: what was corrected later is not corrected yet. */
function firstSent({ story }: Inputs, made: ReadonlyMap<string, Figures>): Value {
  const changed = new Map<string, number>();
  for (const correction of story.corrections)
    for (const [box, month] of cellsOf(correction)) {
      const now = made.get(correction.council)?.get(box)?.[month] ?? 0;
      const sent = correction.first?.[box] ?? now + (correction.off?.[box] ?? 0);
      changed.set(`${correction.council} ${box} ${month}`, sent);
    }
  return (council, box, month) =>
    changed.get(`${council} ${box} ${month}`) ?? made.get(council)?.get(box)?.[month] ?? 0;
}

const cellsOf = ({ months, first, off }: StoryCorrection): readonly (readonly [string, number])[] =>
  months.flatMap((month) =>
    Object.keys({ ...first, ...off }).map((box) => [box, indexOfMonth(month)] as const),
  );

function corrections(inputs: Inputs, made: ReadonlyMap<string, Figures>, first: Value): string {
  const rows = inputs.story.corrections.flatMap((correction) =>
    cellsOf(correction).map(([box, month]) => {
      const { council, sentAt, approvedAt, reasonKind, reasonText } = correction;
      const [from, to] = [first(council, box, month), made.get(council)?.get(box)?.[month]];
      const places = { council, month: monthOf(month), box, from, to };
      return JSON.stringify({ ...places, sentAt, approvedAt, reasonKind, reasonText });
    }),
  );
  return `[\n${rows.map((row) => `  ${row}`).join(',\n')}\n]\n`;
}

function sendings(inputs: Inputs, wasSent: (row: string) => boolean): readonly string[] {
  const row = ({ council, what, sentAt, approvedAt }: Sending): string =>
    `${council},${what},${instant(sentAt)},${approvedAt ? instant(approvedAt) : ''}`;
  return inputs.councils.flatMap((council) => [
    row(backfillOf(inputs, council)),
    ...RETURNED.filter((month) => wasSent(`${council},${monthOf(month)}`)).map((month) =>
      row(sendingOf(inputs, council, month)),
    ),
  ]);
}

const instant = (at: Date): string => at.toISOString().replace(':00.000Z', 'Z');

/** Numbers that no council types, and the days on which they became known to the platform. */
function prefilled(inputs: Inputs): readonly string[] {
  return inputs.councils.flatMap((council) =>
    [
      { year: 2022, filledOn: '2023-01-03' },
      { year: 2023, filledOn: '2023-04-03' },
      { year: 2024, filledOn: '2024-04-02' },
    ].flatMap(({ year, filledOn }) => {
      const period = `${year}${String(year - 1999)}`;
      return [
        `${council},${filledOn},${period},Academic year,pupils_with_plan_on_roll,${pupilsOf({ inputs, council }, year)}`,
        `${council},${filledOn},${period},Financial year,n_hn_budget,${budgetOf({ inputs, council }, year)}`,
      ];
    }),
  );
}
