import { ROLES, scopeOf, workerScope, type Role } from '#domain/access';
import type { ScopedTransactions } from '#persistence';
import { asking } from './asking.js';

const PIECE = `insert into published_import_piece select id, 'data', 77, '' from published_import limit 1`;
const ADD = `insert into published_import (id, programme_id, status, file_name, digest, bytes, published_on, uploaded_at, uploaded_by, expires_at) values (gen_random_uuid(), 1, 'received', 'x', '', 0, '2025-01-01', now(), 'x', now()) returning 1`;
const DEEDS: readonly (readonly [string, string])[] = [
  ['reads', 'select id from published_import /* returning */'],
  ['adds', ADD],
  ['changes', `update published_import set status = status returning 1`],
];
const isDepartments = (role: Role): boolean => ['dfe-analyst', 'dfe-policy'].includes(role);

const BACK_TESTS: readonly (readonly [string, string])[] = [
  ['reads', 'select result from back_test /* returning */'],
  [
    'asks for',
    `insert into back_test (id, programme_id, status, rule_code, rule_version, rule, as_known, asked_at, asked_by, done, councils)
     values (gen_random_uuid(), 1, 'waiting', 'x', 1, '{}', 'now', now(), 'x', 0, 0) returning 1`,
  ],
  ['stops', `update back_test set status = 'cancelled', finished_at = now() returning 1`],
];

/** What would have been alerts is DfE's own, and what is kept of a council meanwhile nobody's but the worker's. */
async function checkBackTests(transactions: ScopedTransactions): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const role of ROLES) {
    const reader = { actor: role, roles: [role], councilIds: [], memberIds: [], partnership: null };
    const works = asking(transactions, scopeOf(reader));
    for (const [deed, sql] of BACK_TESTS)
      if ((await works(sql)) !== isDepartments(role))
        failures.push(`${role}: ${deed} back-tests ${isDepartments(role) ? 'fails' : 'works'}`);
    if ((await works('select detail from put_aside /* returning */')) !== isDepartments(role))
      failures.push(`${role}: whose figures could not be judged is not for DfE alone`);
    if (await works('select result from back_test_council /* returning */'))
      failures.push(`${role}: reads what a back-test keeps of councils`);
  }
  return failures;
}

/**
 * Yearly files are DfE's own until they are imported: every role against the uploads and their pieces, and the worker, who
 * reads and drops them. Answers one line for each expectation that fails.
 */
export async function runImportMatrix(
  transactions: ScopedTransactions,
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const role of ROLES) {
    const reader = { actor: role, roles: [role], councilIds: [], memberIds: [], partnership: null };
    const works = asking(transactions, scopeOf(reader));
    for (const [deed, sql] of DEEDS)
      if ((await works(sql)) !== isDepartments(role))
        failures.push(`${role}: ${deed} yearly files ${isDepartments(role) ? 'fails' : 'works'}`);
    if (await works('select n from published_import_piece /* returning */'))
      failures.push(`${role}: reads the pieces of yearly files`);
    if (isDepartments(role) && !(await works(PIECE)))
      failures.push(`${role}: adding a piece of a yearly file fails`);
  }
  failures.push(...(await checkBackTests(transactions)));
  const worker = asking(transactions, workerScope('matrix'));
  for (const table of [
    'published_import',
    'published_import_piece',
    'back_test',
    'back_test_council',
    'put_aside',
  ])
    if (!(await worker(`select 1 from ${table} /* returning */`)))
      failures.push(`the worker cannot read ${table}`);
  return failures;
}
