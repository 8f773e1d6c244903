import { pathToFileURL } from 'node:url';
import { heavyTasks, type ServiceTasks } from '#composition';
import type { HeavyNumbers } from '#application/ports';
import { ThreadedHeavyNumbers } from '#platform/heavy-numbers';
import { permutationTest, seededRandom, type ProtectionCase } from '#statistics';
import { SameThreadHeavyNumbers } from '#testing/heavy-numbers';
import { readOracleFile } from '../apps/cli/src/oracle/read-oracle-file.js';
import { testService } from './service/test-service.js';

/** Councils of which a third started in the middle, the same at every run. */
function panelOf(councils: number, periods: number) {
  const { uniform } = seededRandom(councils);
  return {
    times: Array.from({ length: periods }, (_, period) => period),
    units: Array.from({ length: councils }, (_, n) => ({
      id: `council ${n}`,
      cohort: n % 3 === 0 ? Math.floor(periods / 2) : null,
      weight: 1,
      y: Array.from({ length: periods }, () => 60 + 12 * (uniform() - 0.5)),
    })),
  };
}

/** An answer, and how often the event loop turned before it came. */
async function turnsUntil<Answer>(ask: () => Promise<Answer>): Promise<[Answer, number]> {
  let [turns, running] = [0, true];
  const turn = (): void => {
    turns += 1;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  const answer = await ask();
  running = false;
  return [answer, turns];
}

describe('the heavy numbers of the service', () => {
  const script = pathToFileURL('dist/libs/composition/src/heavy-tasks/tasks.js');
  const limits = { threads: 2, waiting: 8, heapMegabytes: 512 };
  const numbers = new ThreadedHeavyNumbers<ServiceTasks>(script, limits);
  afterAll(() => numbers.close());

  it('keep the event loop free while 9,999 permutations of 153 councils run, and give the same', async () => {
    const input = { panel: panelOf(153, 24), options: { seed: 7 } };
    const by = (those: HeavyNumbers<ServiceTasks>) =>
      turnsUntil(() => those.run('permutationTest', input));
    // So that what is awaited is the calculation, not the start of its thread.
    await numbers.run('permutationTest', { panel: panelOf(8, 4) });
    const [here, blocked] = await by(new SameThreadHeavyNumbers(heavyTasks));
    const [answer, turns] = await by(numbers);
    expect(blocked).toBe(0);
    expect(turns).toBeGreaterThan(2);
    expect(answer).toEqual(here);
    expect(answer).toEqual({ ok: true, value: permutationTest(input) });
    expect(answer).toMatchObject({ value: { assignments: 9_999, seed: 7 } });
  });

  it('give the suppression patterns and audits of the same solver elsewhere', async () => {
    const recorded = readOracleFile('test/oracles/sdc.json');
    if (typeof recorded === 'string') throw new Error(recorded);
    const cases = (recorded as readonly (ProtectionCase & { readonly kind: string })[])
      .filter(({ kind }) => kind === 'suppress')
      .slice(0, 8);
    expect(cases).toHaveLength(8);
    const answers = await Promise.all(cases.map((one) => numbers.run('protect', one)));
    const here: unknown[] = [];
    for (const one of cases) here.push({ ok: true, value: await heavyTasks.protect(one) });
    expect(answers).toEqual(here);
  });

  it('end with the service', async () => {
    const { service, close } = await testService();
    const small = { panel: panelOf(8, 4) };
    expect(await service.heavyNumbers.run('permutationTest', small)).toMatchObject({ ok: true });
    await close();
    expect(await service.heavyNumbers.run('permutationTest', small)).toEqual({
      ok: false,
      error: { kind: 'closed' },
    });
  });
});
