import { basename } from 'node:path';
import type { Reader } from '#domain/access';
import { importEes } from '../ees/import-ees.js';
import { readMappings } from '../ees/mapping-file.js';
import { readBytes } from '../ees/read-bytes.js';
import { programmeFolder } from '../seed/programme-folder.js';
import type { Command, CommandInput } from './command.js';
import { readOptions } from './options.js';
import { withService } from './running-service.js';

const importer: Reader = {
  actor: 'import from the command line',
  roles: [],
  councilIds: [],
  memberIds: [],
  partnership: null,
};

type Import = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly publishedOn: string | null;
  readonly key: string | null;
  readonly dryRun: boolean;
};

/** `import`: a published file, known from the day of its publication. The worker checks large ones. */
export const importPublished: Command = {
  name: 'import',
  summary: 'Import a published file, of our columns or of EES, known from its day of publication',
  usage: [
    'import <file> --published-on <YYYY-MM-DD> [--key <text>] [--dry-run]',
    'import <file.csv[.gz]> --ees [--metadata <file.meta.csv>] [--published-on <YYYY-MM-DD>] [--key <text>] [--dry-run]',
  ].join('\n       npm run cli -- '),
  run: async (input) => {
    const { say } = input;
    const { values, positionals } = readOptions(
      input.args,
      {
        'published-on': { type: 'string' },
        key: { type: 'string' },
        'dry-run': { type: 'boolean' },
        ees: { type: 'boolean' },
        metadata: { type: 'string' },
      },
      importPublished.usage,
    );
    const [file = ''] = positionals;
    const bytes = readBytes(file);
    if (typeof bytes === 'string') return fault(say, bytes);
    const given = {
      bytes,
      fileName: basename(file),
      publishedOn: values['published-on'] ?? null,
      key: values.key ?? null,
      dryRun: values['dry-run'] ?? false,
    };
    if (!/^\d{4}-\d{2}-\d{2}$/.test(given.publishedOn ?? (values.ees ? '0000-00-00' : '')))
      return fault(
        say,
        '--published-on is the day on which the figures were published, for example 2025-06-26.',
      );
    return values.ees
      ? importDataFile(input, given, values.metadata ?? null)
      : importColumns(input, given);
  },
};

function importDataFile(
  input: CommandInput,
  given: Import,
  metadataFile: string | null,
): Promise<number> | number {
  const metadata = metadataFile === null ? null : readBytes(metadataFile);
  if (typeof metadata === 'string') return fault(input.say, metadata);
  const mappings = readMappings(programmeFolder(input.root));
  return withService(input, (service) =>
    importEes(service, { ...given, reader: importer, metadata, mappings, say: input.say }),
  );
}

const importColumns = (input: CommandInput, given: Import): Promise<number> =>
  withService(input, async (service) => {
    const { say } = input;
    const { bytes, fileName, publishedOn, key, dryRun } = given;
    const answer = await service.receiveSubmission.run({
      reader: importer,
      channel: 'file',
      operation: 'import',
      source: 'published',
      publishedOn,
      expectedPeriod: null,
      council: null,
      mode: 'partial',
      comment: null,
      body: { kind: 'file', bytes, fileName, announcedLength: null },
      idempotencyKey: key,
      dryRun,
    });
    const findings = answer.kind === 'refused' ? answer.findings : answer.submission.findings;
    for (const finding of findings)
      say(
        `row ${finding.row ?? finding.column ?? '–'} ${finding.code}: ${finding.message} ${finding.fix}`,
      );
    if (answer.kind === 'refused')
      return fault(say, `${answer.refusal.code}: ${answer.refusal.message} ${answer.refusal.fix}`);
    const { id, status, receivedCount, acceptedCount } = answer.submission;
    say(
      answer.pending
        ? `Received as ${id}: ${receivedCount} rows, checked by the worker now.`
        : `${id} ${status}: ${acceptedCount} of ${receivedCount} figures accepted.`,
    );
    return 0;
  });

function fault(say: (line: string) => void, sentence: string): number {
  say(sentence);
  return 1;
}
