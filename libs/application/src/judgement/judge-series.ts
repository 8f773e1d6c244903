import { workerScope } from '#domain/access';
import type { AlertRule } from '#domain/judgement';
import type { Metric } from '#domain/metrics';
import { assessAreas } from '../assessments/assess-areas.js';
import { assessTouched } from '../assessments/assess-touched.js';
import { storedCodes } from '../figures/stored-codes.js';
import type {
  Clock,
  Digests,
  Ids,
  KnownRevision,
  Programme,
  ProgrammeSource,
  SeriesToAssess,
  Stores,
  UnitOfWork,
} from '../ports/index.js';
import type { Bench } from './bench.js';
import { judgeMetric } from './judge-metric.js';
import { judgeReturns } from './judge-returns.js';
import { JudgementMemory } from './judgement-memory.js';

const BATCH = 500;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digests: Digests;
};

/** Whether series are assessed as they are judged, or all of them later: see `RebuildAssessments`. */
type Assessing = 'with-them' | 'later';

/**
 * Judges the series of the programme's councils that wait: every enabled rule on every series that the new figures touch, at each moment since it was
 * last judged, in order, so that a late run writes the same history as a punctual one. Before that, every touched series
 * of any council is assessed; and afterwards the areas, funnels and bands that contain one whose assessment changed.
 */
export class JudgeSeries {
  constructor(private readonly ports: Ports) {}

  /** Takes at most so many series in one transaction. Returns how many were taken in all. */
  async run(atOnce: number = BATCH, assessing: Assessing = 'with-them'): Promise<number> {
    const programme = await this.ports.programme.current();
    for (let taken = 0; ;) {
      const batch = await this.ports.unitOfWork.run(workerScope('judgement'), (stores) =>
        this.workBatch(stores, programme, { atOnce, assessing }),
      );
      taken += batch;
      if (batch > 0) continue;
      if (assessing === 'with-them') await assessAreas(this.ports);
      return taken;
    }
  }

  private async workBatch(
    stores: Stores,
    programme: Programme,
    { atOnce, assessing }: { readonly atOnce: number; readonly assessing: Assessing },
  ): Promise<number> {
    const series = await stores.alerts.takeSeries(atOnce);
    const councilIds = [...new Set(series.map(({ councilId }) => councilId))];
    if (councilIds.length === 0) return 0;
    await stores.alerts.lockCouncils(
      programme.register.programmeId,
      councilIds.sort((a, b) => a - b),
    );
    if (assessing === 'with-them') {
      const { clock, digests } = this.ports;
      await assessTouched(stores, { programme, digests, now: clock.now() }, series);
    }
    await this.judgeBatch(stores, programme, series);
    return series.length;
  }

  private async judgeBatch(
    stores: Stores,
    programme: Programme,
    series: readonly SeriesToAssess[],
  ): Promise<void> {
    const members = new Set(programme.register.memberships.map(({ councilId }) => councilId));
    const judged = judgedCodes(programme);
    const byCouncil = new Map<number, SeriesToAssess[]>();
    for (const one of series.filter(
      ({ councilId, metric }) => members.has(councilId) && (metric === null || judged.has(metric)),
    ))
      byCouncil.set(one.councilId, [...(byCouncil.get(one.councilId) ?? []), one]);
    const now = this.ports.clock.now();
    const councilIds = [...byCouncil.keys()].sort((a, b) => a - b);
    if (councilIds.length === 0) return;
    const { programmeId } = programme.register;
    const memory = new JudgementMemory(await stores.alerts.recall(programmeId, councilIds));
    for (const councilId of councilIds) {
      const bench: Bench = {
        stores,
        memory,
        programme,
        councilId,
        now,
        newId: () => this.ports.ids.newId(),
      };
      await judgeCouncil(bench, byCouncil.get(councilId) ?? []);
    }
    await memory.settle(stores.alerts);
  }
}

/** Every enabled rule on what was touched of one council. */
export async function judgeCouncil(bench: Bench, series: readonly SeriesToAssess[]): Promise<void> {
  const { programme, stores, memory, councilId } = bench;
  const touched = new Set(series.map((one) => one.metric));
  const enabled = programme.alertRules.filter((rule) => rule.enabled);
  if (touched.has(null)) {
    for (const rule of enabled) await judgeReturns(bench, rule);
  }
  const pairs = enabled.flatMap((rule) =>
    metricsOf(rule, programme, touched).map((metric) => ({ rule, metric })),
  );
  if (pairs.length === 0) return;
  const plans = memory.plans(councilId);
  const judged = pairs.filter(
    ({ rule, metric }) =>
      rule.condition.kind !== 'plan-band' || plans.some((plan) => plan.metric === metric.code),
  );
  if (judged.length === 0) return;
  const revisions: readonly KnownRevision[] = await stores.alerts.revisions({
    programmeId: programme.register.programmeId,
    councilId,
    metrics: [...new Set(judged.flatMap(({ metric }) => storedCodes(metric)))],
  });
  for (const { rule, metric } of judged)
    await judgeMetric(bench, { rule, metric, plans, revisions });
}

/** The stored figures that any enabled rule looks at: most published series are judged by none. */
const judgedCodes = (programme: Programme): ReadonlySet<string> => {
  const codes = new Set(
    programme.alertRules.filter((rule) => rule.enabled).flatMap((rule) => rule.metrics),
  );
  return new Set(programme.metrics.filter((metric) => codes.has(metric.code)).flatMap(storedCodes));
};

/** The rule's metrics that the touched figures belong to. */
const metricsOf = (
  rule: AlertRule,
  programme: Programme,
  touched: ReadonlySet<string | null>,
): readonly Metric[] =>
  programme.metrics.filter(
    (metric) =>
      rule.metrics.includes(metric.code) && storedCodes(metric).some((code) => touched.has(code)),
  );
