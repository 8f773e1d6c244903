import type { Scope } from '#domain/access';
import type { ScopedTransactions } from '#persistence';

/** Whether a statement does anything under a scope: reads a row, or writes one. Nothing that it writes stays. */
export type Ask = (sql: string) => Promise<boolean>;

export const asking =
  (transactions: ScopedTransactions, scope: Scope): Ask =>
  async (sql) =>
    (await count(transactions, scope, sql)) > 0;

async function count(transactions: ScopedTransactions, scope: Scope, sql: string): Promise<number> {
  try {
    return await transactions.run<never>(scope, async (session) => {
      const rows = await session.rows(sql);
      throw new Answer(rows.length || (/returning/.test(sql) ? 0 : 1));
    });
  } catch (error) {
    if (error instanceof Answer) return error.rows;
    // Whoever meets a row that is there already has got past the wall.
    if (error instanceof Error && /duplicate key/.test(error.message)) return 1;
    if (
      error instanceof Error &&
      /row-level security|permission denied|violates (not-null|check)/.test(error.message)
    )
      return 0;
    throw error;
  }
}

/** Carries what was counted out of a transaction that is rolled back. */
class Answer extends Error {
  constructor(readonly rows: number) {
    super('counted');
  }
}
