import type { Reader } from '#domain/access';
import type { IntakeTable } from '#domain/intake';
import type { ReceiveRequest } from '../intake/index.js';
import type { CouncilFigure } from './figure-changes.js';
import type { PlannedPeriod } from './published-plan.js';

const COLUMNS = [
  'council',
  'time_period',
  'time_identifier',
  'measure',
  'breakdown',
  'numerator',
  'denominator',
  'value',
  'state',
];

/** A period of a published file as it is sent through intake; a row has the line of the published file. */
export const submissionOfPeriod = (
  { figures }: PlannedPeriod,
  of: {
    readonly reader: Reader;
    readonly day: string;
    readonly fileName: string;
    readonly key: string | null;
    readonly dryRun: boolean;
  },
): ReceiveRequest => ({
  reader: of.reader,
  channel: 'file',
  operation: 'import',
  source: 'published',
  publishedOn: of.day,
  expectedPeriod: null,
  council: null,
  mode: 'partial',
  comment: of.fileName,
  body: { kind: 'rows', table: tableOf(figures) },
  idempotencyKey: of.key,
  dryRun: of.dryRun,
});

const tableOf = (figures: readonly CouncilFigure[]): IntakeTable => ({
  columns: COLUMNS,
  rows: figures.map((figure) => ({
    row: figure.row,
    cells: [
      councilCode(figure),
      figure.period.timePeriod,
      figure.period.timeIdentifier,
      figure.metric,
      figure.breakdown,
      figure.numerator ?? '',
      figure.denominator ?? '',
      figure.value ?? '',
      figure.symbol ?? '',
    ],
  })),
});

/** The code as published where it is one of the council's; otherwise its own. */
function councilCode({ area: { code, council } }: CouncilFigure): string {
  const own = council.codes.filter(({ kind }) => kind === 'ons').map((held) => held.code);
  return own.includes(code) ? code : (own.at(-1) ?? council.name);
}
