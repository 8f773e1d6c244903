import { BackTestStore } from '#application/ports';
import type {
  BackTest,
  BackTestedCouncil,
  BackTestResult,
  PackedFigures,
} from '#application/ports';
import type { AlertRule } from '#domain/judgement';
import {
  BACK_TEST_COLUMNS,
  toBackTest,
  toBackTestedCouncil,
  type BackTestRow,
  type KeptCouncil,
} from '../rows/back-test-row.js';
import { packFigures, PACKED_COLUMNS, type PackedRow } from '../rows/packed-figures.js';
import type { SqlSession } from '../sql-session.js';

const SELECT = `select ${BACK_TEST_COLUMNS} from back_test`;
/** Not ended, and held by the worker that asks. */
const HELD = `id = $1 and holder = $2 and status = 'running'`;

export class PostgresBackTestStore extends BackTestStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async rule(programmeId: number, code: string, version: number): Promise<AlertRule | null> {
    const row = await this.sql.keptOne<{ definition: AlertRule }>(
      `select definition from alert_rule where programme_id = $1 and code = $2 and version = $3`,
      [programmeId, code, version],
    );
    return row?.definition ?? null;
  }

  async add(one: BackTest): Promise<boolean> {
    const added = await this.sql.run(
      `insert into back_test (id, programme_id, status, rule_code, rule_version, rule, beside, as_known, asked_at, asked_by,
         done, councils) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
      [
        one.id,
        one.programmeId,
        one.status,
        one.rule.code,
        one.rule.version,
        JSON.stringify(one.rule),
        one.beside && JSON.stringify(one.beside),
        one.asKnown,
        one.askedAt,
        one.askedBy,
        one.done,
        one.of,
      ],
    );
    return added > 0;
  }

  async find(id: string): Promise<BackTest | null> {
    const row = await this.sql.keptOne<BackTestRow>(`${SELECT} where id = $1`, [id]);
    return row && toBackTest(row);
  }

  async latest(programmeId: number, code: string, version: number): Promise<BackTest | null> {
    const row = await this.sql.keptOne<BackTestRow>(
      `${SELECT} where programme_id = $1 and rule_code = $2 and rule_version = $3 order by asked_at desc, id desc limit 1`,
      [programmeId, code, version],
    );
    return row && toBackTest(row);
  }

  async cancel(id: string, at: Date): Promise<boolean> {
    const touched = await this.sql.run(
      `update back_test set status = 'cancelled', finished_at = $2 where id = $1 and status in ('waiting', 'running')`,
      [id, at],
    );
    return touched > 0;
  }

  async take(holder: string, now: Date, until: Date): Promise<BackTest | null> {
    const row = await this.sql.keptOne<BackTestRow>(
      `update back_test set status = 'running', holder = $1, leased_until = $3 where id = (
         select id from back_test where status = 'waiting' or (status = 'running' and leased_until < $2)
         order by asked_at limit 1 for update skip locked)
       returning ${BACK_TEST_COLUMNS}`,
      [holder, now, until],
    );
    return row && toBackTest(row);
  }

  async keep(
    { id, holder, until }: { readonly id: string; readonly holder: string; readonly until: Date },
    councils: readonly BackTestedCouncil[],
  ): Promise<boolean> {
    const held = await this.sql.run(`update back_test set leased_until = $3 where ${HELD}`, [
      id,
      holder,
      until,
    ]);
    if (held === 0) return false;
    await this.sql.run(
      `insert into back_test_council (back_test_id, council_id, result)
       select $1, * from unnest($2::int[], $3::jsonb[]) on conflict do nothing`,
      [id, councils.map(({ councilId }) => councilId), councils.map((one) => JSON.stringify(one))],
    );
    await this.sql.run(
      `update back_test set done = (select count(*) from back_test_council where back_test_id = $1) where id = $1`,
      [id],
    );
    return true;
  }

  async kept(id: string): Promise<readonly BackTestedCouncil[]> {
    const rows = await this.sql.keptRows<{ result: KeptCouncil }>(
      `select result from back_test_council where back_test_id = $1 order by council_id`,
      [id],
    );
    return rows.map(({ result }) => toBackTestedCouncil(result));
  }

  async finish(
    { id, holder, at }: { readonly id: string; readonly holder: string; readonly at: Date },
    end: { readonly result: BackTestResult } | { readonly sentence: string },
  ): Promise<boolean> {
    const finished = 'result' in end;
    const touched = await this.sql.run(
      `update back_test set status = $3, finished_at = $4, result = $5, sentence = $6 where ${HELD}`,
      [
        id,
        holder,
        finished ? 'done' : 'failed',
        at,
        finished ? JSON.stringify(end.result) : null,
        finished ? null : end.sentence,
      ],
    );
    if (touched > 0)
      await this.sql.run(`delete from back_test_council where back_test_id = $1`, [id]);
    return touched > 0;
  }

  async figures(of: {
    readonly programmeId: number;
    readonly councilIds: readonly number[];
    readonly metrics: readonly string[];
  }): Promise<PackedFigures> {
    const rows = await this.sql.rows<PackedRow>(
      `select ${PACKED_COLUMNS}
       from revision r join acceptance a on a.id = r.acceptance_id
       left join approval p on p.submission_id = r.submission_id left join acceptance aa on aa.id = p.acceptance_id
       left join acceptance w on w.submission_id = r.submission_id and w.kind = 'withdrawal'
       where r.programme_id = $1 and r.metric = any ($2) and r.council_id = any ($3) and r.state <> 'withdrawn'
         and r.breakdown = 'Total'
       order by r.council_id, r.period_start, a.known_seq`,
      [of.programmeId, of.metrics, of.councilIds],
    );
    return packFigures(rows);
  }
}
