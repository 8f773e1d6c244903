import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import { mayStartNewLimits, type AssessedInput, type RebaseGround } from '#domain/assessment';
import { wordsFault } from '#domain/intake';
import type { Metric } from '#domain/metrics';
import type { Day } from '#domain/periods';
import { storedCodes } from '../figures/stored-codes.js';
import type { Ids, LimitDecision, Programme, Stores, WakeUps } from '../ports/index.js';
import type { AssessingPorts } from './assess-areas.js';
import { councilInput } from './council-candidate.js';
import { assessedMetrics, OPTIONS, pointsByCouncil, readWorld } from './world.js';

type Ports = AssessingPorts & { readonly ids: Ids; readonly wakeUps: WakeUps };

type Asked = {
  readonly reader: Reader;
  readonly councilId: number;
  readonly metric: string;
  /** The first day of the new limits, or of the baseline. */
  readonly from: Day;
  readonly reason: string;
  /** What the reason rests on: a document, a decision, a change of practice. */
  readonly evidence: string;
};

export type NewLimits = Asked & { readonly ground: RebaseGround };

export type BaselineToConfirm = Asked & { readonly points: number };

/** The points of a baseline: fewer are no guide, and beyond two years nothing is gained. */
const BASELINE = { fewest: 13, most: 24 };

/**
 * What a DfE analyst decides of the limits of one council's series: new limits from a day on, or which points a baseline is.
 * Each with a reason and evidence and a line in the audit; nothing is taken back, and the old limits stay in the chart. The
 * series is assessed again at once.
 */
export class Limits {
  constructor(private readonly ports: Ports) {}

  /** New limits, where a process is known to have changed, or a shift of 8 points or more has a known cause. */
  async rebase({ ground, ...asked }: NewLimits): Promise<Result<LimitDecision, Refusal>> {
    return this.decide(asked, { kind: 'rebase', ground }, (input) =>
      mayStartNewLimits(input, { from: asked.from, ground }, OPTIONS),
    );
  }

  /** Limits and baseline that rest on these first points from a day on, whatever comes after them. */
  async confirmBaseline({
    points,
    ...asked
  }: BaselineToConfirm): Promise<Result<LimitDecision, Refusal>> {
    return this.decide(asked, { kind: 'baseline', points }, (input) => {
      const observed = input.points.filter(
        ({ period, state }) => state === 'value' && period.start >= asked.from,
      );
      const isSized =
        Number.isInteger(points) && points >= BASELINE.fewest && points <= BASELINE.most;
      return isSized && observed.length >= points;
    });
  }

  private async decide(
    asked: Asked,
    what: LimitDecision['what'],
    may: (input: AssessedInput) => boolean,
  ): Promise<Result<LimitDecision, Refusal>> {
    const { reader, councilId, from, reason, evidence } = asked;
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    if (!reader.roles.includes('dfe-analyst') || !covers(scope.grants, councilId))
      return err(refusal('NOT_ALLOWED'));
    const metric = assessedMetrics(programme).find(({ code }) => code === asked.metric);
    if (!metric) return err(refusal('NOT_FOUND'));
    const words =
      wordsFault(reason, programme.validationRules) ??
      wordsFault(evidence, programme.validationRules);
    if (words) return err(refusal(words));
    const { programmeId } = programme.register;
    const decision: LimitDecision = {
      id: this.ports.ids.newId(),
      ...{ programmeId, councilId, metric: metric.code, from, what },
      ...{ reason: reason.trim(), evidence: evidence.trim() },
      ...{ decidedAt: this.ports.clock.now(), by: reader.actor },
    };
    const decided = await this.ports.unitOfWork.run(scope, async (stores) => {
      const input = await this.inputOf(stores, { programme, metric, councilId });
      if (!input || !may(input)) return false;
      await stores.assessments.decide(decision);
      await stores.audit.record({
        programmeId,
        at: decision.decidedAt,
        actor: reader.actor,
        deed: what.kind === 'rebase' ? 'limits re-based' : 'baseline confirmed',
        councilId,
        subject: decision.id,
        detail: { metric: metric.code, from, ...what },
      });
      const [code = null] = storedCodes(metric);
      await stores.alerts.queueSeries([{ programmeId, councilId, metric: code }]);
      return true;
    });
    if (!decided) return err(refusal('LIMITS_STAND'));
    await this.ports.wakeUps.wake('assessments');
    return ok(decision);
  }

  /** The series as the worker would assess it now: the decision is judged by what it will be made from. */
  private async inputOf(
    stores: Stores,
    of: { programme: Programme; metric: Metric; councilId: number },
  ): Promise<AssessedInput | null> {
    const { programme, metric, councilId } = of;
    const { digests, clock } = this.ports;
    const pairs = storedCodes(metric).map((code) => ({ councilId, code }));
    const figures = await stores.assessments.figuresOf(programme.register.programmeId, pairs);
    const points = pointsByCouncil(programme, metric, figures).get(councilId) ?? [];
    if (points.length === 0) return null;
    const given = { programme, digests, now: clock.now() };
    const world = await readWorld(stores, given, [councilId]);
    return councilInput(world, metric, { councilId, points });
  }
}
