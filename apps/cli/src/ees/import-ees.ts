import type { Service } from '#composition';
import { workerScope, type Reader } from '#domain/access';
import type { EesMapping } from '#domain/ees';
import { readCsv, type IntakeTable } from '#domain/intake';
import type { ReceiveAnswer } from '#application/intake';
import type { Programme } from '#application/ports';
import { publishedPlan, submissionOfPeriod, type PlannedPeriod } from '#application/published';
import { changesInWords, previewLines } from './preview.js';

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
  const plan = await publishedPlan({
    table,
    metadata,
    mappings: input.mappings,
    programme,
    publishedOn: input.publishedOn,
    standing: (metrics) =>
      service.figures.figures(workerScope('import'), {
        programmeId: programme.register.programmeId,
        metrics,
        councilIds: 'all',
        breakdown: null,
        from: null,
        to: null,
        now: service.clock.now(),
        asKnownAt: null,
      }),
  });
  if (!plan.ok) return fault(say, plan.error);
  const { mapping } = plan.value;
  say(`${mapping.series}: ${mapping.title}`);
  for (const line of previewLines(plan.value)) say(line);
  return loadAll(service, input, plan.value.periods);
}

function tableOf(bytes: Uint8Array, fileName: string, programme: Programme): IntakeTable | string {
  const read = readCsv({ bytes, fileName, announcedLength: null }, programme.validationRules);
  return read.ok
    ? read.value
    : read.error.map(({ message, fix }) => `${fileName}: ${message} ${fix}`).join('\n');
}

/**
 * One submission a period in which something is new or changed, each known from its day of publication; the first that
 * cannot be loaded ends it.
 */
async function loadAll(
  service: Service,
  input: EesImport,
  periods: readonly PlannedPeriod[],
): Promise<number> {
  const { say, dryRun } = input;
  if (periods.length === 0) return fault(say, 'The file has no figure that can be loaded.');
  for (const { period } of periods.filter(({ isNews }) => !isNews)) say(`${period}: nothing new.`);
  const news = periods.filter(({ isNews }) => isNews);
  const undated = news.filter(({ day }) => day === null);
  for (const { period, changes } of undated)
    say(
      `${period}: ${changesInWords(changes)}: say with --published-on on which day these were published.`,
    );
  if (undated.length > 0 && !dryRun) return 1;
  for (const period of news) {
    const loaded = period.day !== null && (await load(service, period, period.day, input));
    if (!loaded && !dryRun) return 1;
  }
  return undated.length > 0 ? 1 : 0;
}

async function load(
  service: Service,
  planned: PlannedPeriod,
  day: string,
  { say, dryRun, reader, fileName, key }: EesImport,
): Promise<boolean> {
  const { period } = planned;
  const answer = await service.receiveSubmission.run(
    submissionOfPeriod(planned, {
      ...{ reader, day, fileName, dryRun },
      key: key === null ? null : `${key} ${period}`,
    }),
  );
  const outcome = outcomeOf(answer);
  for (const line of outcome.findings) say(`  ${line}`);
  say(`${period}, known from ${day}: ${outcome.sentence}`);
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

function fault(say: (line: string) => void, sentence: string): number {
  say(sentence);
  return 1;
}
