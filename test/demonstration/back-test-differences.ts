import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { memberIds, runBackTest } from '#application/back-test';
import type { BackTestedCouncil, BackTestEpisode } from '#application/ports';
import type { Service, ServiceTasks } from '#composition';
import { workerScope } from '#domain/access';
import { ThreadedHeavyNumbers } from '#platform/heavy-numbers';

type Told = Pick<BackTestEpisode, 'councilId' | 'seriesKey' | 'openedBy' | 'openedAt'> &
  Pick<BackTestEpisode, 'firedAt' | 'clearedAt' | 'state' | 'noData' | 'steps'>;

/** Everything that an alert on record and one of a back-test have in common, as one line. */
const toldOf = (one: Told): string =>
  JSON.stringify([
    ...[one.councilId, one.seriesKey, one.openedBy, one.openedAt, one.firedAt, one.clearedAt],
    ...[one.state, one.noData],
    one.steps.map(({ at, period, to, noData }) => [at, period, to, noData]),
  ]);

/**
 * Every rule back-tested as known at each moment, compared with its alerts and steps on record: a line for each that is in one
 * of them alone. On the built threads: in a test's own
 * modules the same takes three times as long.
 */
export async function backTestDifferences(service: Service): Promise<readonly string[]> {
  const programme = await service.programme.current();
  const { programmeId } = programme.register;
  const limits = { threads: availableParallelism(), waiting: 64, heapMegabytes: 512 };
  const numbers = new ThreadedHeavyNumbers<ServiceTasks>(
    pathToFileURL('dist/libs/composition/src/heavy-tasks/tasks.js'),
    limits,
  );
  const differences: string[] = [];
  for (const rule of programme.alertRules) {
    const councils: BackTestedCouncil[] = [];
    await runBackTest(
      {
        unitOfWork: service.unitOfWork,
        judge: (task) => numbers.run('backTestCouncils', task),
        lanes: limits.threads,
      },
      {
        order: { rule, beside: null, asKnown: 'at-each-moment', now: service.clock.now() },
        programme,
      },
      {
        councilIds: memberIds(programme),
        onCouncils: (some) => Promise.resolve(councils.push(...some) > 0),
      },
    );
    const tried = councils.flatMap(({ episodes }) => episodes.map(toldOf));
    const waited = councils.reduce((sum, { onlyWaited }) => sum + onlyWaited, 0);
    const stored = await service.unitOfWork.run(workerScope('spec'), async (stores) => {
      const { alerts } = await stores.alerts.recall(programmeId, memberIds(programme));
      const own = alerts.filter(({ ruleCode }) => ruleCode === rule.code);
      const steps = await stores.alerts.steps(own.map(({ id }) => id));
      return own.map((alert) => ({
        ...alert,
        steps: steps.filter(({ alertId }) => alertId === alert.id),
      }));
    });
    const fired = stored
      .filter(({ firedAt }) => firedAt !== null)
      .map((alert) => toldOf({ ...alert, clearedAt: alert.resolvedAt }));
    differences.push(
      ...tried.filter((line) => !fired.includes(line)).map((line) => `tried ${rule.code} ${line}`),
      ...fired.filter((line) => !tried.includes(line)).map((line) => `stored ${rule.code} ${line}`),
    );
    if (tried.length + waited !== stored.length) differences.push(`${rule.code}: ${waited} waited`);
  }
  await numbers.close();
  return differences;
}
