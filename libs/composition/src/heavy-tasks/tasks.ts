import { backTestCouncils } from '#application/back-test';
import { serveTasks } from '#platform/heavy-numbers';
import { auditDisclosure, auditRevision, auditRounding, protect } from '#statistics/disclosure';
import { permutationTest, syntheticDid, wildBootstrap } from '#statistics/effects';
import { withSolver } from './with-solver.js';

/** Everything that is calculated on a thread, by name: functions of plain data and nothing else. */
export const heavyTasks = {
  auditDisclosure: withSolver(auditDisclosure),
  auditRevision: withSolver(auditRevision),
  auditRounding: withSolver(auditRounding),
  backTestCouncils,
  permutationTest,
  protect: withSolver(protect),
  syntheticDid,
  wildBootstrap,
};
export type ServiceTasks = typeof heavyTasks;

serveTasks(heavyTasks);
