import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FakeIdentity } from './fake-identity.js';
import { fakeService } from './fake-service.js';
import { PageReader } from './page-reader.js';

export type Reported = { readonly reference: string; readonly error: unknown };

/** What the pages are built from: a service, sign-in and a watch over failures, all in memory. */
export type FakeParts = {
  readonly door: ReturnType<typeof fakeService>;
  readonly identity: FakeIdentity;
  readonly watch: {
    isDatabaseAway(error: unknown): boolean;
    report(reference: string, error: unknown): void;
  };
  readonly origin: string;
};

/** The pages over a service in memory, on a server of their own; `away` errors count as a database that is gone. */
export async function openPages(create: (parts: FakeParts) => Promise<NestFastifyApplication>) {
  const door = fakeService();
  const reported: Reported[] = [];
  const watch = {
    isDatabaseAway: (error: unknown) => error instanceof Error && error.message === 'away',
    report: (reference: string, error: unknown) => void reported.push({ reference, error }),
  };
  const app = await create({
    ...{ door, identity: new FakeIdentity(), watch },
    origin: 'https://pages.example',
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const server = app.getHttpServer();
  return {
    door,
    reported,
    app,
    /** Somebody new: no cookies. */
    newReader: () => new PageReader(server),
    signedIn: async (persona: string) => {
      const reader = new PageReader(server);
      await reader.signIn(persona);
      return reader;
    },
    close: () => app.close(),
  };
}
