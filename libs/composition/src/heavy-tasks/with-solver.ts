import loadHighs from 'highs';
import type { LinearSolver } from '#statistics/disclosure';

// Its declarations are those of a CommonJS module, its code that of an ES module.
const load = loadHighs as unknown as typeof loadHighs.default;
/** One for each thread, made for the first that needs it. */
let solver: Promise<LinearSolver> | null = null;

/** A calculation with its solver. An instance that broke is never used again. */
export const withSolver =
  <Input, Output>(calculate: (input: Input, solver: LinearSolver) => Output) =>
  async (input: Input): Promise<Output> => {
    const answer = calculate(input, await (solver ??= load()));
    if (hasBroken(answer)) solver = null;
    return answer;
  };

const hasBroken = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'error' in answer &&
  answer.error === 'SOLVER_FAILED';
