import { UnrecoverableError, Worker, type Job } from 'bullmq';
import { LOOKS } from '#application/ports';
import { LOOK_QUEUE, SWEEP_JOB, type JobName } from './look-queue.js';
import type { QueueConnection } from './queue-backend.js';

/** What each job does; a job without a handler does not compile. */
export type Handlers = Readonly<Record<JobName, () => Promise<unknown>>>;

const NAMES: readonly string[] = [...LOOKS, SWEEP_JOB];
const isJobName = (name: string): name is JobName => NAMES.includes(name);

/** Starts working the looks. A failed look is not retried by the queue: the sweep asks again within the minute. */
export function startLookWorker(
  connection: QueueConnection,
  handlers: Handlers,
  onFailure: (error: Error, job: string) => void,
  name: string = LOOK_QUEUE,
): { close: () => Promise<void> } {
  const process = async (job: Job): Promise<void> => {
    if (!isJobName(job.name)) throw new UnrecoverableError(`no handler for the job ${job.name}`);
    await handlers[job.name]();
  };
  const worker = new Worker(
    name,
    process,
    {
      connection: connection.connection as never,
      // One of them may be a back-test of minutes.
      concurrency: 3,
      lockDuration: 60_000,
    },
    connection.factory as never,
  );
  worker.on('error', (error) => onFailure(error, 'worker'));
  worker.on('failed', (job, error) => onFailure(error, job?.name ?? 'unknown'));
  return { close: () => worker.close() };
}
