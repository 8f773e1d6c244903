import { periodKey } from '#domain/periods';
import type { SqlSession } from '../sql-session.js';
import type { ProgrammeData } from './programme-data.js';

type Table = {
  readonly name: string;
  readonly columns: string;
  readonly key: string;
  readonly rows: readonly unknown[];
};

const PROGRAMME_ID = 1;

/**
 * Writes a programme's data by natural key: running it again changes nothing that is the same. What has left the data
 * is not deleted, because figures may rest on it.
 */
export async function writeProgramme(sql: SqlSession, data: ProgrammeData): Promise<void> {
  const p = { programme_id: PROGRAMME_ID };
  await upsert(sql, {
    name: 'programme',
    columns: 'id int, code text, name text, starts_on date, demonstration boolean',
    key: 'id',
    rows: [
      {
        id: PROGRAMME_ID,
        code: data.code,
        name: data.name,
        starts_on: data.startsOn,
        demonstration: data.demonstration,
      },
    ],
  });
  await sql.run(`insert into knowledge (programme_id) values ($1) on conflict do nothing`, [
    PROGRAMME_ID,
  ]);
  for (const table of [...registerTables(data, p), ...definitionTables(data, p)])
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
     on conflict (${table.key}) ${update}`,
    [JSON.stringify(table.rows)],
  );
}

function registerTables(data: ProgrammeData, p: { programme_id: number }): readonly Table[] {
  const { register } = data;
  const idOf = new Map(register.councils.map((council) => [council.key, council.id]));
  return [
    { name: 'region', columns: 'code text, name text', key: 'code', rows: register.regions },
    {
      name: 'council',
      columns: 'id int, key text, name text, region_code text, type text, ended_on date',
      key: 'id',
      rows: register.councils.map((c) => ({
        id: c.id,
        key: c.key,
        name: c.name,
        region_code: c.regionCode,
        type: c.type,
        ended_on: c.endedOn,
      })),
    },
    {
      name: 'council_code',
      columns: 'council_id int, kind text, code text, valid_from date, valid_to date',
      key: 'code, kind, council_id',
      rows: register.councils.flatMap((c) =>
        c.codes.map((x) => ({
          council_id: c.id,
          kind: x.kind,
          code: x.code,
          valid_from: x.validFrom,
          valid_to: x.validTo,
        })),
      ),
    },
    {
      name: 'council_name',
      columns: 'council_id int, name text, valid_from date, valid_to date',
      key: 'name, council_id',
      rows: register.councils.flatMap((c) =>
        c.names.map((x) => ({
          council_id: c.id,
          name: x.name,
          valid_from: x.validFrom,
          valid_to: x.validTo,
        })),
      ),
    },
    {
      name: 'council_successor',
      columns: 'council_id int, successor_id int, since date',
      key: 'council_id, successor_id',
      rows: register.councils.flatMap((c) =>
        c.successors.map((x) => ({ council_id: c.id, successor_id: idOf.get(x.key), since: x.on })),
      ),
    },
    {
      name: 'partnership',
      columns: 'programme_id int, code text, name text, region_code text',
      key: 'programme_id, code',
      rows: register.partnerships.map((x) => ({
        ...p,
        code: x.code,
        name: x.name,
        region_code: x.regionCode,
      })),
    },
    {
      name: 'partnership_member',
      columns: 'programme_id int, partnership_code text, council_id int, role text',
      key: 'programme_id, partnership_code, council_id',
      rows: register.partnerships.flatMap((x) =>
        x.members.map((m) => ({
          ...p,
          partnership_code: x.code,
          council_id: m.councilId,
          role: m.role,
        })),
      ),
    },
    {
      name: 'membership',
      columns: 'programme_id int, council_id int, valid_from date, valid_to date',
      key: 'programme_id, council_id, valid_from',
      rows: register.memberships.map((m) => ({
        ...p,
        council_id: m.councilId,
        valid_from: m.from,
        valid_to: m.to,
      })),
    },
  ];
}

function definitionTables(data: ProgrammeData, p: { programme_id: number }): readonly Table[] {
  return [
    {
      name: 'reform',
      columns: 'programme_id int, code text, name text',
      key: 'programme_id, code',
      rows: data.reforms.map((r) => ({ ...p, code: r.code, name: r.name })),
    },
    {
      name: 'reform_version',
      columns: 'programme_id int, reform_code text, version int, title text, valid_from date',
      key: 'programme_id, reform_code, version',
      rows: data.reforms.flatMap((r) =>
        r.versions.map((v) => ({
          ...p,
          reform_code: r.code,
          version: v.version,
          title: v.title,
          valid_from: v.validFrom,
        })),
      ),
    },
    {
      name: 'participation',
      key: 'programme_id, council_id, reform_code, version, valid_from',
      columns:
        'programme_id int, council_id int, reform_code text, version int, valid_from date, valid_to date, halted_reason text, demonstration boolean',
      rows: data.register.participations.map((x) => ({
        ...p,
        council_id: x.councilId,
        reform_code: x.reform,
        version: x.version,
        valid_from: x.from,
        valid_to: x.to,
        halted_reason: x.haltedReason,
        demonstration: data.demonstration,
      })),
    },
    { name: 'bank_holiday', columns: 'day date, name text', key: 'day', rows: data.holidays },
    {
      name: 'metric_version',
      key: 'programme_id, code, major, minor',
      columns:
        'programme_id int, code text, type text, major int, minor int, valid_from date, valid_to date, definition jsonb',
      rows: data.metrics.map((m) => ({
        ...p,
        code: m.code,
        type: m.type,
        major: m.major,
        minor: m.minor,
        valid_from: m.validFrom,
        valid_to: m.validTo,
        definition: m,
      })),
    },
    {
      name: 'return_definition',
      columns: 'programme_id int, code text, definition jsonb',
      key: 'programme_id, code',
      rows: [{ ...p, code: data.returnDefinition.code, definition: data.returnDefinition }],
    },
    {
      name: 'validation_rule',
      columns: 'programme_id int, code text, version int, definition jsonb',
      key: 'programme_id, code, version',
      rows: data.validationRules.map((r) => ({
        ...p,
        code: r.code,
        version: r.version,
        definition: r,
      })),
    },
    {
      name: 'alert_rule',
      columns: 'programme_id int, code text, version int, enabled boolean, definition jsonb',
      key: 'programme_id, code, version',
      rows: data.alertRules.map((r) => ({
        ...p,
        code: r.code,
        version: r.version,
        enabled: r.enabled,
        definition: r,
      })),
    },
    {
      name: 'publication',
      columns: 'programme_id int, series text, period text, published_on date, metrics text[]',
      key: 'programme_id, series, period',
      rows: data.publications.map((x) => ({
        ...p,
        series: x.series,
        period: periodKey(x.period),
        published_on: x.publishedOn,
        metrics: x.metrics,
      })),
    },
    {
      name: 'agreed_plan',
      key: 'programme_id, council_id, metric, version',
      columns:
        'programme_id int, council_id int, metric text, version int, status text, tolerance numeric, points jsonb, agreed_on date, note text, demonstration boolean',
      rows: data.plans.map((x) => ({
        ...p,
        council_id: x.councilId,
        metric: x.metric,
        version: x.version,
        status: x.status,
        tolerance: x.tolerance,
        points: x.points,
        agreed_on: x.agreedOn,
        note: x.note,
        demonstration: data.demonstration,
      })),
    },
    {
      name: 'persona',
      columns: 'key text, definition jsonb',
      key: 'key',
      rows: data.personas.map((x) => ({ key: x.key, definition: x })),
    },
  ];
}
