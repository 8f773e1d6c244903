import { randomUUID } from 'node:crypto';
import type { JobName } from './look-queue.js';
import { BullmqWakeUps } from './bullmq-wake-ups.js';
import { startLookWorker } from './look-worker.js';
import type { QueueConnection } from './queue-backend.js';

/** A promise that a spec resolves by hand. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** What every back end of the queue must do, on the real thing. */
export function lookQueueContract(open: () => Promise<QueueConnection>): void {
  let connection: QueueConnection;
  let wakeUps: BullmqWakeUps;
  let worker: { close: () => Promise<void> } | null = null;
  let name: string;
  const looked: JobName[] = [];

  const work = (on: (job: JobName) => Promise<void>): void => {
    const handler = (job: JobName) => async () => {
      looked.push(job);
      await on(job);
    };
    const handlers = {
      submissions: handler('submissions'),
      assessments: handler('assessments'),
      notifications: handler('notifications'),
      'back-tests': handler('back-tests'),
      sweep: handler('sweep'),
    };
    worker = startLookWorker(connection, handlers, () => undefined, name);
  };

  beforeEach(async () => {
    looked.length = 0;
    name = `spec-${randomUUID()}`;
    connection = await open();
    wakeUps = new BullmqWakeUps(
      connection,
      (error) => {
        throw error;
      },
      name,
    );
  });
  afterEach(async () => {
    await worker?.close();
    worker = null;
    await wakeUps.close();
    await connection.close();
  });

  it('wakes a worker', async () => {
    const done = signal();
    work(() => Promise.resolve(done.give()));
    await wakeUps.wake('submissions');
    await done.given;
    expect(looked).toEqual(['submissions']);
  });

  it('queues a look that waits already only once', async () => {
    for (let n = 0; n < 5; n += 1) await wakeUps.wake('assessments');
    await wakeUps.wake('notifications');
    const done = signal();
    work((job) => Promise.resolve(job === 'notifications' ? done.give() : undefined));
    await done.given;
    expect(looked.filter((job) => job === 'assessments')).toHaveLength(1);
  });

  it('runs a look again that was asked for while it ran', async () => {
    const [began, goOn, again] = [signal(), signal(), signal()];
    work(async () => {
      if (looked.length > 1) return again.give();
      began.give();
      await goOn.given;
    });
    await wakeUps.wake('submissions');
    await began.given;
    await wakeUps.wake('submissions');
    goOn.give();
    await again.given;
    expect(looked).toEqual(['submissions', 'submissions']);
  });

  it('runs the scheduled sweep', async () => {
    const done = signal();
    work((job) => Promise.resolve(job === 'sweep' ? done.give() : undefined));
    await wakeUps.scheduleSweep(1_000);
    await done.given;
    expect(looked).toContain('sweep');
  });
}
