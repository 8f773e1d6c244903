import { workerScope } from '#domain/access';
import { canonicalJson } from '#domain/assessment';
import type { Metric } from '#domain/metrics';
import type { Revision } from '#domain/observations';
import { storedCodes } from '../figures/stored-codes.js';
import type { AssessmentKey, AssessmentKind, Programme, Stores } from '../ports/index.js';
import { areaCandidates } from './area-candidates.js';
import type { AssessingPorts } from './assess-areas.js';
import { hashOf, nameOf, recordOf, settle, type Candidate } from './candidate.js';
import { councilCandidate } from './council-candidate.js';
import { assessedMetrics, pointsByCouncil, readWorld, type World } from './world.js';

const KINDS: readonly AssessmentKind[] = [
  'council',
  'partnership',
  'region',
  'country',
  'funnel',
  'band',
];

export type Rebuilt = {
  readonly rebuilt: number;
  /** How many rows were written or went; 0 when it only looks. */
  readonly written: number;
  /** What stands otherwise than it should, by name; only when it only looks. */
  readonly differences: readonly string[];
};

/** Every assessment at once, metric by metric: made where it is missing or stale, or compared with what stands. */
export class RebuildAssessments {
  constructor(private readonly ports: AssessingPorts) {}

  /** Brings every assessment up to date. One that is up to date is not written. */
  async write(): Promise<Rebuilt> {
    return this.each(async (stores, world, metric) => {
      const { register } = world.programme;
      await stores.alerts.lockCouncils(
        register.programmeId,
        register.councils.map(({ id }) => id).sort((a, b) => a - b),
      );
      await stores.assessments.lockMetrics(register.programmeId, [metric.code]);
      const candidates = everyCandidate(world, metric, await figuresOf(stores, world, metric));
      const asked = KINDS.map((kind): AssessmentKey => ({
        ...{ metric: metric.code, kind, subject: '' },
      }));
      const changed = await settle(stores, world, { asked, candidates });
      return { rebuilt: candidates.length, written: changed.length, differences: [] };
    });
  }

  /** Makes every assessment again in memory, from the revisions, and compares hash and result with what stands. */
  async check(): Promise<Rebuilt> {
    return this.each(async (stores, world, metric) => {
      const { programmeId } = world.programme.register;
      const codes = storedCodes(metric);
      const figures = await stores.assessments.figuresOfAll(programmeId, codes, 'revisions');
      const candidates = everyCandidate(world, metric, figures);
      const stored = await stores.assessments.ofMetric(programmeId, metric.code);
      const standing = new Map(
        stored.map((one) => [nameOf(one), `${one.inputsHash} ${canonicalJson(one.result)}`]),
      );
      const differences = candidates.flatMap((candidate) => {
        const name = nameOf(candidate);
        const { inputsHash, result } = recordOf(world, candidate, hashOf(world, candidate));
        const found = standing.get(name);
        standing.delete(name);
        if (found === `${inputsHash} ${canonicalJson(result)}`) return [];
        return [`${name}: ${found === undefined ? 'is not there' : 'says something else'}`];
      });
      return {
        rebuilt: candidates.length,
        written: 0,
        differences: [
          ...differences,
          ...[...standing.keys()].map((name) => `${name}: nothing is left of it`),
        ],
      };
    });
  }

  private async each(
    work: (stores: Stores, world: World, metric: Metric) => Promise<Rebuilt>,
  ): Promise<Rebuilt> {
    const programme: Programme = await this.ports.programme.current();
    const now = this.ports.clock.now();
    let all: Rebuilt = { rebuilt: 0, written: 0, differences: [] };
    for (const metric of assessedMetrics(programme)) {
      const one = await this.ports.unitOfWork.run(workerScope('assessments'), async (stores) =>
        work(
          stores,
          await readWorld(stores, { programme, digests: this.ports.digests, now }, 'all'),
          metric,
        ),
      );
      all = {
        rebuilt: all.rebuilt + one.rebuilt,
        written: all.written + one.written,
        differences: [...all.differences, ...one.differences],
      };
    }
    return all;
  }
}

const figuresOf = (stores: Stores, { programme }: World, metric: Metric) =>
  stores.assessments.figuresOfAll(programme.register.programmeId, storedCodes(metric), 'current');

function everyCandidate(
  world: World,
  metric: Metric,
  figures: readonly Revision[],
): readonly Candidate[] {
  const points = pointsByCouncil(world.programme, metric, figures);
  return [
    ...[...points].flatMap(
      ([councilId, own]) => councilCandidate(world, metric, { councilId, points: own }) ?? [],
    ),
    ...areaCandidates(world, metric, points),
  ];
}
