import { boardInboxScope, ROLES, scopeOf, type Reader, type Role } from '#domain/access';
import type { ScopedTransactions } from '#persistence';
import { asking } from './asking.js';
import type { Planted } from './row-matrix.js';

const reading = (councilId: number): string =>
  `select address from subscription where council_id = ${councilId} /* returning */`;
const adding = (councilId: number): string =>
  `insert into subscription (id, programme_id, council_id, recipient, channel, address, created_at, created_by)
   values (gen_random_uuid(), 1, ${councilId}, 'council ${councilId}', 'email', 'matrix@one.example', now(), 'x')`;
const ending = (councilId: number): string =>
  `update subscription set ended_at = now() where council_id = ${councilId} returning 1`;
const READING_SECRETS = 'select secret from subscription /* returning */';
/** A council's own row that would tell another council's recipient, or DfE's. */
const misleading = (ownId: number, otherId: number): string =>
  adding(ownId).replace(`'council ${ownId}'`, `'council ${otherId}'`);
const OF_DFE = adding(0).replace(`1, 0, 'council 0'`, `1, null, 'dfe'`);

const OF_DFE_DIGEST = OF_DFE.replace('created_by)', 'created_by, alerts, digest)').replace(
  `now(), 'x')`,
  `now(), 'x', false, true)`,
);

const message = (councilId: number, test: boolean): string =>
  `insert into notification (id, programme_id, council_id, event, audience, recipient, channel, test, subject, body, reason, planned_at, due_at, next_attempt_at)
   values (gen_random_uuid(), 1, ${councilId}, gen_random_uuid()::text, 'council', 'council ${councilId}', 'in-app', ${test}, '', '', '', now(), now(), now()) returning 1`;
const again = (councilId: number): string =>
  `update notification set closed = false where council_id = ${councilId} and died_at is not null returning 1`;

const silencing = (councilId: number | null, audience: string): string =>
  `insert into silence (id, programme_id, council_id, rule_code, audience, starts_at, until, reason, created_at, created_by)
   values (gen_random_uuid(), 1, ${councilId}, 'plan_band', '${audience}', now(), now() + interval '1 day', 'x', now(), 'x')`;
const endingSilence = (councilId: number): string =>
  `update silence set ended_at = now(), ended_by = 'x' where council_id = ${councilId} returning 1`;
const TO_BOARD = `select id::text from notification where recipient = 'board' /* returning */`;

/**
 * Where messages go, tests of it, and sending again: every role against them. One line for each expectation that fails.
 */
export async function runMessageMatrix(
  transactions: ScopedTransactions,
  { ownId, otherId }: Planted,
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const role of ROLES) {
    const works = asking(transactions, scopeOf(ownReader(role, ownId)));
    const [keeper, all] = [role === 'council-approver', role === 'admin'];
    const department = ['dfe-analyst', 'dfe-policy'].includes(role);
    const tests = all || department;
    const expectations: readonly (readonly [string, string, boolean])[] = [
      ['sees where its own messages go', reading(ownId), keeper || all],
      ['sees where others’ messages go', reading(otherId), all],
      ['adds an address of its own', adding(ownId), keeper || all],
      ['adds an address of others', adding(otherId), all],
      ['adds an address of DfE', OF_DFE, all],
      ['adds an address for DfE’s digest alone', OF_DFE_DIGEST, all || department],
      ['adds an address to another’s messages as its own', misleading(ownId, otherId), false],
      ['ends an address of its own', ending(ownId), keeper || all],
      ['ends an address of others', ending(otherId), all],
      ['reads secrets', READING_SECRETS, false],
      ['sends a test', message(otherId, true), tests],
      ['sends what is no test', message(otherId, false), false],
      ['sends again', again(otherId), all],
      ['silences its own messages', silencing(ownId, 'council'), keeper],
      ['silences others’ messages to themselves', silencing(otherId, 'council'), false],
      ['silences what DfE is told', silencing(ownId, 'department'), department],
      ['silences everybody', silencing(null, 'all'), department],
      ['ends its own silence', endingSilence(ownId), keeper],
      ['ends others’ silences', endingSilence(otherId), false],
      ['reads what the board is told', TO_BOARD, all || department],
    ];
    for (const [what, sql, expected] of expectations) {
      const found = await works(sql);
      if (found !== expected) failures.push(`messages, ${role}: ${what} is ${String(found)}`);
    }
  }
  const board = boardInboxScope(ownReader('board', ownId));
  const opened = asking(transactions, board);
  if (!(await opened(TO_BOARD))) failures.push('messages: the board does not read its own');
  const others = `select id::text from notification where recipient <> 'board' /* returning */`;
  if (await opened(others)) failures.push('messages: the board reads others’');
  return failures;
}

const ownReader = (role: Role, councilId: number): Reader => ({
  actor: `matrix ${role}`,
  roles: [role],
  councilIds: role === 'partnership-lead' ? [] : [councilId],
  memberIds: role === 'partnership-lead' ? [councilId] : [],
  partnership: null,
});
