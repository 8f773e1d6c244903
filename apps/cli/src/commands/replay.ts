import { byName } from '#application/figures';
import type { Command } from './command.js';
import { readOptions } from './options.js';
import { withService } from './running-service.js';

/** `replay`: judges all history again, writes nothing, and compares it with the record. */
export const replay: Command = {
  name: 'replay',
  summary: 'Judge all history again as known at each moment, and compare with the record',
  usage: 'replay [--rule <code>]',
  run: async (input) => {
    const { say } = input;
    const { values } = readOptions(input.args, { rule: { type: 'string' } }, replay.usage);
    return withService(input, async (service) => {
      const { register, alertRules } = await service.programme.current();
      if (values.rule && !alertRules.some((rule) => rule.code === values.rule)) {
        say(`--rule is one of: ${alertRules.map((rule) => rule.code).join(', ')}.`);
        return 2;
      }
      const { alerts, differences } = await service.replayAlerts.run({
        ruleCode: values.rule ?? null,
      });
      for (const council of [...register.councils].sort(byName)) {
        for (const alert of alerts.filter((one) => one.councilId === council.id)) {
          const end =
            alert.state === 'resolved'
              ? `clears with ${alert.period}`
              : `${alert.state}${alert.noData ? ', no data' : ''}`;
          say(
            `${council.name}: ${alert.ruleCode} ${alert.seriesKey} opens with ${alert.openedBy} on ${alert.openedAt.toISOString().slice(0, 10)}, ${end}`,
          );
        }
      }
      for (const difference of differences) say(`DIFFERS ${difference}`);
      say(`${alerts.length} alerts replayed, ${differences.length} differ from the record.`);
      return differences.length === 0 ? 0 : 1;
    });
  },
};
