import { ROLES, scopeOf, workerScope, type Reader, type Role } from '#domain/access';
import { dataSourceFor, ScopedTransactions } from '#persistence';
import type { RoleUrls } from '#platform';
import { asking, type Ask } from './asking.js';
import { runKeyMatrix } from './key-matrix.js';

/** A value that stands nowhere else: whoever sees it has seen the other council's figure. */
export const SENTINEL = '987654';

/** What was planted: one council's provisional and approved figures, with everything that hangs on them. */
export type Planted = {
  readonly ownId: number;
  readonly otherId: number;
  readonly submissionId: string;
  readonly alertId: string;
  /** The other council's request for more time, which waits. */
  readonly permissionId: string;
  /** The other council's key: its id, and the public id that lists show. */
  readonly keyId: string;
  readonly keyPublicId: string;
};

/** Every table with rows of councils, and a column that shows the row. */
export const READS: readonly (readonly [string, string])[] = [
  ['submission', 'id::text'],
  ['submission_payload', 'submission_id::text'],
  ['finding', 'code'],
  ['column_name', 'name'],
  ['return_draft', 'fields::text'],
  ['acceptance', 'id::text'],
  ['revision', 'value::text'],
  ['current_figure', 'value::text'],
  ['approval', 'submission_id::text'],
  ['return_answer', 'text'],
  ['permission', 'reason'],
  ['agreed_plan', 'metric'],
  ['alert', 'id::text'],
  ['alert_step', 'reason'],
  ['notification', 'id::text'],
  ['notification_attempt', 'detail'],
  ['tombstone', 'digest'],
];

/** What only a council's own people read: files as they came, what their columns are called, and returns not yet sent. */
const SENDERS_ONLY: ReadonlySet<string> = new Set([
  'submission_payload',
  'column_name',
  'return_draft',
]);

/** Whether a role reads rows of this table: of its own council, and of another's while they are not approved. */
const seesOwn = (role: Role, table: string): boolean =>
  ['council-submitter', 'council-approver', 'system'].includes(role) ||
  (role === 'partnership-lead' && !SENDERS_ONLY.has(table));
const seesAll = (role: Role, table: string): boolean =>
  ['dfe-analyst', 'dfe-policy'].includes(role) && !SENDERS_ONLY.has(table);
const seesApproved = (role: Role, table: string): boolean =>
  role === 'evaluator' &&
  ['acceptance', 'agreed_plan', 'approval', 'revision', 'current_figure'].includes(table);

type WriteAttempt = readonly [string, (councilId: number) => string];

