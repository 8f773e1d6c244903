import { endSchemaRight, ensureRoles, migrate, type RoleUrls } from '#persistence';
import { migrateQueue, QUEUE_SCHEMA } from '#queue';

/** Roles, the queue's own schema before any worker could need it, then ours. Returns the migrations that ran. */
export async function migrateAll(ownerUrl: string, roles: RoleUrls): Promise<readonly string[]> {
  await ensureRoles(ownerUrl, roles, QUEUE_SCHEMA);
  await migrateQueue(roles.queue);
  await endSchemaRight(ownerUrl, roles.queue);
  return migrate(ownerUrl);
}
