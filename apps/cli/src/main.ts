import { loadConfig, readEnvironment } from '#platform/config';
import { commands } from './commands/index.js';
import { UsageFault } from './commands/options.js';
import { NotRunning } from './commands/running-service.js';
import { projectRoot } from './project-root.js';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const help = (): string =>
  [
    'Usage: npm run cli -- <command> [options]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(14)} ${command.summary}`),
    '',
    '"npm run cli -- <command> --help" says how each is used.',
  ].join('\n');

/** Finds the command and runs it. A fault that a person can mend is a sentence and a status, never a stack. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    say(help());
    return name === undefined || name === '--help' ? 0 : 2;
  }
  if (args.includes('--help')) {
    say(`${command.summary}\n\nUsage: npm run cli -- ${command.usage}`);
    return 0;
  }
  const environment = readEnvironment();
  const config = loadConfig(environment);
  if (!config.ok) {
    say(
      ['The configuration has faults:', ...config.faults.map((fault) => `  ${fault}`)].join('\n'),
    );
    return 2;
  }
  try {
    return await command.run({ config: config.value, root: projectRoot(), args, environment, say });
  } catch (error) {
    if (!(error instanceof NotRunning || error instanceof UsageFault)) throw error;
    say(error.message);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
