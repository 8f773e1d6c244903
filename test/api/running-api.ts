import { createApiApp } from '../../apps/api/src/api-app.js';
import type { Role } from '#domain/access';
import { testService, type TestService } from '../service/test-service.js';

export type RunningApi = {
  readonly at: TestService;
  readonly url: string;
  /** What was reported as a bug. */
  readonly reported: readonly unknown[];
  /** The Authorization header of somebody with a role at a council (by its key), or at none. */
  readonly bearer: (role: Role, council?: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** The api as it is served, over the whole service on a PostgreSQL of its own. */
export const runningApi = async (now?: string): Promise<RunningApi> =>
  apiOver(await testService(now));

/** The api as it is served, over a service that runs; closed with it. */
export async function apiOver(at: TestService): Promise<RunningApi> {
  const reported: unknown[] = [];
  const app = await createApiApp(at.service, {
    report: (error) => void reported.push(error),
    newReference: () => 'reference',
  });
  await app.listen(0, '127.0.0.1');
  return {
    at,
    url: await app.getUrl(),
    reported,
    bearer: async (role, council) => {
      const { councilIds, partnership } = await at.reader(role, council);
      const token = await at.service.accessTokens.issue({
        role,
        councilId: councilIds[0] ?? null,
        partnership,
        label: 'spec',
        ttlSeconds: 60 * 86_400,
      });
      return `Bearer ${token}`;
    },
    close: async () => {
      await app.close();
      await at.close();
    },
  };
}
