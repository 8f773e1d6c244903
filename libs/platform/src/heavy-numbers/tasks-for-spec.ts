import { randomFrom, type RandomState } from '#statistics/random';
import { serveTasks } from './serve-tasks.js';

/** Tasks that do what a specification needs to see. */
export const specTasks = {
  add: ({ a, b }: { a: number; b: number }): number => a + b,
  words: ({ state, count }: { state: RandomState; count: number }): readonly number[] => {
    const { word } = randomFrom(state);
    return Array.from({ length: count }, word);
  },
  later: async (text: string): Promise<ReadonlyMap<string, Float64Array>> => {
    await Promise.resolve();
    return new Map([[text, Float64Array.of(0.1, -0)]]);
  },
  fail: (message: string): never => {
    throw new Error(message);
  },
  secret: (name: string): string => process.env[name] ?? 'nothing',
  notPlain:
    (_: null): (() => void) =>
    () =>
      undefined,
  die: (status: number): never => process.exit(status),
  forEver: (_: null): void => {
    for (;;);
  },
  hoard: (_: null): number => {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_unused, n) => n + kept.length / 3));
  },
};

serveTasks(specTasks);
