import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readScreenFile, type EesReference, type Screened } from '#domain/ees';
import { checkFile, dataFilesIn } from '../ees/check-file.js';
import { readReference } from '../ees/reference-files.js';
import { differences, verdictOf } from '../ees/verdicts.js';
import { programmeFolder } from '../seed/programme-folder.js';
import type { Command } from './command.js';
import { readOptions } from './options.js';

type Say = (line: string) => void;

/** `ees-check`: screens data files of Explore education statistics by DfE's public rules. */
export const eesCheck: Command = {
  name: 'ees-check',
  summary: 'Screen data files of Explore education statistics by its public rules',
  usage: 'ees-check <file or folder> | ees-check --index <INDEX.csv>',
  run: (input) => {
    const { say } = input;
    const { values, positionals } = readOptions(
      input.args,
      { index: { type: 'string' } },
      eesCheck.usage,
    );
    const [path = values.index ? dirname(values.index) : ''] = positionals;
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat || (values.index && !statSync(values.index, { throwIfNoEntry: false }))) {
      say(`There is no file or folder "${values.index ?? path}".`);
      return Promise.resolve(2);
    }
    const reference = readReference(programmeFolder(input.root));
    return Promise.resolve(
      values.index
        ? compareWithIndex(values.index, path, { reference, say })
        : screenAll(stat.isDirectory() ? dataFilesIn(path) : [path], { reference, say }),
    );
  },
};

function screenAll(
  files: readonly string[],
  { reference, say }: { reference: EesReference; say: Say },
): number {
  const failed = files.filter((file) => {
    const screened = checkFile(file, reference);
    if (typeof screened !== 'string') sayFindings(file, screened, say);
    else say(`${file}: ${screened}`);
    return typeof screened === 'string' || screened.findings.some((f) => f.severity === 'fail');
  });
  say(`${files.length - failed.length} of ${files.length} files pass.`);
  return failed.length > 0 ? 1 : 0;
}

function sayFindings(file: string, { findings, stage }: Screened, say: Say): void {
  const fails = findings.filter(({ severity }) => severity === 'fail').length;
  const advice = findings.length - fails;
  say(
    `${file}: ${fails > 0 ? `fails at ${stage}` : 'passes'}, ${fails} to mend, ${advice} advised.`,
  );
  for (const { severity, check, place, message, fix } of findings)
    say(
      `  ${severity === 'fail' ? 'mend  ' : 'advice'} ${check} at ${place || '…'}: ${message} ${fix}`,
    );
}

/** One line for each file of an index that is not as the index says, and how many are. */
function compareWithIndex(
  index: string,
  folder: string,
  { reference, say }: { reference: EesReference; say: Say },
): number {
  const { columns, rows } = readScreenFile(index, readFileSync(index));
  const at = ['file', 'expected', 'rule_named_by_file'].map((name) => columns.indexOf(name));
  const differing = rows.filter((row) => {
    const [file = '', expected = '', name = ''] = at.map((column) => row[column] ?? '');
    const apart = compareOne(join(folder, file), { expected, name, reference });
    if (apart.length > 0) say(`${file} (${expected}): ${apart.join('; ')}.`);
    return apart.length > 0;
  });
  say(`${rows.length - differing.length} as stated, ${differing.length} differ.`);
  return differing.length > 0 ? 1 : 0;
}

function compareOne(
  path: string,
  { expected, name, reference }: { expected: string; name: string; reference: EesReference },
): readonly string[] {
  const verdict = verdictOf(expected, name);
  if (!verdict) return ['the index says nothing that can be compared'];
  const screened = checkFile(path, reference);
  return typeof screened === 'string'
    ? [screened.replace(/\.$/, '')]
    : differences(screened, verdict);
}
