import type { Result } from '#domain';
import { workerScope } from '#domain/access';
import { looksBeside, type AlertRule } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import { storedCodes } from '../figures/stored-codes.js';
import type {
  BackTest,
  BackTestedCouncil,
  CouncilRecord,
  HeavyFault,
  Programme,
  Stores,
  UnitOfWork,
} from '../ports/index.js';
import { comparesCouncils, type BackTestTask } from './back-test-councils.js';

/** Councils that are read, copied and judged at once. */
const BATCH = 8;

export type BackTestPorts = {
  readonly unitOfWork: UnitOfWork;
  /** `backTestCouncils`, where it keeps nobody waiting. */
  readonly judge: (task: BackTestTask) => Promise<Result<readonly BackTestedCouncil[], HeavyFault>>;
  /** How many batches are under way at once. */
  readonly lanes: number;
};

/** What is back-tested, and up to when. */
export type BackTestOrder = Pick<BackTest, 'rule' | 'beside' | 'asKnown'> & { readonly now: Date };

/** A back-test of some councils of a programme, with whoever is told of them. */
export type BackTestRun = (
  of: { readonly order: BackTestOrder; readonly programme: Programme },
  on: {
    readonly councilIds: readonly number[];
    readonly onCouncils: (councils: readonly BackTestedCouncil[]) => Promise<boolean>;
  },
) => Promise<void>;

/** Why a back-test could not be calculated. */
export class BackTestFault extends Error {}

const scope = workerScope('back-test');

/**
 * Back-tests councils of a programme, some at a time: reads everything that was ever known of them, once each, and judges it
 * where it keeps nobody waiting. `onCouncils` is told what came of each batch, in no order; once it answers false nothing more
 * is begun, nor when this process is stopping. Rejects with `BackTestFault` where a calculation fails.
 */
export async function runBackTest(
  ports: BackTestPorts,
  ...[of, { councilIds, onCouncils }]: Parameters<BackTestRun>
): Promise<void> {
  const whole = comparesCouncils(of.order.rule);
  const batches = whole ? [councilIds] : inBatches(councilIds);
  const programme = judgedPart(of.programme, of.order);
  let goesOn = true;
  const rest = batches.values();
  const lane = async (): Promise<void> => {
    // Every lane takes the next batch of the same list.
    for (const batch of rest) {
      if (!goesOn || batch.length === 0) return;
      const task = await readTask(ports.unitOfWork, { ...of.order, programme }, batch);
      const answer = await ports.judge(task);
      if (!answer.ok) {
        goesOn = false;
        if (answer.error.kind === 'failed') throw new BackTestFault(answer.error.message);
        // The process is stopping, or has too much to do: what is not done is left to be gone on with.
        return;
      }
      goesOn = (await onCouncils(answer.value)) && goesOn;
    }
  };
  await Promise.all(Array.from({ length: ports.lanes }, lane));
}

/** The councils that a back-test is of: every member of the programme, ever. */
export const memberIds = ({ register }: Programme): readonly number[] =>
  [...new Set(register.memberships.map(({ councilId }) => councilId))].sort((a, b) => a - b);

const inBatches = (ids: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, n) =>
    ids.slice(n * BATCH, (n + 1) * BATCH),
  );

async function readTask(
  unitOfWork: UnitOfWork,
  of: BackTestOrder & { readonly programme: Programme },
  councilIds: readonly number[],
): Promise<BackTestTask> {
  const { programmeId } = of.programme.register;
  const read = await unitOfWork.run(scope, async (stores) => ({
    recalled: await stores.alerts.recall(programmeId, councilIds),
    decided: await stores.assessments.decided(programmeId, councilIds),
    figures: await stores.backTests.figures({
      programmeId,
      councilIds: comparesCouncils(of.rule) ? memberIds(of.programme) : councilIds,
      metrics: [...new Set(of.programme.metrics.flatMap(storedCodes))],
    }),
    owed: await readOwed(stores, of, councilIds),
  }));
  const own = <T extends { readonly councilId: number }>(all: readonly T[], id: number) =>
    all.filter(({ councilId }) => councilId === id);
  return {
    ...of,
    figures: read.figures,
    councils: councilIds.map((councilId) => ({
      councilId,
      plans: own(read.recalled.plans, councilId),
      extensions: own(read.recalled.extensions, councilId),
      arrivals: own(read.recalled.arrivals, councilId),
      limits: own(read.decided.limits, councilId),
      owed: read.owed.get(councilId) ?? NOTHING_OWED,
    })),
  };
}

const NOTHING_OWED: CouncilRecord['owed'] = { milestones: [], feedback: [], acknowledged: [] };
const ON_WHAT_IS_OWED: ReadonlySet<string> = new Set(['milestone-overdue', 'answer-overdue']);

/** What people owe, by council, for a rule that asks for it. */
async function readOwed(
  { owed }: Stores,
  { rule, programme }: BackTestOrder & { readonly programme: Programme },
  councilIds: readonly number[],
): Promise<ReadonlyMap<number, CouncilRecord['owed']>> {
  const found = new Map<number, CouncilRecord['owed']>();
  if (!ON_WHAT_IS_OWED.has(rule.condition.kind)) return found;
  for (const councilId of councilIds) {
    const of = { programmeId: programme.register.programmeId, councilId };
    found.set(councilId, {
      milestones: await owed.milestones(of),
      feedback: await owed.feedback(of),
      acknowledged: await owed.acknowledged({ ...of, notOf: rule.code }),
    });
  }
  return found;
}

/** A programme without what judging these rules never reads. */
function judgedPart(programme: Programme, { rule, beside }: BackTestOrder): Programme {
  const metrics = new Map(programme.metrics.map((metric) => [metric.code, metric]));
  const seen = new Map<string, Metric>();
  for (const one of [rule, ...(beside ? [beside] : [])])
    for (const metric of lookedAt(one, metrics)) seen.set(metric.code, metric);
  // A measure is judged when a figure that it is made of is touched.
  const parts = [...seen.values()].flatMap(storedCodes).flatMap((code) => metrics.get(code) ?? []);
  return {
    ...programme,
    metrics: [...new Set([...seen.values(), ...parts])],
    returnDefinition: { ...programme.returnDefinition, themes: [], pairs: [], counting: [] },
    // The rule on missing returns also says how long a figure may be missing for every other rule.
    alertRules: programme.alertRules.filter(isOnReturns),
    ruleHistory: programme.ruleHistory.filter((one) => isOnReturns(one.rule)),
    ...{ validationRules: [], reforms: [], schoolTerms: [] },
  };
}

const lookedAt = (rule: AlertRule, metrics: ReadonlyMap<string, Metric>): readonly Metric[] =>
  rule.metrics.flatMap((code) => {
    const metric = metrics.get(code);
    if (!metric) return [];
    const beside = looksBeside(rule.condition, metric);
    return [metric, ...beside.flatMap((other) => metrics.get(other) ?? [])];
  });

const isOnReturns = ({ condition }: AlertRule): boolean => condition.kind === 'return-missing';
