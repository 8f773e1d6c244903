import { workerScope } from '#domain/access';
import { dataSourceFor, ScopedTransactions, verifyInvariants } from '#persistence';
import type { Command } from './command.js';
import { rolesOf } from './running-service.js';

/** `verify`: checks every invariant of the record. */
export const verify: Command = {
  name: 'verify',
  summary: 'Check every invariant of the record; exit status 0 when all hold',
  usage: 'verify',
  run: async (input) => {
    const source = dataSourceFor(rolesOf(input).worker, { size: 1, name: 'verify' });
    await source.initialize();
    try {
      const transactions = new ScopedTransactions({ worker: source });
      const answers = await transactions.read(workerScope('verify'), verifyInvariants);
      for (const { name, count, examples } of answers) {
        input.say(
          count === 0 ? `holds   ${name}` : `BROKEN  ${name}: ${count} (${examples.join('; ')})`,
        );
      }
      const broken = answers.filter((answer) => answer.count > 0).length;
      input.say(
        broken === 0
          ? `All ${answers.length} invariants hold.`
          : `${broken} of ${answers.length} invariants are broken.`,
      );
      return broken === 0 ? 0 : 1;
    } finally {
      await source.destroy();
    }
  },
};
