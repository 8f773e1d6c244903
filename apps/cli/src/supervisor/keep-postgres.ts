import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '#platform/embedded-postgres';

const LOOK_MS = 250;

/**
 * Watches the embedded PostgreSQL and starts it again when it is gone, on the port that the running processes dial; they
 * find it again by themselves.
 */
export class PostgresKeeper {
  private timer: NodeJS.Timeout | null = null;
  private starting: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private current: EmbeddedPostgres,
    private readonly options: EmbeddedPostgresOptions,
    private readonly say: (line: string) => void,
  ) {}

  watch(): void {
    this.timer = setInterval(() => this.look(), LOOK_MS);
  }

  private look(): void {
    if (this.starting || this.stopped || this.current.isRunning()) return;
    this.say('PostgreSQL ended; it is started again.');
    this.starting = this.restart().finally(() => {
      this.starting = null;
    });
  }

  /** Whatever goes wrong (it may be killed again while it starts), the next look tries again. */
  private async restart(): Promise<void> {
    try {
      const started = await startEmbeddedPostgres({ ...this.options, port: this.current.port });
      if (started.ok) this.current = started.value;
      else this.say(started.error.message);
    } catch (error) {
      this.say(`PostgreSQL could not be started: ${String(error)}`);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    if (this.starting) await this.starting;
    await this.current.stop();
  }
}
