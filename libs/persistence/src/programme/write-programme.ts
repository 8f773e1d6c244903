import { definitionTables } from './definition-tables.js';
import { registerTables, type Table } from './register-tables.js';
import { comparedTables } from './compared-tables.js';
import type { SqlSession } from '../sql-session.js';
import type { ProgrammeData } from './programme-data.js';

const PROGRAMME_ID = 1;

/**
 * Writes a programme's data by natural key: running it again changes nothing that is the same. What has left the data
 * is not deleted, because figures may rest on it.
 */
export async function writeProgramme(sql: SqlSession, data: ProgrammeData): Promise<void> {
  const p = { programme_id: PROGRAMME_ID };
  await upsert(sql, {
    name: 'programme',
    columns:
      'id int, code text, name text, starts_on date, demonstration boolean, retention jsonb, month_so_far_shared boolean, inhibitions jsonb',
    key: 'id',
    rows: [
      {
        id: PROGRAMME_ID,
        code: data.code,
        name: data.name,
        starts_on: data.startsOn,
        demonstration: data.demonstration,
        retention: data.retention,
        month_so_far_shared: data.monthSoFarShared,
        inhibitions: data.inhibitions,
      },
    ],
  });
  await sql.run(`insert into knowledge (programme_id) values ($1) on conflict do nothing`, [
    PROGRAMME_ID,
  ]);
  for (const table of [
    ...registerTables(data, p),
    ...definitionTables(data, p),
    ...comparedTables(data, p),
  ])
    await upsert(sql, table);
  await sql.run(`update programme set version = version + 1 where id = $1`, [PROGRAMME_ID]);
}

async function upsert(sql: SqlSession, table: Table): Promise<void> {
  const columns = table.columns.split(', ').map((column) => column.split(' ')[0] ?? '');
  const keys = table.key.split(', ');
  const rest = columns.filter((column) => !keys.includes(column));
  const update = rest.length
    ? `do update set ${rest.map((c) => `${c} = excluded.${c}`).join(', ')}`
    : 'do nothing';
  await sql.run(
    `insert into ${table.name} (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_to_recordset($1::jsonb) as r(${table.columns})
     on conflict (${table.key}) ${update}${table.kept ? ` where not (${table.kept})` : ''}`,
    [JSON.stringify(table.rows)],
  );
}
