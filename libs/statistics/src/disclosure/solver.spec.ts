import { auditDisclosure } from './audit-disclosure.js';
import type { LinearSolver } from './solver.js';
import { hiding, solverForSpec, tableOf } from './tables-for-spec.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await solverForSpec();
});

type Model = ReturnType<LinearSolver['createModel']>;

const { cells, equations } = tableOf([
  [3, 20],
  [15, 30],
]);
const shown = hiding(cells, ['C01|K1|n', 'C01|K2|n', 'C02|K1|n', 'C02|K2|n']);
const audit = (through: LinearSolver) =>
  auditDisclosure({ options: {}, cells: shown, equations }, through);

/** The solver, with every model changed on its way. */
const through = (change: (model: Model) => Model): LinearSolver => ({
  constants: solver.constants,
  createModel: () => change(solver.createModel()),
});
const breaking = (model: Model): Model =>
  Object.assign(Object.create(model) as Model, {
    run: () => {
      throw new Error('memory access out of bounds');
    },
  });

describe('a solver that breaks', () => {
  it('is asked once more on a fresh model', () => {
    let models = 0;
    const once = through((model) => ((models += 1) === 1 ? breaking(model) : model));
    expect(audit(once)).toMatchObject({ safe: true });
    expect(models).toBe(2);
  });

  it('is reported when it breaks again', () => {
    expect(audit(through(breaking))).toEqual({ error: 'SOLVER_FAILED' });
    const gone: LinearSolver = {
      constants: solver.constants,
      createModel: () => {
        throw new Error('aborted');
      },
    };
    expect(audit(gone)).toEqual({ error: 'SOLVER_FAILED' });
  });

  it('is given its memory back whether it answers or not', () => {
    const models: Model[] = [];
    const kept = (change: (model: Model) => Model) =>
      through((model) => {
        models.push(model);
        return change(model);
      });
    audit(kept((model) => model));
    audit(kept(breaking));
    expect(models.map(({ disposed }) => disposed)).toEqual([true, true, true]);
  });

  it('starts from nothing when a solution ends without an answer', () => {
    let runs = 0;
    const stuck = through((model) =>
      Object.assign(Object.create(model) as Model, {
        run: () => {
          const answer = model.run();
          runs += 1;
          const { iterationLimit } = solver.constants.modelStatus;
          return runs === 1 ? { ...answer, modelStatus: iterationLimit } : answer;
        },
      }),
    );
    expect(audit(stuck)).toEqual(audit(solver));
    expect(runs).toBe(9);
  });
});
