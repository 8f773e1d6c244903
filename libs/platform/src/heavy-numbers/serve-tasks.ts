import { isMainThread, parentPort } from 'node:worker_threads';
import type { HeavyTasks } from '#application/ports';

/** What a thread is asked, one question at a time, and what it answers. */
export type Asked = { readonly name: string; readonly input: unknown };
export type Answered =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** What the module of a thread does: answers for `tasks` until the thread is ended. Does nothing on the main thread. */
export function serveTasks(tasks: HeavyTasks): void {
  const port = parentPort;
  if (isMainThread || !port) return;
  const answer = async ({ name, input }: Asked): Promise<void> => {
    try {
      if (!Object.hasOwn(tasks, name)) throw new Error(`no task is called ${name}`);
      const task = tasks[name] as (given: unknown) => unknown;
      // Also throws where the value cannot be copied.
      port.postMessage({ ok: true, value: await task(input) } satisfies Answered);
    } catch (error) {
      port.postMessage({ ok: false, message: messageOf(error) } satisfies Answered);
    }
  };
  port.on('message', (asked: Asked) => void answer(asked));
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
