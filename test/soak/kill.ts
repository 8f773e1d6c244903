import { answers, processesOf, until, type Started } from '../whole/started-service.js';

/** Kills one process and waits until the service is whole again; answers how many milliseconds that took. */
export async function killAndWait(
  started: Started,
  name: 'worker' | 'api' | 'postgres',
): Promise<number> {
  const [victim] = processesOf(started.dataDir)[name] ?? [];
  if (!victim) throw new Error(`no ${name} runs`);
  const began = Date.now();
  process.kill(victim, 'SIGKILL');
  await until(`${name} to come back`, async () => {
    const [now] = processesOf(started.dataDir)[name] ?? [];
    return now !== undefined && now !== victim && (await answers(`${started.api}/health/ready`));
  });
  return Date.now() - began;
}