/** Ways to change another council's rows, one a table and command that the app role has at all. */
export const WRITES = (planted: Planted): readonly WriteAttempt[] => [
  [
    'insert submission',
    (c) =>
      `insert into submission (id, programme_id, council_id, channel, source, mode, status, received_at, received_by, received_count, accepted_count, body_digest, demonstration) values (gen_random_uuid(), 1, ${c}, 'api', 'return', 'partial', 'received', now(), 'x', 0, 0, '', true)`,
  ],
  [
    'update submission',
    (c) => `update submission set status = status where council_id = ${c} returning 1`,
  ],
  [
    'insert submission_payload',
    (c) =>
      `insert into submission_payload values ((select id from submission where council_id = ${c} limit 1), ${c}, 77, 'table', '')`,
  ],
  [
    'insert finding',
    (c) =>
      `insert into finding select submission_id, ${c}, 77, code, rule_version, severity, scope, row_number, column_name, value, message, fix, about_council, metric, period, opened_at from finding where council_id = ${c} limit 1 returning 1`,
  ],
  [
    'update finding',
    (c) => `update finding set explanation = explanation where council_id = ${c} returning 1`,
  ],
  [
    'insert column_name',
    (c) => `insert into column_name values (1, ${c}, 'matrix', 'value', 'x', now()) returning 1`,
  ],
  [
    'insert return_draft',
    (c) =>
      `insert into return_draft values (1, ${c}, 'matrix', '2024-01-01', 1, '{}', now(), 'x', now()) returning 1`,
  ],
  [
    'update return_draft',
    (c) => `update return_draft set saved_by = saved_by where council_id = ${c} returning 1`,
  ],
  ['delete return_draft', (c) => `delete from return_draft where council_id = ${c} returning 1`],
  [
    'insert idempotency_key',
    (c) =>
      `insert into idempotency_key values (1, ${c}, 'matrix', gen_random_uuid()::text, '', gen_random_uuid(), now()) returning 1`,
  ],
  [
    'insert acceptance',
    (c) =>
      `insert into acceptance (programme_id, council_id, kind, actor, accepted_at) values (1, ${c}, 'figures', 'x', now()) returning 1`,
  ],
  [
    'update acceptance',
    (c) => `update acceptance set promoted = promoted where council_id = ${c} returning 1`,
  ],
  [
    'insert revision',
    (c) =>
      `insert into revision select programme_id, metric, major, council_id, 'matrix', period, acceptance_id, minor, period_start, period_end, numerator, denominator, value, state, symbol, comment, reason_kind, reason_text, published, demonstration, submission_id from revision where council_id = ${c} and not published limit 1 returning 1`,
  ],
  [
    'insert current_figure',
    (c) =>
      `insert into current_figure select programme_id, metric, major, council_id, 'matrix', period, acceptance_id, minor, period_start, period_end, numerator, denominator, value, state, symbol, comment, reason_kind, reason_text, standing, demonstration, submission_id from current_figure where council_id = ${c} and standing <> 'published' limit 1 returning 1`,
  ],
  [
    'update current_figure',
    (c) =>
      `update current_figure set comment = comment where council_id = ${c} and standing <> 'published' returning 1`,
  ],
  [
    'delete current_figure',
    (c) =>
      `delete from current_figure where council_id = ${c} and standing <> 'published' returning 1`,
  ],
  [
    'insert approval',
    (c) =>
      `insert into approval (submission_id, programme_id, council_id, acceptance_id, approved_by, approved_at) select s.id, 1, ${c}, (select max(id) from acceptance where council_id = ${c}), 'x', now() from submission s where s.council_id = ${c} and not exists (select from approval p where p.submission_id = s.id) limit 1 returning 1`,
  ],
  [
    'insert return_answer',
    (c) =>
      `insert into return_answer select 1, ${c}, '2024 May', '2024-05-01', max(id), 'nil', '', now(), 'x' from acceptance where council_id = ${c} having max(id) is not null returning 1`,
  ],
  [
    'insert series_to_assess',
    (c) => `insert into series_to_assess (programme_id, council_id, metric) values (1, ${c}, null)`,
  ],
  [
    'insert permission',
    (c) =>
      `insert into permission (id, programme_id, council_id, kind, period, period_start, until, reason, asked_at, asked_by) values (gen_random_uuid(), 1, ${c}, 'extension', '2024 May', '2024-05-01', '2024-07-01', 'x', now(), 'x')`,
  ],
  [
    'insert answered permission',
    (c) =>
      `insert into permission (id, programme_id, council_id, kind, period, period_start, until, reason, asked_at, asked_by, answer, answered_at, answered_by) values (gen_random_uuid(), 1, ${c}, 'exception', '2023 May', '2023-05-01', '2025-02-01', 'x', now(), 'x', 'x', now(), 'x')`,
  ],
  [
    'update permission',
    (c) =>
      `update permission set answer = 'x', answered_at = now(), answered_by = 'x' where council_id = ${c} and answered_at is null returning 1`,
  ],
  [
    'update answered permission',
    (c) =>
      `update permission set answer = 'x' where council_id = ${c} and answered_at is not null returning 1`,
  ],
  [
    'update alert',
    (c) =>
      `update alert set acknowledged_by = acknowledged_by where council_id = ${c} and id = '${planted.alertId}' returning 1`,
  ],
];

const mayWriteOwn = (role: Role): boolean =>
  ['council-submitter', 'council-approver', 'system'].includes(role);
/** What DfE writes for any council; what makes a return late again is worked out from its answers. */
const DEPARTMENT_WRITES: ReadonlySet<string> = new Set([
  'update alert',
  'insert series_to_assess',
  'insert permission',
  'insert answered permission',
  'update permission',
]);
/** What a council's own people do not write even of their own. */
const NOT_BY_COUNCILS: ReadonlySet<string> = new Set([
  'insert answered permission',
  'update permission',
  'update answered permission',
]);
const mayWriteAll = (role: Role, what: string): boolean =>
  DEPARTMENT_WRITES.has(what) && ['dfe-analyst', 'dfe-policy'].includes(role);

