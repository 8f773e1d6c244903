import { ROLES, scopeOf, workerScope } from '#domain/access';
import type { ScopedTransactions } from '#persistence';
import { asking } from './asking.js';

const adding = (actor: string): string =>
  `insert into visit (programme_id, actor, seen_at) values (1, '${actor}', now()) returning 1`;

/**
 * When people looked last: each role of the pages sees and writes its own row, nobody another's, and the worker none. One line for
 * each expectation that fails.
 */
export async function runVisitMatrix(transactions: ScopedTransactions): Promise<readonly string[]> {
  const failures: string[] = [];
  const planted = { actor: 'planted', councilIds: [], memberIds: [], partnership: null } as const;
  await transactions
    .run(scopeOf({ ...planted, roles: ['dfe-policy'] }), (sql) =>
      sql.run(
        `insert into visit (programme_id, actor, seen_at) values (1, 'planted', now()) on conflict do nothing`,
      ),
    )
    .catch((error: unknown) => failures.push(`visits: none could be planted: ${String(error)}`));
  for (const role of ROLES) {
    const scope = scopeOf({ ...planted, actor: `matrix ${role}`, roles: [role] });
    const works = asking(transactions, scope);
    const expectations: readonly (readonly [string, string, boolean])[] = [
      ['adds its own', adding(`matrix ${role}`), scope.database === 'app'],
      ['adds another’s', adding('somebody else'), false],
      ['sees another’s', `select actor from visit /* returning */`, false],
      ['moves another’s', `update visit set seen_at = now() returning 1`, false],
    ];
    for (const [what, sql, expected] of expectations) {
      const found = await works(sql);
      if (found !== expected) failures.push(`visits, ${role}: ${what} is ${String(found)}`);
    }
  }
  const worker = asking(transactions, workerScope('matrix'));
  if (await worker(`select actor from visit /* returning */`))
    failures.push('visits: the worker sees them');
  return failures;
}
