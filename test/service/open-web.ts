import type { Reader } from '#domain/access';
import { isDatabaseAway } from '#persistence';
import { PageReader } from '#testing/web';
import { createWebApp } from '../../apps/web/src/web-app.js';
import type { TestService } from './test-service.js';

export type OpenWeb = {
  /** Somebody who is signed in as an officer of a council (by its key). */
  readonly officerOf: (council: string) => Promise<PageReader>;
  /** What was reported as a bug. */
  readonly reported: readonly unknown[];
  readonly url: string;
  readonly close: () => Promise<void>;
};

const TOKEN = 'a token of the session';

/** The pages as they are served, over a service that runs; whose sign-in lets in an officer of any council. */
export async function openWeb(at: TestService): Promise<OpenWeb> {
  const reported: unknown[] = [];
  const readers = new Map<string, Reader>();
  const app = await createWebApp({
    door: at.service,
    origin: 'http://pages',
    identity: {
      personas: () =>
        [...readers].map(([key, { actor, roles }]) => ({
          key,
          title: actor,
          organisation: key,
          roles,
        })),
      signIn: (key) => Promise.resolve({ cookie: key }),
      readerOfSession: (cookie) => {
        const reader = readers.get(cookie);
        return Promise.resolve(reader ? { reader, personaTitle: reader.actor, csrf: TOKEN } : null);
      },
      signOut: () => Promise.resolve(),
      keptForms: { keep: () => Promise.resolve(null), take: () => Promise.resolve(null) },
    },
    watch: { isDatabaseAway, report: (_reference, error) => void reported.push(error) },
  });
  await app.listen(0, '127.0.0.1');
  return {
    officerOf: async (council) => {
      readers.set(council, await at.reader('council-submitter', council));
      const reader = new PageReader(app.getHttpServer());
      await reader.signIn(council);
      return reader;
    },
    reported,
    url: await app.getUrl(),
    close: () => app.close(),
  };
}
