import { fillOnce } from './start-service.js';

type Filled = Awaited<ReturnType<typeof fillOnce>>;
const shared = globalThis as { browserData?: Filled };

/** Before the browser specs: the demonstration is loaded once for all of them. */
export default async function setUp(): Promise<void> {
  shared.browserData = await fillOnce();
  process.env[shared.browserData.name] = shared.browserData.dataDir;
}
