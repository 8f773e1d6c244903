import type { QueryRunner } from 'typeorm';

/** One open transaction, spoken to in SQL. Rows come back as plain objects. */
export class SqlSession {
  constructor(private readonly runner: QueryRunner) {}

  async rows<T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const answer: unknown = await this.runner.query(text, [...parameters], true);
    return (answer as { records: T[] }).records ?? [];
  }

  async one<T>(text: string, parameters: readonly unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(text, parameters))[0] ?? null;
  }

  /** Runs a statement and answers how many rows it touched. */
  async run(text: string, parameters: readonly unknown[] = []): Promise<number> {
    const answer: unknown = await this.runner.query(text, [...parameters], true);
    return (answer as { affected?: number }).affected ?? 0;
  }
}
