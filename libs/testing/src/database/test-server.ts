import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The migrated database that every test database is copied from; its name is the prefix of the roles. */
export const TEMPLATE = 'template_monitor';

export type TestServer = { readonly ownerUrl: string; readonly stop: () => Promise<void> };

export const databaseUrl = (url: string, database: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
};

/**
 * A real PostgreSQL in a folder of its own that waits for no disk, with a migrated template. A process of its own keeps
 * it, and takes it away when our channel to it closes: also when the test run is killed.
 */
export function startTestServer(root: string): Promise<TestServer> {
  const keeper = fork(fileURLToPath(new URL('./keep-test-server.js', import.meta.url)), {
    cwd: root,
    detached: true,
  });
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  const stop = (): Promise<void> => {
    if (keeper.connected) keeper.disconnect();
    return ended;
  };
  return new Promise((resolve, reject) => {
    keeper.once('message', (ownerUrl: string) => resolve({ ownerUrl, stop }));
    keeper.once('error', reject);
    void ended.then(() => reject(new Error('the test server did not start; see above')));
  });
}
