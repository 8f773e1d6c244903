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
  const worker = asking(transactions, workerScope('matrix'));
  for (const table of ['published_import', 'published_import_piece'])
    if (!(await worker(`select 1 from ${table} /* returning */`)))
      failures.push(`the worker cannot read ${table}`);
  return failures;
}
