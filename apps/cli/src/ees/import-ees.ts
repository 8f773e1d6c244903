import type { Service } from '#composition';
import { workerScope, type Reader } from '#domain/access';
import { readEesFile, recogniseEesFile, type EesMapping } from '#domain/ees';
import { readCsv, type IntakeTable } from '#domain/intake';
import { periodKey, type Period } from '#domain/periods';
import type { ReceiveAnswer } from '#application/intake';
import type { Programme } from '#application/ports';
import {
  changesOf,
  countChanges,
  isCouncils,
  previewLines,
  type Change,
  type CouncilFigure,
} from './preview.js';

export type EesImport = {
  readonly reader: Reader;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly metadata: Uint8Array | null;
  readonly mappings: readonly EesMapping[];
  /** The day on which this file was published; null where the programme's own days of publication are meant. */
  readonly publishedOn: string | null;
  readonly key: string | null;
  readonly dryRun: boolean;
  readonly say: (line: string) => void;
};

/**
 * Imports a data file of Explore education statistics: recognises it by its columns, says what would change, and loads
 * the councils' figures through intake, one submission a period. Answers the exit status.
 */
export async function importEes(service: Service, input: EesImport): Promise<number> {
  const { say } = input;
  const programme = await service.programme.current();
  const table = tableOf(input.bytes, input.fileName, programme);
  const metadata = input.metadata && tableOf(input.metadata, 'metadata', programme);
  if (typeof table === 'string' || typeof metadata === 'string') {
    say([table, metadata].filter((part) => typeof part === 'string').join('\n'));
    return 1;
  }
  const mapping = recogniseEesFile(table, input.mappings);
  if (!mapping.ok) return fault(say, mapping.error.sentence);
  const read = readEesFile(table, mapping.value, {
    register: programme.register,
    metadata: metadata ?? undefined,
  });
  if (!read.ok) return fault(say, `${mapping.value.series}: ${read.error.sentence}`);
  const known = new Set(
    programme.metrics.filter(({ type }) => type === 'published').map(({ code }) => code),
  );
  const metrics = mapping.value.indicators.map(({ metric }) => metric);
  const figures = read.value.observations.filter(isCouncils).filter((o) => known.has(o.metric));
  const standing = await service.figures.figures(workerScope('import'), {
    programmeId: programme.register.programmeId,
    metrics: metrics.filter((metric) => known.has(metric)),
    councilIds: 'all',
    breakdown: null,
    from: null,
    to: null,
    now: service.clock.now(),
    asKnownAt: null,
  });
  const changes = changesOf(figures, standing);
  say(`${mapping.value.series}: ${mapping.value.title}`);
  const skipped = metrics.filter((metric) => !known.has(metric));
  for (const line of previewLines(read.value, changes, skipped)) say(line);
  return loadAll(service, { ...input, programme, changes });
}

function tableOf(bytes: Uint8Array, fileName: string, programme: Programme): IntakeTable | string {
  const read = readCsv({ bytes, fileName, announcedLength: null }, programme.validationRules);
  return read.ok
    ? read.value
    : read.error.map(({ message, fix }) => `${fileName}: ${message} ${fix}`).join('\n');
}

type Loading = EesImport & {
  readonly programme: Programme;
  readonly changes: ReadonlyMap<CouncilFigure, Change>;
};

/**
 * One submission a period in which something is new or changed, each known from its day of publication; the first that
 * cannot be loaded ends it.
 */
async function loadAll(service: Service, loading: Loading): Promise<number> {
  const { say, dryRun } = loading;
  const periods = byPeriod(loading);
  if (periods.length === 0) return fault(say, 'The file has no figure that can be loaded.');
  for (const { key } of periods.filter(({ isNews }) => !isNews)) say(`${key}: nothing new.`);
  const news = periods.filter(({ isNews }) => isNews);
  const undated = news.filter(({ day }) => day === null);
  for (const { key, figures } of undated)
    say(
      `${key}: ${countChanges(changesIn(figures, loading))}: say with --published-on on which day these were published.`,
    );
  if (undated.length > 0 && !dryRun) return 1;
  for (const period of news) {
    const loaded = period.day !== null && (await load(service, period, period.day, loading));
    if (!loaded && !dryRun) return 1;
  }
  return undated.length > 0 ? 1 : 0;
}

