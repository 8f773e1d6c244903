import { Queue } from 'bullmq';
import { WakeUps, type Look } from '#application/ports';
import { LOOK_QUEUE, SWEEP_JOB } from './look-queue.js';
import type { QueueConnection } from './queue-backend.js';

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
    this.queue.on('error', onFailure);
  }

  async wake(look: Look): Promise<void> {
    try {
      await this.queue.add(
        look,
        {},
        {
          deduplication: { id: look, keepLastIfActive: true },
          removeOnComplete: true,
          removeOnFail: 100,
        },
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
