import type { Look } from '#application/ports';

/** Three queues at most (docs/adr/0010-connection-budget.md): one serves every look. */
export const LOOK_QUEUE = 'looks';

/** The schema of BullMQ's tables on PostgreSQL; the only one the queue role may create in. */
export const QUEUE_SCHEMA = 'bullmq';

/** The scheduled sweep, which finds what a lost wake-up left. */
export const SWEEP_JOB = 'sweep';
export type JobName = Look | typeof SWEEP_JOB;