type PeriodFigures = {
  readonly key: string;
  readonly figures: readonly CouncilFigure[];
  readonly isNews: boolean;
  readonly day: string | null;
};

function byPeriod(loading: Loading): readonly PeriodFigures[] {
  const periods = new Map<string, CouncilFigure[]>();
  for (const figure of loading.changes.keys()) {
    const figures = periods.get(periodKey(figure.period));
    if (figures) figures.push(figure);
    else periods.set(periodKey(figure.period), [figure]);
  }
  return [...periods].map(([key, figures]) => ({
    key,
    figures,
    isNews: changesIn(figures, loading).some((change) => change !== 'same'),
    day: publicationDay(figures, loading),
  }));
}

const changesIn = (figures: readonly CouncilFigure[], { changes }: Loading): readonly Change[] =>
  figures.flatMap((figure) => changes.get(figure) ?? []);

/**
 * The day as given. Otherwise the one that the programme has for the period, but not where figures would change: what
 * was known on that day was another figure.
 */
function publicationDay(figures: readonly CouncilFigure[], loading: Loading): string | null {
  if (loading.publishedOn !== null) return loading.publishedOn;
  const [first] = figures;
  if (!first || changesIn(figures, loading).includes('changed')) return null;
  const same = (period: Period): boolean => periodKey(period) === periodKey(first.period);
  return (
    loading.programme.publications.find(
      ({ metrics, period }) => metrics.includes(first.metric) && same(period),
    )?.publishedOn ?? null
  );
}

async function load(
  service: Service,
  { figures, key }: PeriodFigures,
  day: string,
  { say, dryRun, ...loading }: Loading,
): Promise<boolean> {
  const answer = await service.receiveSubmission.run({
    reader: loading.reader,
    channel: 'file',
    operation: 'import',
    source: 'published',
    publishedOn: day,
    expectedPeriod: null,
    council: null,
    mode: 'partial',
    comment: loading.fileName,
    body: { kind: 'rows', table: submissionTable(figures) },
    idempotencyKey: loading.key === null ? null : `${loading.key} ${key}`,
    dryRun,
  });
  const outcome = outcomeOf(answer);
  for (const line of outcome.findings) say(`  ${line}`);
  say(`${key}, known from ${day}: ${outcome.sentence}`);
  return outcome.ok;
}

type Outcome = {
  readonly ok: boolean;
  readonly sentence: string;
  readonly findings: readonly string[];
};

/** What became of a submission. A large one is checked by the worker; a dry run checks it at once, whatever its size. */
function outcomeOf(answer: ReceiveAnswer): Outcome {
  if (answer.kind === 'refused')
    return {
      ok: false,
      sentence: `${answer.refusal.message} ${answer.refusal.fix}`,
      findings: answer.findings.map(({ message, fix }) => `${message} ${fix}`),
    };
  const { id, status, acceptedCount, receivedCount, findings } = answer.submission;
  if (answer.pending)
    return {
      ok: true,
      sentence: `received as ${id}: ${receivedCount} figures, checked by the worker now.`,
      findings: [],
    };
  return {
    ok: status !== 'refused',
    sentence: answer.dryRun
      ? `${acceptedCount} of ${receivedCount} figures would be taken.`
      : `${acceptedCount} of ${receivedCount} figures taken (submission ${id}, ${status}).`,
    findings: findings.map(({ row, message, fix }) => `row ${row ?? '–'}: ${message} ${fix}`),
  };
}

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

/** Figures in the columns of intake; a row has the line of the published file. */
const submissionTable = (figures: readonly CouncilFigure[]): IntakeTable => ({
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

function fault(say: (line: string) => void, sentence: string): number {
  say(sentence);
  return 1;
}
