import { memberIds, resultOf, type BackTestOrder } from '#application/back-test';
import type { BackTestedCouncil, BackTestEpisode, BackTestResult } from '#application/ports';
import type { Service } from '#composition';
import { workerScope } from '#domain/access';
import type { Command } from './command.js';
import { readOptions } from './options.js';
import { withService } from './running-service.js';

/** `backtest`: when a version of a rule would have fired over all history, and for which councils. Writes nothing. */
export const backtest: Command = {
  name: 'backtest',
  summary: 'Say when a version of an alert rule, draft or in force, would have fired',
  usage: 'backtest --rule <code> [--version <n>] [--as-known now]',
  run: async (input) => {
    const { say } = input;
    const text = { type: 'string' } as const;
    const options = { rule: text, version: text, 'as-known': text };
    const { values } = readOptions(input.args, options, backtest.usage);
    const asKnown = values['as-known'] ?? 'at-each-moment';
    if (asKnown !== 'now' && asKnown !== 'at-each-moment') {
      say('--as-known is "now" or "at-each-moment".');
      return 2;
    }
    return withService(input, async (service) => {
      const programme = await service.programme.current();
      const inForce = programme.alertRules.find(({ code }) => code === values.rule);
      const version = Number(values.version ?? inForce?.version);
      const { programmeId, councils } = programme.register;
      const rule = Number.isInteger(version)
        ? await service.unitOfWork.run(workerScope('backtest'), (stores) =>
            stores.backTests.rule(programmeId, values.rule ?? '', version),
          )
        : null;
      if (!rule) {
        say(`--rule is one of: ${programme.alertRules.map(({ code }) => code).join(', ')}.`);
        return 2;
      }
      const order = { rule, beside: null, asKnown, now: service.clock.now() } as const;
      const result = resultOf(await backTested(service, order), programme.register);
      const names = new Map(councils.map(({ id, name }) => [id, name]));
      for (const one of result.episodes) say(`${names.get(one.councilId) ?? ''}: ${lineOf(one)}`);
      say(lastLine(result));
      return 0;
    });
  },
};

async function backTested(
  service: Service,
  order: BackTestOrder,
): Promise<readonly BackTestedCouncil[]> {
  const programme = await service.programme.current();
  const councils: BackTestedCouncil[] = [];
  await service.runBackTest(
    { order, programme },
    {
      councilIds: memberIds(programme),
      onCouncils: (some) => Promise.resolve(councils.push(...some) > 0),
    },
  );
  return councils;
}

const dayOf = (at: Date | null): string => at?.toISOString().slice(0, 10) ?? '';

const lineOf = (one: BackTestEpisode): string =>
  `${one.seriesKey} fires with ${one.firedBy ?? ''}, known on ${dayOf(one.firedAt)}, ${
    one.clearedBy === null
      ? `${one.state}${one.noData ? ', no data' : ''}`
      : `clears with ${one.clearedBy}, known on ${dayOf(one.clearedAt)}`
  }`;

const lastLine = ({ fired, firedCouncils, onlyWaited, series, episodes }: BackTestResult): string =>
  `Fired ${fired} times for ${firedCouncils} councils on ${series} series; ${onlyWaited} opened without firing.${
    episodes.length < fired ? ` The first ${episodes.length} are listed.` : ''
  }`;
