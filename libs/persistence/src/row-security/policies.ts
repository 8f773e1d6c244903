/**
 * Row-level security, as data: which rows of which table each database role may see or write, in terms of the scope
 * that `set_config('app.scope', …)` carries (libs/domain/src/access/scope.ts). `secureRows` makes the policies from this
 * list after the migrations, and a spec drops each one in turn to prove that it bears weight.
 */
export type Policy = {
  readonly name: string;
  readonly table: string;
  readonly role: 'app' | 'worker';
  readonly command: 'select' | 'insert' | 'update' | 'delete' | 'all';
  readonly using?: string;
  readonly check?: string;
};

type Part = 'any' | 'approved' | 'writes' | 'acts' | 'grants' | 'sees_keys' | 'keeps_keys';
const within = (part: Part, column = 'council_id'): string =>
  `((select scope_all('${part}')) or ${column} = any ((select scope_ids('${part}'))::int[]))`;
const published = `(select scope_flag('published'))`;

const seen = within('any');
const seenOrFile = `case when council_id is null then ${published} else ${seen} end`;
const written = within('writes');
const granted = within('grants');
const keepsAll = `(select scope_all('keeps_keys'))`;
const granting = `(select scope_all('grants'))`;

/** What the board is told is about no one council. */
const ofBoard = `(recipient = 'board' and (select scope_flag('board')))`;
/** A council's approver silences what its own people are told about it, DfE's people what DfE and partnerships are told, or all. */
const silencing = `case when audience = 'council' then council_id is not null and ${within('acts')} and ${within('keeps_keys')} else ${granting} end`;

const app = (
  table: string,
  command: Policy['command'],
  rule: { using?: string; check?: string },
): Policy => ({
  name: `app_${command}_${table}`,
  table,
  role: 'app',
  command,
  ...rule,
});

const figures = (standing: { approved: string; published: string }): string =>
  `(${seen} or (${standing.approved} and ${within('approved')}) or (${standing.published} and ${published}))`;

/** Who presents a key sees and marks its row, by the digest that their scope carries. */
const presented = `digest = (select scope() ->> 'key')`;
const keysKept = `(${within('keeps_keys')} or ${presented})`;

const readsPacks = `(select scope_flag('packs'))`;
const makesPacks = `(select scope_flag('makes_packs'))`;
const addressKept = `(${within('keeps_keys')} or (recipient = 'dfe' and digest and not alerts and ${granting}))`;
const theirOwn = `actor = (select scope() ->> 'actor')`;

