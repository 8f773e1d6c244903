import type { Result } from '#domain';

/** Long calculations by their names. Each takes and gives plain data: what `structuredClone` copies, and no function. */
export type HeavyTasks = Readonly<Record<string, (input: never) => unknown>>;
export type HeavyInput<Tasks extends HeavyTasks, Name extends keyof Tasks> = Parameters<
  Tasks[Name]
>[0];
export type HeavyOutput<Tasks extends HeavyTasks, Name extends keyof Tasks> = Awaited<
  ReturnType<Tasks[Name]>
>;

/**
 * Why there is no answer. `full`: as many wait as may, so ask again later; `cancelled`: by the signal; `closed`: this
 * process is stopping; `failed`: the calculation threw, its data could not be copied, or what it ran on died.
 */
export type HeavyFault =
  | { readonly kind: 'full' | 'cancelled' | 'closed' }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * Runs long calculations where they keep nobody waiting. Calculations are pure, a seed or a generator's state is part of
 * the input: the answer is the same wherever and beside whatever it is calculated. Never rejects.
 */
export abstract class HeavyNumbers<Tasks extends HeavyTasks> {
  abstract run<Name extends keyof Tasks & string>(
    name: Name,
    input: HeavyInput<Tasks, Name>,
    signal?: AbortSignal,
  ): Promise<Result<HeavyOutput<Tasks, Name>, HeavyFault>>;

  /** What runs and what waits is answered with `closed`, and so is all that is asked later. */
  abstract close(): Promise<void>;
}
