import type { Command } from './command.js';
import { readOptions } from './options.js';
import { withService } from './running-service.js';

/** How many differences are named. */
const NAMED = 20;

/** `assess`: brings every assessment up to date, or makes all of them again in memory and compares. */
export const assess: Command = {
  name: 'assess',
  summary: 'Assess every series, area and funnel; --check rebuilds all from revisions and compares',
  usage: 'assess [--check]',
  run: async (input) => {
    const { say } = input;
    const { values } = readOptions(input.args, { check: { type: 'boolean' } }, assess.usage);
    return withService(input, async (service) => {
      if (values.check !== true) {
        const { rebuilt, written } = await service.rebuildAssessments.write();
        say(`${rebuilt} assessments looked at, ${written} written.`);
        return 0;
      }
      const { rebuilt, differences } = await service.rebuildAssessments.check();
      for (const difference of differences.slice(0, NAMED)) say(`DIFFERS ${difference}`);
      say(`${rebuilt} assessments rebuilt, ${differences.length} differ.`);
      return differences.length === 0 ? 0 : 1;
    });
  },
};
