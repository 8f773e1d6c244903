import { Client } from 'pg';
import { runningOwnerUrl } from '#platform/embedded-postgres';
import { deriveRoleUrls } from '#platform/roles';
import { root, type Started } from '../whole/started-service.js';

/** Asks the database as the worker does: even its owner sees no rows of councils. */
export async function query<T extends object>(started: Started, sql: string): Promise<T[]> {
  const url = runningOwnerUrl({ root, dataDir: started.dataDir });
  if (!url) throw new Error('PostgreSQL does not run');
  const worker = new Client({ connectionString: deriveRoleUrls(url).worker });
  await worker.connect();
  try {
    await worker.query(
      `begin; select set_config('app.scope', '{"any":"all","writes":"all"}', true)`,
    );
    return (await worker.query<T>(sql)).rows;
  } finally {
    await worker.end();
  }
}

/** The codes of all councils of today. */
export const codesOf = async (started: Started): Promise<readonly string[]> =>
  (
    await query<{ code: string }>(
      started,
      `select code from council_code k join council c on c.id = k.council_id where kind = 'ons' and valid_to is null and ended_on is null order by code`,
    )
  ).map(({ code }) => code);

/** Whether nothing is left to be checked. */
export const isChecked = async (started: Started): Promise<boolean> =>
  (
    await query<{ n: number }>(
      started,
      `select count(*)::int as n from submission where status in ('received', 'validating')`,
    )
  )[0]?.n === 0;

/** What came of a file: of a whole import one acceptance with every value. */
export const outcomeOf = (
  started: Started,
  fileName: string,
): Promise<{ status: string; accepted: number; acceptances: number; revisions: number }[]> =>
  query(
    started,
    `select s.status, s.accepted_count as accepted,
       (select count(*)::int from acceptance a where a.submission_id = s.id) as acceptances,
       (select count(*)::int from revision r where r.submission_id = s.id) as revisions
     from submission s where s.file_name = '${fileName}'`,
  );
