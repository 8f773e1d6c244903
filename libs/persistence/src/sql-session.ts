import type { QueryRunner } from 'typeorm';

type Client = {
  readonly query: (statement: {
    readonly name?: string;
    readonly text: string;
    readonly values: readonly unknown[];
  }) => Promise<{ readonly rowCount: number | null; readonly rows: readonly unknown[] }>;
};

/** A name for each text that is run; texts are written in the code, so there are not many. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * PostgreSQL keeps no zero character in a text. Whoever sends one is answered as ever, and it stands as the character for
 * what is not known: left out, it would join what the personal-data guard has read apart.
 */
const storable = (parameter: unknown): unknown =>
  typeof parameter === 'string' ? parameter.replaceAll('\u0000', '\ufffd') : parameter;

/** One open transaction, spoken to in SQL. Rows come back as plain objects. */
export class SqlSession {
  constructor(private readonly runner: QueryRunner) {}

  async rows<T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const client = (await this.runner.connect()) as Client;
    const { rows } = await client.query({ text, values: parameters.map(storable) });
    return rows as T[];
  }

  async one<T>(text: string, parameters: readonly unknown[] = []): Promise<T | null> {
    return (await this.rows<T>(text, parameters))[0] ?? null;
  }

  /**
   * Runs a statement and answers how many rows it touched. The connection keeps it prepared: with row security, planning
   * a write costs more than doing it. What is read is planned each time, by what is asked for.
   */
  async run(text: string, parameters: readonly unknown[] = []): Promise<number> {
    return (await this.kept(text, parameters)).rowCount ?? 0;
  }

  /** The first row that a statement answers, one that is found by its key or written: kept prepared like `run`. */
  async keptOne<T>(text: string, parameters: readonly unknown[] = []): Promise<T | null> {
    const { rows } = await this.kept(text, parameters);
    return (rows as readonly T[])[0] ?? null;
  }

  /** Every row of a read that is the same whatever is asked for: by a key, or of one council. Kept prepared like `run`. */
  async keptRows<T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const { rows } = await this.kept(text, parameters);
    return rows as T[];
  }

  private async kept(text: string, parameters: readonly unknown[]) {
    const client = (await this.runner.connect()) as Client;
    return client.query({ name: nameOf(text), text, values: parameters.map(storable) });
  }
}
