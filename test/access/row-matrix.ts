import { ROLES, scopeOf, workerScope, type Reader, type Role } from '#domain/access';
import { dataSourceFor, ScopedTransactions } from '#persistence';
import type { RoleUrls } from '#platform';
import { asking, type Ask } from './asking.js';
import { runImportMatrix } from './import-matrix.js';
import { runKeyMatrix } from './key-matrix.js';
import { runPackMatrix } from './pack-matrix.js';
import { runMessageMatrix } from './message-matrix.js';
import { runVisitMatrix } from './visit-matrix.js';
import { WRITES } from './row-writes.js';

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
  /** The other council's milestone, and what it said; both wait. */
  readonly milestoneId: string;
  readonly feedbackId: string;
  /** The other council's key: its id, and the public id that lists show. */
  readonly keyId: string;
  readonly keyPublicId: string;
  /** Where the other council's messages go, and one that could not be delivered. */
  readonly subscriptionId: string;
  readonly deadMessageId: string;
  /** The other council's silence. */
  readonly silenceId: string;
  /** An evidence pack about both councils. */
  readonly packId: string;
};

/** Every table with rows of councils, and a column that shows the row. */
export const READS: readonly (readonly [string, string])[] = [
  ['submission', 'id::text'],
  ['submission_payload', 'submission_id::text'],
  ['finding', 'code'],
  ['column_name', 'name'],
  ['return_draft', 'fields::text'],
  ['month_so_far', 'figures::text'],
  ['acceptance', 'id::text'],
  ['revision', 'value::text'],
  ['current_figure', 'value::text'],
  ['approval', 'submission_id::text'],
  ['return_answer', 'text'],
  ['permission', 'reason'],
  ['agreed_plan', 'metric'],
  ['alert', 'id::text'],
  ['alert_step', 'reason'],
  ['alert_entry', 'deed::text'],
  ['milestone', 'title'],
  ['milestone_entry', 'deed::text'],
  ['feedback', 'words'],
  ['feedback_entry', 'deed::text'],
  ['judged', 'rule_code'],
  ['notification', 'id::text'],
  ['notification_attempt', 'detail'],
  ['silence', 'reason'],
  ['tombstone', 'digest'],
  ['assessment', 'result::text'],
  ['limit_decision', 'reason'],
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
  (['dfe-analyst', 'dfe-policy'].includes(role) && !SENDERS_ONLY.has(table)) ||
  (role === 'admin' && ['notification', 'notification_attempt'].includes(table));
const seesApproved = (role: Role, table: string): boolean =>
  role === 'evaluator' &&
  ['acceptance', 'agreed_plan', 'approval', 'revision', 'current_figure', 'assessment'].includes(
    table,
  );

const mayWriteOwn = (role: Role): boolean =>
  ['council-submitter', 'council-approver', 'system'].includes(role);
/** What DfE writes for any council; what makes a return late again is worked out from its answers. */
const DEPARTMENT_WRITES: ReadonlySet<string> = new Set([
  'update alert',
  'insert series_to_assess',
  'insert permission',
  'insert answered permission',
  'update permission',
  'insert limit_decision',
  'insert alert_entry',
  'insert agreeing alert_entry',
  'insert explained alert_entry',
  'insert milestone',
  'insert milestone_entry',
  'insert feedback_entry',
]);
/** What a council's own people do not write even of their own. */
const NOT_BY_COUNCILS: ReadonlySet<string> = new Set([
  'insert answered permission',
  'update permission',
  'update answered permission',
  'insert limit_decision',
  'insert agreeing alert_entry',
  'insert explained alert_entry',
  'insert feedback_entry',
]);
/** What whoever acts on a council's alerts writes: its people and the lead of its partnership, but not its systems. */
const mayActOnOwn = (role: Role): boolean =>
  ['council-submitter', 'council-approver', 'partnership-lead'].includes(role);
const ACTS: ReadonlySet<string> = new Set([
  'insert alert_entry',
  'insert milestone',
  'insert milestone_entry',
]);
function mayOfOwn(role: Role, what: string): boolean {
  if (ACTS.has(what)) return mayActOnOwn(role);
  // Whoever acts or sends makes the rules look again; what a council says, its own people say.
  if (what === 'insert series_to_assess') return mayActOnOwn(role) || mayWriteOwn(role);
  return mayWriteOwn(role) && (what !== 'insert feedback' || role !== 'system');
}
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
 * line for each expectation that fails; none when the walls stand. `about`: only what touches this table.
 */
export async function runRowMatrix(
  roles: RoleUrls,
  planted: Planted,
  about: RegExp = /^/,
): Promise<readonly string[]> {
  const app = dataSourceFor(roles.app, { size: 1, name: 'matrix' });
  const open = dataSourceFor(roles.public, { size: 1, name: 'matrix' });
  const worker = dataSourceFor(roles.worker, { size: 1, name: 'matrix' });
  for (const source of [app, open, worker]) await source.initialize();
  try {
    const transactions = new ScopedTransactions({ app, public: open, worker });
    const failures: string[] = [];
    const of = { planted, about };
    for (const role of ROLES) failures.push(...(await checkRole(transactions, role, of)));
    failures.push(...(await checkWorker(transactions, of)));
    if (failures.length > 0) return failures;
    failures.push(...(await runImportMatrix(transactions)));
    failures.push(...(await runKeyMatrix(transactions, planted)));
    failures.push(...(await runMessageMatrix(transactions, planted)));
    failures.push(...(await runPackMatrix(transactions)));
    failures.push(...(await runVisitMatrix(transactions)));
    return failures;
  } finally {
    for (const source of [app, open, worker]) await source.destroy();
  }
}

type Of = { readonly planted: Planted; readonly about: RegExp };

/** What one role reads, sees before approval, and writes. */
async function checkRole(
  transactions: ScopedTransactions,
  role: Role,
  of: Of,
): Promise<readonly string[]> {
  const reader = readerOf(role, of.planted.ownId);
  const works = asking(transactions, scopeOf(reader));
  return [
    ...(await checkReads(role, of, works)),
    ...(await checkUnapproved(role, of, works)),
    ...(await checkWrites(role, of, works)),
  ];
}

async function checkReads(role: Role, { planted, about }: Of, works: Ask): Promise<string[]> {
  const failures: string[] = [];
  for (const [table, column] of READS.filter(([name]) => about.test(name))) {
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

async function checkUnapproved(role: Role, { planted, about }: Of, works: Ask): Promise<string[]> {
  const failures: string[] = [];
  const tables = seesAll(role, 'revision') ? [] : ['revision', 'current_figure'];
  for (const table of tables.filter((name) => about.test(name))) {
    const sql = `select value from ${table} where council_id = ${planted.otherId} and value = ${SENTINEL} /* returning */`;
    if (await works(sql)) failures.push(`${role} reads another council's unapproved ${table}`);
  }
  const provisional = `select kind from assessment where provisional and council_id is distinct from ${planted.ownId} /* returning */`;
  if ((await works(provisional)) !== seesAll(role, 'assessment'))
    failures.push(`${role}: assessments of unapproved figures, of others and of areas`);
  return failures;
}

async function checkWrites(role: Role, { planted, about }: Of, works: Ask): Promise<string[]> {
  const failures: string[] = [];
  for (const [what, sql] of WRITES(planted).filter(([, of]) => about.test(of(planted.ownId)))) {
    const [own, other] = [await works(sql(planted.ownId)), await works(sql(planted.otherId))];
    if (other !== mayWriteAll(role, what))
      failures.push(`${role}: ${what} of another council ${other ? 'works' : 'fails'}`);
    // The alert planted is the other council's: there is none of its own to acknowledge.
    const mayOwn = (mayOfOwn(role, what) && !NOT_BY_COUNCILS.has(what)) || mayWriteAll(role, what);
    if (what !== 'update alert' && own !== mayOwn)
      failures.push(`${role}: ${what} of its own council ${own ? 'works' : 'fails'}`);
  }
  return failures;
}

/** The worker serves everybody: without its policy on a table it would find nothing there. */
async function checkWorker(
  transactions: ScopedTransactions,
  { planted, about }: Of,
): Promise<readonly string[]> {
  const tables = [
    ...READS.map(([table]) => table),
    'idempotency_key',
    'series_to_assess',
    'api_key',
    'subscription',
  ].filter((table) => about.test(table));
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
