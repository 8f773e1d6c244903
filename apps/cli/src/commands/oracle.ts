import { openHeavyNumbers } from '#composition';
import { readOracleFile } from '../oracle/read-oracle-file.js';
import { runCases } from '../oracle/run-cases.js';
import type { Command } from './command.js';
import { readOptions } from './options.js';

const LONGEST = 200;

/** `oracle`: runs recorded cases with known answers through the statistics, and says which come out otherwise. */
export const oracle: Command = {
  name: 'oracle',
  summary: 'Run recorded statistical cases and compare with their known answers',
  usage: 'oracle <file.json>',
  run: async ({ args, say }) => {
    const { positionals } = readOptions(args, {}, oracle.usage);
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) {
      say(`Name one file.\nUsage: npm run cli -- ${oracle.usage}`);
      return 2;
    }
    const cases = readOracleFile(path);
    if (typeof cases === 'string') {
      say(cases);
      return 2;
    }
    const numbers = openHeavyNumbers();
    const results = await runCases(cases, numbers).finally(() => numbers.close());
    const failed = results.filter(({ difference }) => difference !== null);
    for (const { id, difference } of failed)
      if (difference)
        say(
          `${id}: ${difference.path}: expected ${shown(difference.expected)}, got ${shown(difference.got)}`,
        );
    say(`${results.length - failed.length} passed, ${failed.length} failed`);
    return failed.length > 0 ? 1 : 0;
  },
};

/** On one line, shortened; what JSON has no word for as it is. */
function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
