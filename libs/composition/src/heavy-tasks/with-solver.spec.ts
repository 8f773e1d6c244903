import type { LinearSolver } from '#statistics/disclosure';
import { withSolver } from './with-solver.js';

describe('withSolver', () => {
  it('makes the solver once, and anew after it broke', async () => {
    const made: LinearSolver[] = [];
    const take = withSolver((error: string | null, solver) => {
      made.push(solver);
      return { error };
    });
    for (const error of [null, null, 'INVALID_VALUE', 'SOLVER_FAILED', null]) await take(error);
    const [first, ...others] = made;
    expect(others.map((solver) => solver === first)).toEqual([true, true, true, false]);
  });
});
