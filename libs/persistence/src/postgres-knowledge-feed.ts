import { Client } from 'pg';
import { KnowledgeFeed } from '#application/ports';

/** How long to wait before dialling again after the listening connection was lost. */
const REDIAL_MS = 500;

/**
 * Listens on a connection of its own, dials again when it is lost, and then reads the newest seq, so that nothing that
 * was announced meanwhile is missed. Announcements that arrive together are passed on as one.
 */
export class PostgresKnowledgeFeed extends KnowledgeFeed {
  private readonly listeners = new Set<(seq: number) => void>();
  private client: Client | null = null;
  private newest = 0;
  private announced = false;
  private closed = false;
  private redial: NodeJS.Timeout | null = null;

  constructor(private readonly url: string) {
    super();
  }

  subscribe(listener: (seq: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves at the first connection, or at the first failure: a database that is away is dialled again. */
  async open(): Promise<void> {
    if (this.closed) return;
    const client = new Client({
      connectionString: this.url,
      application_name: 'listener',
      keepAlive: true,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', (message) => this.hear(Number(message.payload)));
    this.client = client;
    try {
      await client.connect();
      await client.query('listen known');
      const { rows } = await client.query<{ seq: string | null }>(
        'select max(last_seq) as seq from knowledge',
      );
      this.hear(Number(rows[0]?.seq ?? 0));
    } catch {
      this.lost(client);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.redial) clearTimeout(this.redial);
    const client = this.client;
    this.client = null;
    if (client) await client.end();
  }

  private hear(seq: number): void {
    if (!(seq > this.newest)) return;
    this.newest = seq;
    if (this.announced) return;
    this.announced = true;
    setImmediate(() => {
      this.announced = false;
      for (const listener of this.listeners) listener(this.newest);
    });
  }

  private lost(client: Client): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    client.removeAllListeners('notification');
    this.redial = setTimeout(() => void this.open(), REDIAL_MS);
  }
}
