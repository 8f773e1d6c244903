import { setTimeout as pause } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { WakeUps, type Look } from '#application/ports';
import { LOOK_QUEUE, SWEEP_JOB } from './look-queue.js';
import type { QueueConnection } from './queue-backend.js';

/** How long a sender waits for the queue, in milliseconds: a queue that was never reached answers no call at all. */
const PATIENCE_MS = 1_000;

/**
 * Wakes workers by BullMQ. A look already waiting is not queued twice; a look asked for during the same look runs again.
 * A queue that is away is not an error to the sender: the sweep finds the row.
 */
export class BullmqWakeUps extends WakeUps {
  private readonly queue: Queue;

  constructor(
    connection: QueueConnection,
    private readonly onFailure: (error: Error) => void,
    name: string = LOOK_QUEUE,
  ) {
    super();
    this.queue = new Queue(
      name,
      { connection: connection.connection as never },
      connection.factory as never,
    );
    // A lost connection is told once for each wake-up that it loses, not at every attempt to connect again.
    this.queue.on('error', () => undefined);
  }

  async wake(look: Look): Promise<void> {
    try {
      await withPatience(
        this.queue.add(
          look,
          {},
          {
            deduplication: { id: look, keepLastIfActive: true },
            removeOnComplete: true,
            removeOnFail: 100,
          },
        ),
      );
    } catch (error) {
      this.onFailure(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Schedules the sweep; calling it again changes nothing. */
  async scheduleSweep(everyMs: number): Promise<void> {
    await this.queue.upsertJobScheduler(
      SWEEP_JOB,
      { every: everyMs },
      {
        name: SWEEP_JOB,
        opts: { removeOnComplete: true, removeOnFail: 100 },
      },
    );
  }

  async close(): Promise<void> {
    await this.queue.close();
  }
}

/** The work's own outcome, or a refusal when it takes too long; a late failure is then nobody's to handle. */
async function withPatience(work: Promise<unknown>): Promise<void> {
  const settled = new AbortController();
  const tooLong = pause(PATIENCE_MS, undefined, { signal: settled.signal, ref: false }).then(
    () => {
      throw new Error(`the queue gave no answer in ${PATIENCE_MS} ms`);
    },
    () => undefined,
  );
  try {
    await Promise.race([work, tooLong]);
  } finally {
    settled.abort();
  }
}
