import { dataSourceFor } from './data-source.js';
import { secureRows } from './row-security/secure-rows.js';

/**
 * Brings the owner's schema up to the newest version, forward only, and its row security to what the code says. Returns the
 * migrations that ran.
 */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const source = dataSourceFor(ownerUrl, { size: 2, name: 'migrate' });
  await source.initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    await secureRows(source);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
