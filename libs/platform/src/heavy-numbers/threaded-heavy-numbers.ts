import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '#domain';
import {
  HeavyNumbers,
  type HeavyFault,
  type HeavyInput,
  type HeavyOutput,
  type HeavyTasks,
} from '#application/ports';
import { messageOf, type Answered, type Asked } from './serve-tasks.js';

export type ThreadLimits = {
  readonly threads: number;
  /** How many questions may wait for a thread; more are refused. */
  readonly waiting: number;
  /** Of one thread's heap. One that needs more dies, and its question has failed. */
  readonly heapMegabytes: number;
};

type Question = Asked & { readonly settle: (answer: Result<unknown, HeavyFault>) => void };
type Thread = { readonly worker: Worker; question: Question | null };

/**
 * Heavy numbers on threads of this process. Threads are started when there is something for them, and kept; one that is
 * cancelled in the middle of a question is ended, one that dies is replaced when it is needed. An idle thread keeps no
 * process alive, and a thread sees nothing of the environment.
 */
export class ThreadedHeavyNumbers<Tasks extends HeavyTasks> extends HeavyNumbers<Tasks> {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Question[] = [];
  private closed = false;

  /** `script`: the compiled module that calls `serveTasks`. */
  constructor(
    private readonly script: URL,
    private readonly limits: ThreadLimits,
  ) {
    super();
  }

  run<Name extends keyof Tasks & string>(
    name: Name,
    input: HeavyInput<Tasks, Name>,
    signal?: AbortSignal,
  ): Promise<Result<HeavyOutput<Tasks, Name>, HeavyFault>> {
    const refused = this.refusal(signal);
    if (refused) return Promise.resolve(err(refused));
    return new Promise((resolve) => {
      const cancel = (): void => this.cancel(question);
      const question: Question = {
        name,
        input,
        settle: (answer) => {
          signal?.removeEventListener('abort', cancel);
          // What the task of this name gave.
          resolve(answer as Result<HeavyOutput<Tasks, Name>, HeavyFault>);
        },
      };
      signal?.addEventListener('abort', cancel, { once: true });
      this.waiting.push(question);
      this.serve();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const question of this.waiting.splice(0)) question.settle(err({ kind: 'closed' }));
    await Promise.all([...this.threads].map((thread) => this.end(thread, { kind: 'closed' })));
  }

  private refusal(signal: AbortSignal | undefined): HeavyFault | null {
    if (this.closed) return { kind: 'closed' };
    if (signal?.aborted) return { kind: 'cancelled' };
    const isRoom = this.idle() !== undefined || this.threads.size < this.limits.threads;
    return isRoom || this.waiting.length < this.limits.waiting ? null : { kind: 'full' };
  }

  private idle(): Thread | undefined {
    return [...this.threads].find(({ question }) => question === null);
  }

  /** Gives what waits to threads that are free, or that may still be started. */
  private serve(): void {
    while (this.waiting.length > 0) {
      const thread = this.idle() ?? this.start();
      if (!thread) return;
      const question = this.waiting.shift();
      if (question) this.ask(thread, question);
    }
  }

  private ask(thread: Thread, question: Question): void {
    const { name, input } = question;
    try {
      thread.worker.postMessage({ name, input } satisfies Asked);
      thread.question = question;
      thread.worker.ref();
    } catch (error) {
      question.settle(err({ kind: 'failed', message: messageOf(error) }));
    }
  }

  private start(): Thread | null {
    if (this.threads.size >= this.limits.threads) return null;
    const worker = new Worker(this.script, {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMegabytes },
    });
    const thread: Thread = { worker, question: null };
    this.threads.add(thread);
    worker.unref();
    worker.on('message', (answer: Answered) => {
      const { question } = thread;
      thread.question = null;
      worker.unref();
      question?.settle(
        answer.ok ? ok(answer.value) : err({ kind: 'failed', message: answer.message }),
      );
      this.serve();
    });
    const died = (message: string): void => void this.end(thread, { kind: 'failed', message });
    worker.on('messageerror', (error) => died(messageOf(error)));
    worker.on('error', (error) => died(messageOf(error)));
    worker.on('exit', (status) => died(`its thread ended with status ${status}`));
    return thread;
  }

  private cancel(question: Question): void {
    const at = this.waiting.indexOf(question);
    if (at >= 0) {
      this.waiting.splice(at, 1);
      question.settle(err({ kind: 'cancelled' }));
    }
    for (const thread of this.threads)
      if (thread.question === question) void this.end(thread, { kind: 'cancelled' });
  }

  /** Ends a thread, whatever it is at; its question gets the fault, and others go on without it. */
  private async end(thread: Thread, fault: HeavyFault): Promise<void> {
    if (!this.threads.delete(thread)) return;
    thread.question?.settle(err(fault));
    thread.question = null;
    this.serve();
    await thread.worker.terminate();
  }
}
