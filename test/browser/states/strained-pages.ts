import { refusal } from '#domain';
import { aFinding, joinEveryCouncil, openPages } from '#testing/web';
import { createWebApp } from '../../../apps/web/src/web-app.js';

/** Names longer than any real one, for the councils and measures that the table of pages and states visits. */
const LONG: ReadonlyMap<string, string> = new Map([
  ...['Rutland', 'Portsmouth', 'Leicester', 'Luton', 'York'].map(
    (name) =>
      [
        name,
        `${name}, Bournemouth, Christchurch and Poole with Northamptonshire-and-Hertfordshire Royal Metropolitan Borough`,
      ] as const,
  ),
  [
    'New EHC plans issued within 20 weeks',
    'New education, health and care plans issued within 20 weeks of the request, without those for which an exception was recorded under the regulations, as a share of all such plans issued in the month',
  ],
]);

const lengthened = (value: unknown): unknown => {
  if (typeof value === 'string') return LONG.get(value) ?? value;
  if (Array.isArray(value)) return value.map(lengthened);
  if (typeof value !== 'object' || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, lengthened(one)]));
};

/** A service whose answers have long names; what it is asked stays as it is. */
const withLongNames = <T extends object>(service: T): T =>
  new Proxy(service, {
    get(target, key): unknown {
      const found: unknown = Reflect.get(target, key);
      if (typeof found === 'function')
        return (...args: unknown[]): unknown => {
          const answer: unknown = Reflect.apply(found, target, args);
          return answer instanceof Promise ? answer.then(lengthened) : lengthened(answer);
        };
      return typeof found === 'object' && found !== null ? withLongNames(found) : found;
    },
  });

type Door = Parameters<Parameters<typeof openPages>[0]>[0]['door'];

/** Makes a service in memory refuse whatever a form sends. */
export function refuseEverything(door: Door): void {
  door.state.submission = { ...door.state.submission, findings: [aFinding()] };
  door.state.answer = {
    kind: 'refused',
    ...{ refusal: refusal('BODY_UNREADABLE'), findings: [aFinding()], submissionId: null },
  };
  door.followUpState.problem = 'WORDS_TOO_SHORT';
  door.delivered.state.problem = 'WORDS_TOO_SHORT';
  door.permissions.state.problem = refusal('WORDS_TOO_SHORT');
  door.apiKeys.state.problem = { kind: 'faults', faults: ['OVERLAP_DAY'] };
}

/** The pages over a service in memory with 153 councils, long names, work that never ends, and refusals of all that is sent. */
export async function startStrained(): Promise<{ web: string; stop: () => Promise<void> }> {
  joinEveryCouncil();
  const pages = await openPages((parts) => {
    refuseEverything(parts.door);
    return createWebApp({ ...parts, door: withLongNames(parts.door) });
  });
  await pages.app.listen(0, '127.0.0.1');
  return { web: await pages.app.getUrl(), stop: pages.close };
}
