import type { AppConfig, RoleUrls } from '#platform';

/** The role addresses that the environment gives. */
export function givenRoleUrls(config: AppConfig): Partial<RoleUrls> {
  const given = {
    app: config.APP_DATABASE_URL,
    public: config.PUBLIC_DATABASE_URL,
    worker: config.WORKER_DATABASE_URL,
    queue: config.QUEUE_DATABASE_URL,
  };
  return Object.fromEntries(
    Object.entries(given).flatMap(([role, url]) => (url ? [[role, url.reveal()]] : [])),
  );
}
