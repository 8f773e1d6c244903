import { workerScope } from '#domain/access';
import { londonDay } from '#domain/periods';
import { assessAreas } from '../assessments/assess-areas.js';
import { assessTouched } from '../assessments/assess-touched.js';
import type {
  Clock,
  Digests,
  Ids,
  Programme,
  ProgrammeSource,
  SeriesToAssess,
  Stores,
  UnitOfWork,
} from '../ports/index.js';
import { NO_EVALUATIONS, type Bench } from './bench.js';
import { FunnelBook } from './funnel-book.js';
import { judgeCouncil, judgedCodes } from './judge-council.js';
import { JudgementMemory } from './judgement-memory.js';
import { messageToDfe } from './message-to-dfe.js';

const BATCH = 500;
/** After so many failures in a row DfE is told: by then a passing one is over. */
const TELL_AT = 5;
const MOST_DETAIL = 200;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digests: Digests;
};

/** Whether series are assessed as they are judged, or all of them later: see `RebuildAssessments`. */
type Assessing = 'with-them' | 'later';

/** Which of the series that wait are judged in one transaction. */
type Batch = {
  readonly atOnce: number;
  readonly assessing: Assessing;
  /** Null: of any council. */
  readonly councilId: number | null;
};

/**
 * Judges the series of the programme's councils that wait: every enabled rule on every series that the new figures touch, at each moment since it was
 * last judged, in order, so that a late run writes the same history as a punctual one. Before that, every touched series
 * of any council is assessed; and afterwards the areas, funnels and bands that contain one whose assessment changed.
 *
 * Figures that cannot be judged hold up nobody else's: when a batch fails, each council is judged by itself, and one that fails
 * again is put aside and tried later.
 */
export class JudgeSeries {
  constructor(private readonly ports: Ports) {}

  /** Takes at most so many series in one transaction. Returns how many were taken in all. */
  async run(atOnce: number = BATCH, assessing: Assessing = 'with-them'): Promise<number> {
    for (let taken = 0; ;) {
      const batch = await this.batch({ atOnce, assessing, councilId: null }).catch(
        (error: unknown) => this.eachByItself({ atOnce, assessing }, error),
      );
      taken += batch;
      if (batch > 0) continue;
      if (assessing === 'with-them') await assessAreas(this.ports);
      return taken;
    }
  }

  private batch(batch: Batch): Promise<number> {
    return this.ports.unitOfWork.run(workerScope('judgement'), (stores) =>
      this.workBatch(stores, batch),
    );
  }

  /** Every council that waits, in a transaction of its own. What failed stands where there is none. */
  private async eachByItself(batch: Omit<Batch, 'councilId'>, failure: unknown): Promise<number> {
    const now = this.ports.clock.now();
    const councilIds = await this.ports.unitOfWork.run(workerScope('judgement'), (stores) =>
      stores.alerts.councilsThatWait(now),
    );
    if (councilIds.length === 0) throw failure;
    let taken = 0;
    for (const councilId of councilIds) {
      try {
        taken += await this.batch({ ...batch, councilId });
      } catch (error) {
        await this.putAside(councilId, error);
      }
    }
    return taken;
  }

  private async putAside(councilId: number, error: unknown): Promise<void> {
    const { programmeId } = (await this.ports.programme.current()).register;
    const now = this.ports.clock.now();
    const detail = String(error).slice(0, MOST_DETAIL);
    await this.ports.unitOfWork.run(workerScope('judgement'), async ({ alerts }) => {
      const tries = await alerts.putAside(councilId, { programmeId, now, detail });
      if (tries !== TELL_AT) return;
      // One a day, whichever councils it is about.
      const about = {
        ...{ id: this.ports.ids.newId(), programmeId },
        event: `put aside ${londonDay(now)}`,
        subject: 'Figures of a council could not be judged',
        body: 'The page on how alerting works says whose, since when, and when they are tried again.',
      };
      await alerts.notify([messageToDfe(about, now)]);
    });
  }

  private async workBatch(
    stores: Stores,
    { atOnce, assessing, councilId }: Batch,
  ): Promise<number> {
    const series = await stores.alerts.takeSeries({
      ...{ most: atOnce, councilId },
      now: this.ports.clock.now(),
    });
    // Asked for after they were taken: whoever put a rule in force and had series judged by it, has done so by now.
    const programme = await this.ports.programme.current();
    const asked = withPeers(programme, series);
    const councilIds = [...new Set(asked.map(({ councilId }) => councilId))];
    if (councilIds.length === 0) return 0;
    await stores.alerts.lockCouncils(
      programme.register.programmeId,
      councilIds.sort((a, b) => a - b),
    );
    if (assessing === 'with-them') {
      const { clock, digests } = this.ports;
      await assessTouched(stores, { programme, digests, now: clock.now() }, series);
    }
    await this.judgeBatch(stores, programme, asked);
    return series.length;
  }

  private async judgeBatch(
    stores: Stores,
    programme: Programme,
    series: readonly SeriesToAssess[],
  ): Promise<void> {
    const members = new Set(programme.register.memberships.map(({ councilId }) => councilId));
    const judged = judgedCodes({ programme });
    const byCouncil = new Map<number, SeriesToAssess[]>();
    for (const one of series.filter(
      ({ councilId, metric }) => members.has(councilId) && (metric === null || judged.has(metric)),
    ))
      byCouncil.set(one.councilId, [...(byCouncil.get(one.councilId) ?? []), one]);
    const now = this.ports.clock.now();
    const councilIds = [...byCouncil.keys()].sort((a, b) => a - b);
    if (councilIds.length === 0) return;
    const { programmeId } = programme.register;
    const decided = await stores.assessments.decided(programmeId, councilIds);
    const recalled = await stores.alerts.recall(programmeId, councilIds);
    const memory = new JudgementMemory(recalled, decided.limits);
    const funnels = new FunnelBook(stores.alerts, { programme, now });
    for (const councilId of councilIds) {
      const bench: Bench = {
        stores,
        memory,
        funnels,
        programme,
        councilId,
        now,
        only: null,
        evaluations: NO_EVALUATIONS,
        newId: () => this.ports.ids.newId(),
      };
      await judgeCouncil(bench, byCouncil.get(councilId) ?? []);
    }
    await memory.settle(stores.alerts);
  }
}

/**
 * What is touched, and with a published figure that councils are compared by, the same series of every member: where one
 * stands among the others depends on all of them.
 */
function withPeers(
  programme: Programme,
  series: readonly SeriesToAssess[],
): readonly SeriesToAssess[] {
  const rules = programme.ruleHistory
    .map(({ rule }) => rule)
    .filter(({ enabled, condition }) => enabled && condition.kind === 'unlike-the-others');
  const compared = new Set(rules.flatMap((rule) => rule.metrics));
  const published = new Set(
    programme.metrics
      .filter(({ type, code }) => type === 'published' && compared.has(code))
      .map(({ code }) => code),
  );
  const touched = [...new Set(series.map(({ metric }) => metric ?? ''))].filter((code) =>
    published.has(code),
  );
  const { programmeId, memberships } = programme.register;
  const peers = [...new Set(memberships.map(({ councilId }) => councilId))].flatMap((councilId) =>
    touched.map((metric) => ({ programmeId, councilId, metric })),
  );
  return [...series, ...peers];
}
