import type { fillOnce } from './start-service.js';

/** After the browser specs: what they all started from goes. */
export default async function tearDown(): Promise<void> {
  const { browserData } = globalThis as {
    browserData?: Awaited<ReturnType<typeof fillOnce>>;
  };
  await browserData?.drop();
}
