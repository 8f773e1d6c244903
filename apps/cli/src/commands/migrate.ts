import { migrateAll } from '#composition';
import type { Command } from './command.js';
import { ownerUrlOf, rolesOf } from './running-service.js';

/** `migrate`: brings the database up to date, as the owner. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database up to date (forward only)',
  usage: 'migrate',
  run: async (input) => {
    const ran = await migrateAll(ownerUrlOf(input), rolesOf(input));
    input.say(ran.length > 0 ? `Ran ${ran.join(', ')}.` : 'The database is up to date.');
    return 0;
  },
};
