import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A word that is not known, or one that is missing: said as one sentence with the command's usage. */
export class UsageFault extends Error {}

/** Options and words of a command; a fault is a sentence. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageFault(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npm run cli -- ${usage}`,
    );
  }
}
