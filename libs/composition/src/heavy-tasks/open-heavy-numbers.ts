import { availableParallelism } from 'node:os';
import { ThreadedHeavyNumbers } from '#platform/heavy-numbers';
import type { ServiceTasks } from './tasks.js';

/** The service's own heavy calculations on threads; none is started before the first is asked for. */
export const openHeavyNumbers = (): ThreadedHeavyNumbers<ServiceTasks> =>
  new ThreadedHeavyNumbers(new URL('./tasks.js', import.meta.url), {
    threads: availableParallelism(),
    waiting: 64,
    heapMegabytes: 512,
  });