const appPolicies: readonly Policy[] = [
  app('submission', 'select', { using: seenOrFile }),
  app('submission', 'insert', { check: written }),
  app('submission', 'update', { using: written, check: written }),
  app('submission_payload', 'select', { using: written }),
  app('submission_payload', 'insert', { check: written }),
  app('finding', 'select', { using: seenOrFile }),
  app('finding', 'insert', { check: written }),
  app('finding', 'update', { using: written, check: written }),
  app('column_name', 'all', { using: written, check: written }),
  app('return_draft', 'all', { using: written, check: written }),
  // A month so far is the council's own; DfE and partnerships see it where the programme agrees.
  app('month_so_far', 'all', { using: written, check: written }),
  app('month_so_far', 'select', {
    using: `(${seen} and (select p.month_so_far_shared from programme p where p.id = programme_id))`,
  }),
  app('idempotency_key', 'all', { using: written, check: written }),
  app('acceptance', 'select', {
    using: `(council_id is null or ${seen} or ${within('approved')})`,
  }),
  app('acceptance', 'insert', { check: written }),
  app('acceptance', 'update', { using: written, check: written }),
  app('revision', 'select', {
    using: figures({
      approved: 'exists (select from approval a where a.submission_id = revision.submission_id)',
      published: 'published',
    }),
  }),
  app('revision', 'insert', { check: `(${written} and not published)` }),
  app('current_figure', 'select', {
    using: figures({ approved: `standing = 'approved'`, published: `standing = 'published'` }),
  }),
  app('current_figure', 'insert', { check: `(${written} and standing <> 'published')` }),
  app('current_figure', 'update', {
    using: `(${written} and standing <> 'published')`,
    check: `(${written} and standing <> 'published')`,
  }),
  // A withdrawn figure without one before it stands no longer; its revisions stay.
  app('current_figure', 'delete', { using: `(${written} and standing <> 'published')` }),
  app('tombstone', 'select', { using: seenOrFile }),
  app('approval', 'select', { using: `(${seen} or ${within('approved')})` }),
  app('approval', 'insert', { check: written }),
  app('return_answer', 'select', { using: seen }),
  app('return_answer', 'insert', { check: written }),
  app('series_to_assess', 'insert', { check: `(${written} or ${within('acts')})` }),
  app('agreed_plan', 'select', { using: `(${seen} or ${within('approved')})` }),
  // An area's or a funnel's assessment has no council: it is for whoever sees them all.
  app('assessment', 'select', {
    using: figures({ approved: 'not provisional', published: 'published' }),
  }),
  app('limit_decision', 'select', { using: seen }),
  app('limit_decision', 'insert', { check: granted }),
  app('alert', 'select', { using: seen }),
  app('alert', 'update', { using: within('acts'), check: within('acts') }),
  app('alert_step', 'select', { using: seen }),
  // DfE alone agrees a plan and accepts an explanation until a review.
  app('alert_entry', 'select', { using: seen }),
  app('alert_entry', 'insert', {
    check: `(${within('acts')} and (${granted} or (kind <> 'agree' and deed ->> 'reviewOn' is null)))`,
  }),
  // Whoever acts on a council's alerts plans its milestones, and says what became of them.
  app('milestone', 'select', { using: seen }),
  app('milestone', 'insert', { check: within('acts') }),
  app('milestone_entry', 'select', { using: seen }),
  app('milestone_entry', 'insert', { check: within('acts') }),
  // A council's own people say something; DfE answers.
  app('feedback', 'select', { using: seen }),
  app('feedback', 'insert', { check: `(${written} and ${within('acts')})` }),
  app('feedback_entry', 'select', { using: seen }),
  app('feedback_entry', 'insert', { check: granted }),
  // How many series a rule judges.
  app('judged', 'select', { using: seen }),
  // Whoever looks after every council's keys sees the ledger, and sends again what could not be delivered.
  app('notification', 'select', { using: `(${seen} or ${keepsAll} or ${ofBoard})` }),
  app('notification', 'insert', { check: `(test and (${granting} or ${keepsAll}))` }),
  app('notification', 'update', { using: keepsAll, check: keepsAll }),
  app('notification_attempt', 'select', { using: `(${seen} or ${keepsAll})` }),
  // Where alerts go is kept by whoever keeps a council's keys; a partnership's and DfE's by administrators, but for the
  // addresses of DfE that only the weekly digest goes to, which DfE's people keep.
  app('subscription', 'all', { using: addressKept, check: addressKept }),
  app('silence', 'select', { using: seenOrFile }),
  app('silence', 'insert', { check: silencing }),
  app('silence', 'update', { using: silencing, check: silencing }),
  // A council asks; DfE answers, once, or opens a month by itself.
  app('permission', 'select', { using: seen }),
  app('permission', 'insert', { check: `((${written} and answered_at is null) or ${granted})` }),
  app('permission', 'update', { using: `(${granted} and answered_at is null)`, check: granted }),
  app('api_key', 'select', { using: `(${within('sees_keys')} or ${presented})` }),
  app('api_key', 'insert', { check: within('keeps_keys') }),
  // Files that DfE uploads: no rows of a council, and none of its business before they are imported.
  app('published_import', 'all', { using: granting, check: granting }),
  app('published_import_piece', 'insert', { check: granting }),
  // Back-tests are DfE's: what would have been alerts is nobody's record.
  app('back_test', 'all', { using: granting, check: granting }),
  // Whose figures could not be judged is for whoever looks after the rules.
  app('put_aside', 'select', { using: granting }),
  app('api_key', 'update', { using: keysKept, check: keysKept }),
  // Packs are frozen: DfE makes them, its people, delivery partners and the board read them, and nobody changes one.
  app('pack', 'select', { using: readsPacks }),
  app('pack', 'insert', { check: makesPacks }),
  app('pack_file', 'select', { using: readsPacks }),
  app('pack_file', 'insert', { check: makesPacks }),
  // A person's visits are theirs alone.
  app('visit', 'all', { using: theirOwn, check: theirOwn }),
];

/** Every table with rows of councils; each is closed unless a policy opens it. */
export const SECURED_TABLES = [
  'submission',
  'submission_payload',
  'finding',
  'column_name',
  'return_draft',
  'month_so_far',
  'idempotency_key',
  'acceptance',
  'revision',
  'current_figure',
  'approval',
  'return_answer',
  'series_to_assess',
  'judged',
  'agreed_plan',
  'alert',
  'alert_step',
  'alert_entry',
  'milestone',
  'milestone_entry',
  'feedback',
  'feedback_entry',
  'notification',
  'notification_attempt',
  'subscription',
  'silence',
  'permission',
  'api_key',
  'tombstone',
  'assessment',
  'limit_decision',
] as const;

/** Tables of DfE's own, closed in the same way. */
const DEPARTMENT_TABLES = [
  'published_import',
  'published_import_piece',
  'back_test',
  'back_test_council',
  'put_aside',
  'pack',
  'pack_file',
] as const;

/** Tables that the service works with, closed unless a policy opens them. */
const WORKED_TABLES = [...SECURED_TABLES, ...DEPARTMENT_TABLES] as const;

/** Every table that is closed unless a policy opens it; the last of them has rows of persons. */
export const CLOSED_TABLES = [...WORKED_TABLES, 'visit'] as const;

/** The worker serves every council; it still has to say so by a scope, or the scope functions raise. */
const workerPolicies: readonly Policy[] = WORKED_TABLES.map((table) => ({
  name: `worker_all_${table}`,
  table,
  role: 'worker',
  command: 'all',
  using: `(select scope_all('any'))`,
  check: `(select scope_all('writes'))`,
}));

export const POLICIES: readonly Policy[] = [...appPolicies, ...workerPolicies];

/** The statement that makes one policy for a database whose roles carry this prefix. */
export const createPolicy = (policy: Policy, prefix: string): string =>
  [
    `create policy ${policy.name} on ${policy.table} for ${policy.command} to "${prefix}_${policy.role}"`,
    policy.using ? `using (${policy.using})` : '',
    policy.check ? `with check (${policy.check})` : '',
  ].join(' ');
