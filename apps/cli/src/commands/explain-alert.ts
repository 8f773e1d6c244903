import { workerScope } from '#domain/access';
import { ruleOfVersion, ruleSentence } from '#domain/judgement';
import type { Command } from './command.js';
import { readOptions } from './options.js';
import { withService } from './running-service.js';

/** `explain-alert`: why an alert fired, step by step, and who was told. */
export const explainAlert: Command = {
  name: 'explain-alert',
  summary: 'Say why an alert fired, step by step, and who was told',
  usage: 'explain-alert <id>',
  run: async (input) => {
    const { say } = input;
    const [id] = readOptions(input.args, {}, explainAlert.usage).positionals;
    if (!id || !/^[0-9a-f-]{36}$/.test(id)) {
      say('Name the alert by its id, as in its address: /alerts/<id>.');
      return 2;
    }
    return withService(input, async (service) => {
      const found = await service.alertReads.byId(workerScope('explain-alert'), id);
      if (!found) {
        say(`There is no alert ${id}.`);
        return 1;
      }
      const programme = await service.programme.current();
      const { register } = programme;
      const { alert, steps, ledger } = found;
      const council = register.councils.find((candidate) => candidate.id === alert.councilId);
      const rule = ruleOfVersion(programme, alert);
      say(
        `${rule?.title ?? alert.ruleCode}: ${council?.name ?? ''}, ${alert.metric ?? alert.seriesKey}`,
      );
      say(
        `${alert.state}${alert.noData ? ', no data' : ''} since ${alert.since.toISOString()}; opened by ${alert.openedBy}`,
      );
      say(
        `Rule ${alert.ruleCode}, version ${alert.ruleVersion}: ${rule ? ruleSentence(rule, programme) : ''}`,
      );
      for (const step of steps)
        say(
          `  ${step.at.toISOString()}  ${step.period}: ${step.from} → ${step.to}${step.noData ? ', no data' : ''}. ${step.reason}`,
        );
      for (const line of ledger) {
        const told =
          line.attempts
            .map((attempt) => `${attempt.outcome} ${attempt.at.toISOString()}`)
            .join(', ') ||
          (line.waits === null ? `due ${line.dueAt.toISOString()}` : `waits: ${line.waits}`);
        say(
          `  told ${line.recipient} by ${line.channel} (${line.event.split(' ')[0] ?? ''}): ${told}. ${line.reason}`,
        );
      }
      return 0;
    });
  },
};
