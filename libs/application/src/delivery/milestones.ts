import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import {
  MILESTONE_LIMITS,
  milestoneFault,
  planFault,
  type Milestone,
  type MilestoneDeed,
  type MilestoneRecord,
} from '#domain/delivery';
import { londonDay, type Day } from '#domain/periods';
import type {
  Clock,
  Ids,
  MilestoneQuery,
  MilestoneReadModel,
  PageOf,
  ProgrammeSource,
  UnitOfWork,
  WakeUps,
} from '../ports/index.js';
import { recordSaid } from './record-said.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly milestones: MilestoneReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly wakeUps: WakeUps;
};

/** A milestone to plan; without a version, the newest one that the council tests. */
export type MilestonePlan = Pick<Milestone, 'councilId' | 'reform' | 'title' | 'owner'> & {
  readonly version: number | null;
  readonly due: Day;
};

type Answer = Promise<Result<MilestoneRecord, Refusal>>;

/** What the audit calls each deed. */
const DEEDS = { done: 'milestone done', redate: 'milestone given a new date' } as const;

/**
 * Delivery milestones of reforms at councils: planned, done with evidence, given a new date with a reason. Whoever acts on a
 * council's alerts may do so; the partnership and DfE see them, too.
 */
export class Milestones {
  constructor(private readonly ports: Ports) {}

  async plan(reader: Reader, asked: MilestonePlan): Answer {
    const scope = scopeOf(reader);
    if (scope.database !== 'app' || !covers(scope.acts, asked.councilId))
      return err(refusal('NOT_ALLOWED'));
    const programme = await this.ports.programme.current();
    const { register, validationRules: rules } = programme;
    const at = this.ports.clock.now();
    const milestone: MilestoneRecord = {
      ...asked,
      id: this.ports.ids.newId(),
      programmeId: register.programmeId,
      version: asked.version ?? newestTested(register.participations, asked),
      title: asked.title.trim(),
      owner: asked.owner.trim(),
      plannedAt: at,
      plannedBy: reader.actor,
      entries: [],
    };
    const fault = planFault(milestone, { register, today: londonDay(at), rules });
    if (fault) return err(refusal(fault));
    const added = await this.ports.unitOfWork.run(scope, async (stores) => {
      if (!(await stores.milestones.add(milestone, MILESTONE_LIMITS.ofCouncil))) return false;
      await recordSaid(stores, milestone, {
        ...{ at, by: reader.actor, deed: 'milestone planned', entry: 0 },
      });
      return true;
    });
    if (!added) return err(refusal('MILESTONES_FULL'));
    await this.ports.wakeUps.wake('assessments');
    return ok(milestone);
  }

  /** Says what became of a milestone. What the same person sends twice running is one deed. */
  async say(reader: Reader, id: string, deed: MilestoneDeed): Answer {
    const scope = scopeOf(reader);
    const seen = await this.one(reader, id);
    if (!seen) return err(refusal('NOT_FOUND'));
    if (!covers(scope.acts, seen.councilId)) return err(refusal('NOT_ALLOWED'));
    const { register, validationRules: rules } = await this.ports.programme.current();
    const said: MilestoneDeed = { ...deed, words: deed.words.trim() };
    const answer = await this.ports.unitOfWork.run(
      scope,
      async (stores): Promise<Awaited<Answer>> => {
        const milestone = await stores.milestones.open(id);
        if (!milestone) return err(refusal('NOT_FOUND'));
        if (isReplay(milestone, said, reader)) return ok(milestone);
        const at = this.ports.clock.now();
        const context = { register, today: londonDay(at), rules };
        const fault = milestoneFault(said, milestone, context);
        if (fault) return err(refusal(fault));
        const n = milestone.entries.length + 1;
        const entry = { n, at, by: reader.actor, deed: said };
        await stores.milestones.append(milestone, entry);
        await recordSaid(stores, milestone, {
          ...{ at, by: reader.actor, deed: DEEDS[said.kind], entry: n },
        });
        return ok({ ...milestone, entries: [...milestone.entries, entry] });
      },
    );
    if (answer.ok) await this.ports.wakeUps.wake('assessments');
    return answer;
  }

  async one(reader: Reader, id: string): Promise<MilestoneRecord | null> {
    const scope = scopeOf(reader);
    return scope.database === 'app' ? this.ports.milestones.byId(scope, id) : null;
  }

  async list(
    reader: Reader,
    query: Omit<MilestoneQuery, 'programmeId' | 'today'>,
  ): Promise<PageOf<MilestoneRecord>> {
    const scope = scopeOf(reader);
    if (scope.database !== 'app') return { items: [], cursors: [], next: null };
    const { register } = await this.ports.programme.current();
    const today = londonDay(this.ports.clock.now());
    return this.ports.milestones.list(scope, {
      ...query,
      today,
      programmeId: register.programmeId,
    });
  }
}

const newestTested = (
  participations: readonly { councilId: number; reform: string; version: number }[],
  { councilId, reform }: MilestonePlan,
): number =>
  participations
    .filter((one) => one.councilId === councilId && one.reform === reform)
    .reduce((newest, { version }) => Math.max(newest, version), 0);

/** Whether somebody sends again what they said last. */
function isReplay({ entries }: MilestoneRecord, said: MilestoneDeed, { actor }: Reader): boolean {
  const last = entries.at(-1);
  if (last?.by !== actor || last.deed.kind !== said.kind || last.deed.words !== said.words)
    return false;
  return said.kind === 'done' || (last.deed.kind === 'redate' && last.deed.due === said.due);
}
