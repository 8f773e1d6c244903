import type { ProgrammeData } from './programme-data.js';

/** Rows of one table, by its natural key; `columns` name their types. */
export type Table = {
  readonly name: string;
  readonly columns: string;
  readonly key: string;
  readonly rows: readonly unknown[];
  /** Rows that stand and are left as they are. */
  readonly kept?: string;
};

/** Who takes part, as rows. */
export function registerTables(data: ProgrammeData, p: { programme_id: number }): readonly Table[] {
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
