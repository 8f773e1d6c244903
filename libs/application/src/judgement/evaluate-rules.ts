import { workerScope } from '#domain/access';
import type {
  Clock,
  Evaluation,
  Ids,
  Programme,
  ProgrammeSource,
  UnitOfWork,
} from '../ports/index.js';
import { FunnelBook } from './funnel-book.js';
import type { FunnelHistory } from './funnel-history.js';
import { judgeCouncil } from './judge-council.js';
import { JudgementMemory } from './judgement-memory.js';
import { messageToDfe } from './message-to-dfe.js';

/** How often an evaluation is begun before it is given up. */
const MOST_TRIES = 5;
const MINUTE_MS = 60_000;
/** For how long one is held at a time: longer than any council takes. */
const LEASE_MS = 5 * MINUTE_MS;
const MOST_DETAIL = 200;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
};

/**
 * Evaluates rules on a schedule at the times that were put down for them: each time once however many workers run, the
 * oldest of a rule first, as of that time even when it is long past. Each council is judged in a transaction of its own that
 * remembers how far it came, so that whoever dies leaves only the rest to be done. One that fails is tried again after one, two,
 * four and eight minutes; then it is given up, DfE is told, and the rule's next time takes in what this one missed.
 */
export class EvaluateRules {
  constructor(private readonly ports: Ports) {}

  /** Returns how many evaluations were begun. */
  async run(): Promise<number> {
    for (let begun = 0; ; begun += 1) {
      const now = this.ports.clock.now();
      const evaluation = await this.ports.unitOfWork.run(workerScope('evaluation'), (stores) =>
        stores.evaluations.take(now, new Date(now.getTime() + LEASE_MS)),
      );
      if (!evaluation) return begun;
      try {
        await this.evaluate(evaluation);
      } catch (error) {
        await this.failed(evaluation, error);
      }
    }
  }

  private async evaluate(evaluation: Evaluation): Promise<void> {
    const programme = await this.ports.programme.current();
    const funnels = new Map<string, FunnelHistory>();
    const members = new Set(programme.register.memberships.map(({ councilId }) => councilId));
    for (const councilId of members) {
      const held = await this.evaluateCouncil(evaluation, { programme, councilId, funnels });
      if (!held) return;
    }
    await this.ports.unitOfWork.run(workerScope('evaluation'), (stores) =>
      stores.evaluations.finish(evaluation, {
        state: 'done',
        at: this.ports.clock.now(),
        detail: null,
      }),
    );
  }

  /** False when somebody else has taken the evaluation, and goes on with it. */
  private async evaluateCouncil(
    evaluation: Evaluation,
    of: {
      readonly programme: Programme;
      readonly councilId: number;
      readonly funnels: Map<string, FunnelHistory>;
    },
  ): Promise<boolean> {
    const { programme, councilId, funnels } = of;
    const { ruleCode, dueAt } = evaluation;
    const { programmeId } = programme.register;
    return this.ports.unitOfWork.run(workerScope('evaluation'), async (stores) => {
      const until = new Date(this.ports.clock.now().getTime() + LEASE_MS);
      if (!(await stores.evaluations.hold(evaluation, until))) return false;
      await stores.alerts.lockCouncils(programmeId, [councilId]);
      const recalled = await stores.alerts.recall(programmeId, [councilId]);
      const { limits } = await stores.assessments.decided(programmeId, [councilId]);
      const memory = new JudgementMemory(recalled, limits);
      await judgeCouncil(
        {
          ...{ stores, memory, programme, councilId },
          funnels: new FunnelBook(stores.alerts, { programme, now: dueAt }, funnels),
          only: ruleCode,
          now: dueAt,
          evaluations: () => [dueAt.getTime()],
          newId: () => this.ports.ids.newId(),
        },
        everySeries(programme, councilId),
      );
      await memory.settle(stores.alerts);
      return true;
    });
  }

  private async failed(evaluation: Evaluation, error: unknown): Promise<void> {
    const at = this.ports.clock.now();
    const detail = String(error).slice(0, MOST_DETAIL);
    await this.ports.unitOfWork.run(workerScope('evaluation'), async (stores) => {
      if (evaluation.tries < MOST_TRIES) {
        const wait = MINUTE_MS * 2 ** (evaluation.tries - 1);
        await stores.evaluations.hold(evaluation, new Date(at.getTime() + wait));
        return;
      }
      const isOurs = await stores.evaluations.finish(evaluation, { state: 'failed', at, detail });
      if (!isOurs) return;
      const { programmeId, ruleCode, dueAt } = evaluation;
      const about = {
        ...{ id: this.ports.ids.newId(), programmeId },
        event: `evaluation failed ${ruleCode} ${dueAt.toISOString()}`,
        subject: 'An alert rule could not be evaluated',
        body: 'The page on how alerting works says which, and when it is evaluated next.',
      };
      await stores.alerts.notify([messageToDfe(about, at)]);
    });
  }
}

/** A council's returns and everything that is counted of it. */
export const everySeries = (programme: Programme, councilId: number) => {
  const { programmeId } = programme.register;
  return [
    null,
    ...programme.metrics.filter(({ type }) => type !== 'measure').map(({ code }) => code),
  ].map((metric) => ({ programmeId, councilId, metric }));
};
