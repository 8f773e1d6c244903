import { serveTasks } from '#platform/heavy-numbers';
import { auditDisclosure, auditRevision, auditRounding, protect } from '#statistics/disclosure';
import { permutationTest, syntheticDid, wildBootstrap } from '#statistics/effects';
import { withSolver } from './with-solver.js';

/** Everything that is calculated on a thread, by name: pure functions of plain data. */
export const heavyTasks = {
  auditDisclosure: withSolver(auditDisclosure),
  auditRevision: withSolver(auditRevision),
  auditRounding: withSolver(auditRounding),
  permutationTest,
  protect: withSolver(protect),
  syntheticDid,
  wildBootstrap,
};
export type ServiceTasks = typeof heavyTasks;

serveTasks(heavyTasks);
