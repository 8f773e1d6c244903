import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '#platform/embedded-postgres';

const LOOK_MS = 250;

/** Watches the embedded PostgreSQL and starts it again when it is gone; the rest of the service dials it again. */
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

  private async restart(): Promise<void> {
    const started = await startEmbeddedPostgres(this.options);
    if (started.ok) this.current = started.value;
    else this.say(started.error.message);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    if (this.starting) await this.starting;
    await this.current.stop();
  }
}
