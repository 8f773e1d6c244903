import { packScope, ROLES, scopeOf, workerScope, type Reader, type Role } from '#domain/access';
import type { ScopedTransactions } from '#persistence';
import { asking } from './asking.js';

const READS = ['pack', 'pack_file'].map(
  (table) => `select 1 from ${table} /* returning */`,
) as readonly string[];
const ADDS = [
  `insert into pack select gen_random_uuid(), programme_id, title, question, made_at, made_by, as_known_at, known_seq, checksum,
     manifest, codes, council_ids, left_out, left_out_seqs from pack limit 1 returning 1`,
  `insert into pack_file select pack_id, 'matrix', kind, media_type, bytes, sha256, content from pack_file limit 1 returning 1`,
];
const CHANGES = [
  'update pack set title = title returning 1',
  'update pack_file set content = content returning 1',
  'delete from pack_file returning 1',
];
const makes = (role: Role): boolean => ['dfe-analyst', 'dfe-policy'].includes(role);
const reads = (role: Role): boolean => makes(role) || ['board', 'delivery-partner'].includes(role);

/**
 * Evidence packs: DfE's analysts and policy leads add them; they, the board and delivery partners read them; nobody changes one,
 * the worker neither. One line for each expectation that fails.
 */
export async function runPackMatrix(transactions: ScopedTransactions): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const role of ROLES) {
    const reader: Reader = {
      ...{ actor: role, roles: [role], councilIds: [], memberIds: [], partnership: null },
    };
    const works = asking(transactions, packScope(reader));
    const expectations = [
      ...READS.map((sql) => [sql, reads(role)] as const),
      ...ADDS.map((sql) => [sql, makes(role)] as const),
      ...CHANGES.map((sql) => [sql, false] as const),
    ];
    for (const [sql, expected] of expectations) {
      const found = await works(sql);
      if (found !== expected) failures.push(`packs, ${role}: ${sql} is ${String(found)}`);
    }
    const without = asking(transactions, scopeOf(reader));
    for (const sql of [...READS, ...ADDS])
      if (await without(sql)) failures.push(`packs, ${role}: ${sql} works outside of packs`);
  }
  const worker = asking(transactions, workerScope('matrix'));
  for (const sql of READS)
    if (!(await worker(sql))) failures.push(`packs: the worker: ${sql} fails`);
  for (const sql of [...ADDS, ...CHANGES])
    if (await worker(sql)) failures.push(`packs: the worker: ${sql} works`);
  return failures;
}
