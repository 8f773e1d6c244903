import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { putMark, removeMarks } from '#platform/processes';

export type ChildSpec = {
  readonly name: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where its log lines go. */
  readonly logFile: string;
  /** Under which path it is marked as running, so that the next start finds it if we are killed. */
  readonly mark: string;
};

/** How long a child has to live before its next death is answered at once again. */
const SETTLED_MS = 10_000;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;
const STOP_MS = 10_000;
/**
 * With a bound on its heap Node clears up earlier, instead of letting it grow to four times of what is in use: a worker
 * that checks a million rows then stays within a hundred megabytes of one that does nothing.
 */
const FLAGS = ['--enable-source-maps', '--max-old-space-size=1024', '--max-semi-space-size=8'];

/**
 * One child process, kept alive: what dies is started again, at once the first time and then ever later. It runs in a
 * group of its own with an IPC channel; when the channel closes it drains and exits, so it cannot outlive us.
 */
export class Child {
  private process: ChildProcess | null = null;
  private stopping = false;
  private delay = FIRST_DELAY_MS;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly spec: ChildSpec,
    private readonly say: (line: string) => void,
  ) {}

  get pid(): number | null {
    return this.process?.pid ?? null;
  }

  start(): void {
    const log = openSync(this.spec.logFile, 'a');
    const child = spawn(process.execPath, [...FLAGS, this.spec.script], {
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env: { ...this.spec.env },
    });
    closeSync(log);
    if (child.pid) putMark(this.spec.mark, child.pid);
    this.process = child;
    const began = Date.now();
    child.on('error', (error) =>
      this.say(`${this.spec.name} could not be started: ${error.message}`),
    );
    child.once('exit', (code, signal) => {
      if (child.pid) removeMarks(this.spec.mark, child.pid);
      this.ended(began, signal ?? `status ${code}`);
    });
  }

  private ended(began: number, how: string): void {
    this.process = null;
    if (this.stopping) return;
    if (Date.now() - began > SETTLED_MS) this.delay = FIRST_DELAY_MS;
    this.say(
      `${this.spec.name} ended (${how}); it is started again. Its log: ${this.spec.logFile}`,
    );
    this.timer = setTimeout(() => this.start(), this.delay);
    this.delay = Math.min(this.delay * 2, LONGEST_DELAY_MS);
  }

  /** Asks it to drain; kills it when it takes longer than ten seconds. */
  async stop(): Promise<void> {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
    const child = this.process;
    if (!child) return;
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.once('exit', () => {
        clearTimeout(late);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }
}
