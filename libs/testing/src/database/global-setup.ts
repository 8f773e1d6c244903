import { startTestServer, type TestServer } from './test-server.js';

declare global {
  var testServer: TestServer | undefined;
}

/** Before the integration tests: one server for all of them. */
export default async function setUp(): Promise<void> {
  globalThis.testServer = await startTestServer(process.cwd());
  process.env['TEST_OWNER_URL'] = globalThis.testServer.ownerUrl;
}
