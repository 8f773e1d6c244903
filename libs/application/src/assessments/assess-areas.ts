import { workerScope } from '#domain/access';
import { storedCodes } from '../figures/stored-codes.js';
import type {
  AssessmentDue,
  Clock,
  Digests,
  ProgrammeSource,
  Stores,
  UnitOfWork,
} from '../ports/index.js';
import { areaCandidates } from './area-candidates.js';
import { nameOf, settle } from './candidate.js';
import { assessedMetrics, pointsByCouncil, readWorld, type World } from './world.js';

/** Subjects that are taken in one transaction. */
const AT_ONCE = 1_000;

export type AssessingPorts = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly digests: Digests;
};

/**
 * Assesses the areas, funnels and bands that wait: one read of its councils' figures for each metric, so that as much stands
 * in memory as one metric has. Answers how many were taken.
 */
export async function assessAreas(ports: AssessingPorts): Promise<number> {
  const programme = await ports.programme.current();
  const { clock, digests } = ports;
  for (let taken = 0; ;) {
    const some = await ports.unitOfWork.run(workerScope('assessments'), (stores) =>
      assessDue(stores, { programme, digests, now: clock.now() }),
    );
    taken += some;
    if (some === 0) return taken;
  }
}

async function assessDue(
  stores: Stores,
  given: Pick<World, 'programme' | 'digests' | 'now'>,
): Promise<number> {
  const { programmeId } = given.programme.register;
  const due = await stores.assessments.takeDue(AT_ONCE);
  if (due.length === 0) return 0;
  const byMetric = new Map<string, Map<string, AssessmentDue>>();
  for (const one of due) {
    const known = byMetric.get(one.metric) ?? new Map<string, AssessmentDue>();
    byMetric.set(one.metric, known.set(nameOf(one), one));
  }
  // What is read after the lock is at least as new as what any worker before wrote from.
  await stores.assessments.lockMetrics(programmeId, [...byMetric.keys()]);
  const world = await readWorld(stores, given, []);
  for (const metric of assessedMetrics(given.programme)) {
    const asked = byMetric.get(metric.code);
    if (!asked) continue;
    const figures = await stores.assessments.figuresOfAll(
      programmeId,
      storedCodes(metric),
      'current',
    );
    const points = pointsByCouncil(given.programme, metric, figures);
    const isAsked = (of: AssessmentDue): boolean =>
      asked.has(nameOf(of)) || (of.kind === 'funnel' && asked.has(nameOf({ ...of, subject: '' })));
    await settle(stores, world, {
      asked: [...asked.values()],
      candidates: areaCandidates(world, metric, points).filter(isAsked),
    });
  }
  return due.length;
}
