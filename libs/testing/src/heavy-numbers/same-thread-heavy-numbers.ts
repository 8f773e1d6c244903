import { err, ok, type Result } from '#domain';
import {
  HeavyNumbers,
  type HeavyFault,
  type HeavyInput,
  type HeavyOutput,
  type HeavyTasks,
} from '#application/ports';

/** Heavy numbers one after another on the thread that asks; data is copied as on its way to another thread and back. */
export class SameThreadHeavyNumbers<Tasks extends HeavyTasks> extends HeavyNumbers<Tasks> {
  private last: Promise<void> = Promise.resolve();
  private unanswered = 0;
  private closed = false;

  constructor(
    private readonly tasks: Tasks,
    private readonly mayWait = 64,
  ) {
    super();
  }

  async run<Name extends keyof Tasks & string>(
    name: Name,
    input: HeavyInput<Tasks, Name>,
    signal?: AbortSignal,
  ): Promise<Result<HeavyOutput<Tasks, Name>, HeavyFault>> {
    if (this.closed) return err({ kind: 'closed' });
    if (signal?.aborted) return err({ kind: 'cancelled' });
    if (this.unanswered > this.mayWait) return err({ kind: 'full' });
    this.unanswered += 1;
    const answer = this.last.then(() => this.calculate(name, input, signal));
    this.last = answer.then(() => undefined);
    const answered = await answer;
    this.unanswered -= 1;
    return answered;
  }

  close(): Promise<void> {
    this.closed = true;
    return this.last;
  }

  private async calculate<Name extends keyof Tasks & string>(
    name: Name,
    input: HeavyInput<Tasks, Name>,
    signal: AbortSignal | undefined,
  ): Promise<Result<HeavyOutput<Tasks, Name>, HeavyFault>> {
    if (this.closed) return err({ kind: 'closed' });
    if (signal?.aborted) return err({ kind: 'cancelled' });
    try {
      if (!Object.hasOwn(this.tasks, name)) throw new Error(`no task is called ${name}`);
      const task = this.tasks[name] as (given: unknown) => unknown;
      const value = await task(structuredClone(input));
      return ok(structuredClone(value) as HeavyOutput<Tasks, Name>);
    } catch (error) {
      return err({
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }
}