const readerOf = (role: Role, councilId: number): Reader => ({
  actor: `matrix ${role}`,
  roles: [role],
  councilIds: role === 'partnership-lead' ? [] : [councilId],
  memberIds: role === 'partnership-lead' ? [councilId] : [],
  partnership: null,
});

/**
 * Every role against every table with rows of councils: what it must see and write, and what it must not. Answers one
 * line for each expectation that fails; none when the walls stand.
 */
export async function runRowMatrix(roles: RoleUrls, planted: Planted): Promise<readonly string[]> {
  const app = dataSourceFor(roles.app, { size: 1, name: 'matrix' });
  const open = dataSourceFor(roles.public, { size: 1, name: 'matrix' });
  const worker = dataSourceFor(roles.worker, { size: 1, name: 'matrix' });
  for (const source of [app, open, worker]) await source.initialize();
  try {
    const transactions = new ScopedTransactions({ app, public: open, worker });
    const failures: string[] = [];
    for (const role of ROLES) failures.push(...(await checkRole(transactions, role, planted)));
    failures.push(...(await checkWorker(transactions, planted)));
    failures.push(...(await runKeyMatrix(transactions, planted)));
    return failures;
  } finally {
    for (const source of [app, open, worker]) await source.destroy();
  }
}

/** What one role reads, sees before approval, and writes. */
async function checkRole(
  transactions: ScopedTransactions,
  role: Role,
  planted: Planted,
): Promise<readonly string[]> {
  const reader = readerOf(role, planted.ownId);
  const works = asking(transactions, scopeOf(reader));
  return [
    ...(await checkReads(role, planted, works)),
    ...(await checkUnapproved(role, planted, works)),
    ...(await checkWrites(role, planted, works)),
  ];
}

async function checkReads(role: Role, planted: Planted, works: Ask): Promise<string[]> {
  const failures: string[] = [];
  for (const [table, column] of READS) {
    const read = (councilId: number): Promise<boolean> =>
      works(`select ${column} from ${table} where council_id = ${councilId} /* returning */`);
    const [own, other] = [await read(planted.ownId), await read(planted.otherId)];
    const all = seesAll(role, table) || seesApproved(role, table);
    if (own !== (seesOwn(role, table) || all))
      failures.push(`${role} ${own ? 'reads' : 'cannot read'} its own ${table}`);
    if (other !== all)
      failures.push(`${role} ${other ? 'reads' : 'cannot read'} another council's ${table}`);
  }
  return failures;
}

async function checkUnapproved(role: Role, planted: Planted, works: Ask): Promise<string[]> {
  const failures: string[] = [];
  for (const table of seesAll(role, 'revision') ? [] : ['revision', 'current_figure']) {
    const sql = `select value from ${table} where council_id = ${planted.otherId} and value = ${SENTINEL} /* returning */`;
    if (await works(sql)) failures.push(`${role} reads another council's unapproved ${table}`);
  }
  return failures;
}

async function checkWrites(role: Role, planted: Planted, works: Ask): Promise<string[]> {
  const failures: string[] = [];
  for (const [what, sql] of WRITES(planted)) {
    const [own, other] = [await works(sql(planted.ownId)), await works(sql(planted.otherId))];
    if (other !== mayWriteAll(role, what))
      failures.push(`${role}: ${what} of another council ${other ? 'works' : 'fails'}`);
    // The alert planted is the other council's: there is none of its own to acknowledge.
    const mayOwn = (mayWriteOwn(role) && !NOT_BY_COUNCILS.has(what)) || mayWriteAll(role, what);
    if (what !== 'update alert' && own !== mayOwn)
      failures.push(`${role}: ${what} of its own council ${own ? 'works' : 'fails'}`);
  }
  return failures;
}

/** The worker serves everybody: without its policy on a table it would find nothing there. */
async function checkWorker(
  transactions: ScopedTransactions,
  planted: Planted,
): Promise<readonly string[]> {
  const tables = [
    ...READS.map(([table]) => table),
    'idempotency_key',
    'series_to_assess',
    'judged',
    'api_key',
  ];
  const failures: string[] = [];
  for (const table of tables) {
    const rows = await transactions.read(workerScope('matrix'), (session) =>
      session.rows(
        `select from ${table} where council_id in (${planted.ownId}, ${planted.otherId}) limit 1`,
      ),
    );
    if (rows.length === 0) failures.push(`the worker cannot read ${table}`);
  }
  return failures;
}
