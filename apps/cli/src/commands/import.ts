import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Reader } from '#domain/access';
import { MOST_BYTES } from '#domain/intake';
import type { Command } from './command.js';
import { readOptions } from './options.js';
import { withService } from './running-service.js';

const importer: Reader = {
  actor: 'import from the command line',
  roles: [],
  councilIds: [],
  memberIds: [],
  partnership: null,
};

/** `import`: a published file, known from the day of its publication. The worker checks large ones. */
export const importPublished: Command = {
  name: 'import',
  summary: 'Import a published file (CSV or .xlsx), known from its day of publication',
  usage: 'import <file> --published <YYYY-MM-DD> [--key <text>] [--dry-run]',
  run: async (input) => {
    const { say } = input;
    const { values, positionals } = readOptions(
      input.args,
      { published: { type: 'string' }, key: { type: 'string' }, 'dry-run': { type: 'boolean' } },
      importPublished.usage,
    );
    const [file] = positionals;
    const publishedOn = values.published ?? '';
    if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile())
      return fault(say, `There is no file "${file ?? ''}".`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(publishedOn))
      return fault(
        say,
        '--published is the day on which the figures were published, for example 2025-06-26.',
      );
    if (statSync(file).size > MOST_BYTES)
      return fault(say, 'The file is larger than 50 MB: split it.');
    return withService(input, async (service) => {
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
        body: {
          kind: 'file',
          bytes: readFileSync(file),
          fileName: basename(file),
          announcedLength: null,
        },
        idempotencyKey: values.key ?? null,
        dryRun: values['dry-run'] ?? false,
      });
      const findings = answer.kind === 'refused' ? answer.findings : answer.submission.findings;
      for (const finding of findings)
        say(
          `row ${finding.row ?? finding.column ?? '–'} ${finding.code}: ${finding.message} ${finding.fix}`,
        );
      if (answer.kind === 'refused')
        return fault(
          say,
          `${answer.refusal.code}: ${answer.refusal.message} ${answer.refusal.fix}`,
        );
      const { id, status, receivedCount, acceptedCount } = answer.submission;
      say(
        answer.pending
          ? `Received as ${id}: ${receivedCount} rows, checked by the worker now.`
          : `${id} ${status}: ${acceptedCount} of ${receivedCount} figures accepted.`,
      );
      return 0;
    });
  },
};

function fault(say: (line: string) => void, sentence: string): number {
  say(sentence);
  return 1;
}
