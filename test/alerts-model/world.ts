import {
  JudgeSeries,
  ReplayAlerts,
  SendNotifications,
  SweepSchedules,
} from '#application/judgement';
import {
  Clock,
  Ids,
  ProgrammeSource,
  UnitOfWork,
  WakeUps,
  type AlertRecord,
  type AlertStep,
  type KnownRevision,
  type Programme,
  type Recalled,
  type Stores,
} from '#application/ports';
import type { Silence } from '#domain/notifications';
import { periodKey, type Period } from '#domain/periods';
import { Sha256Digests } from '#platform/ids';
import { BOXES, programmeOfTwo, revisionOf, type Level, type Sent } from './facts.js';
import { standing, tellingStore, type Message } from './inbox.js';
import { alertStore, Memory } from './memory.js';

const DAY_MS = 86_400_000;

/**
 * The real judging code (sweep, judge, replay) over a record in memory: what is sent to it, time, and a worker that may be killed
 * before each write. Transactions are whole or not at all.
 */
export class World {
  readonly programme = programmeOfTwo();
  readonly councilIds = [...new Set(this.programme.register.memberships.map((m) => m.councilId))];
  readonly sent: Sent[] = [];
  readonly silences: Silence[] = [];
  now = new Date('2023-02-01T09:00:00Z');
  private made = 0;
  readonly memory = new Memory();
  private readonly judge: JudgeSeries;
  private readonly sweep: SweepSchedules;
  private readonly replays: ReplayAlerts;
  private readonly sender: SendNotifications;

  constructor() {
    const ports = {
      unitOfWork: this.unitOfWork(),
      programme: this.programmeSource(),
      clock: this.clock(),
      ids: this.ids(),
      digests: new Sha256Digests(),
      wakeUps: new Silent(),
    };
    this.judge = new JudgeSeries(ports);
    this.sweep = new SweepSchedules(ports);
    this.replays = new ReplayAlerts(ports);
    this.sender = new SendNotifications(ports);
  }

  /** The worker looks: at the calendar, at what waits, and at what is due to be told. */
  async look(): Promise<void> {
    await this.sweep.run();
    await this.judge.run(500, 'later');
    await this.sender.run();
  }

  async differences(): Promise<readonly string[]> {
    return (await this.replays.run({ ruleCode: null })).differences;
  }

  alerts(): readonly AlertRecord[] {
    return [...this.memory.kept.alerts.values()];
  }

  stepsOf(alertId: string): readonly AlertStep[] {
    return this.memory.kept.steps.filter((step) => step.alertId === alertId);
  }

  /** How many messages a silence has held so far. */
  get holds(): number {
    return this.memory.holds;
  }

  messages(): readonly Message[] {
    return [...this.memory.kept.messages.values()];
  }

  send(councilId: number, period: Period, level: Level): void {
    this.made += 1;
    const id = `sent-${this.made}`;
    const sent = {
      id,
      councilId,
      period,
      level,
      at: this.now,
      approvedAt: null,
      withdrawnAt: null,
    };
    this.sent.push(sent);
    this.wait(councilId);
  }

  /** Somebody did something about a council's figures: its series wait, as at every acceptance. */
  wait(councilId: number): void {
    const { programmeId } = this.programme.register;
    const series = [null, ...BOXES].map((metric) => ({ programmeId, councilId, metric }));
    this.memory.kept = { ...this.memory.kept, waiting: [...this.memory.kept.waiting, ...series] };
  }

  /** Somebody asks for no messages about a council, to anybody, for some days. */
  silence(councilId: number, days: number): void {
    this.made += 1;
    this.silences.push({
      ...{
        id: `silence-${this.made}`,
        programmeId: this.programme.register.programmeId,
        councilId,
      },
      ...{ ruleCode: null, metric: null, partnership: null, audience: 'all', reason: 'known' },
      ...{ createdAt: this.now, createdBy: 'somebody', endedAt: null, endedBy: null },
      from: this.now,
      until: new Date(this.now.getTime() + days * DAY_MS),
    });
  }

  /** `which`: taken modulo how many there are; nothing where there is none. */
  endSilence(which: number): void {
    const at = which % Math.max(1, this.silences.length);
    const silence = this.silences[at];
    if (!silence || silence.endedAt !== null) return;
    this.silences[at] = { ...silence, endedAt: this.now, endedBy: 'somebody' };
  }

  acknowledge(alertId: string): void {
    const alert = this.memory.kept.alerts.get(alertId);
    if (!alert) return;
    const acknowledged = { ...alert, acknowledgedAt: this.now, acknowledgedBy: 'somebody' };
    this.memory.kept = {
      ...this.memory.kept,
      alerts: new Map(this.memory.kept.alerts).set(alertId, acknowledged),
    };
  }

  private unitOfWork(): UnitOfWork {
    const run = async <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
      const before = this.memory.kept;
      try {
        return await work(this.stores());
      } catch (error) {
        this.memory.kept = before;
        throw error;
      }
    };
    return new (class extends UnitOfWork {
      run<T>(_scope: unknown, work: (stores: Stores) => Promise<T>): Promise<T> {
        return run(work);
      }
    })();
  }

  private stores(): Stores {
    const none = () => Promise.resolve([]);
    const nothing = {
      owed: { between: none, milestones: none, feedback: none, acknowledged: none },
      figures: {
        promoteDue: () => Promise.resolve(0),
        cameBetween: ({ after, upTo }: { after: Date; upTo: Date }) =>
          Promise.resolve(
            this.sent
              .filter(({ at }) => at > after && at <= upTo)
              .map(({ councilId, at }) => ({ councilId, knownAt: at })),
          ),
      },
      permissions: { extensionsFrom: () => Promise.resolve([]) },
      drafts: { forgetEnded: () => Promise.resolve() },
      submissions: { forgetKeysBefore: () => Promise.resolve() },
      monthsSoFar: { forgetEnded: () => Promise.resolve() },
      erasures: { dropFiles: () => Promise.resolve(0) },
      evaluations: { plannedUpTo: () => Promise.resolve(null), ended: () => Promise.resolve([]) },
      assessments: { decided: () => Promise.resolve({ baselines: [], limits: [] }) },
    };
    return {
      ...nothing,
      alerts: alertStore(this.memory, this),
      telling: tellingStore(this.memory, this.silences),
      silences: { standing: () => Promise.resolve(standing(this.silences, this.now)) },
      subscriptions: { standingAfter: none },
    } as unknown as Stores;
  }

  recalled(councilIds: readonly number[]): Recalled {
    const { programmeId } = this.programme.register;
    const arrivals = councilIds.flatMap((councilId) => {
      const own = this.sent.filter((sent) => sent.councilId === councilId);
      return [...new Set(own.map(({ period }) => periodKey(period)))].map((period) => {
        const of = own.filter((sent) => periodKey(sent.period) === period);
        return {
          ...{ councilId, period, answeredAt: null },
          receivedAt: of.map(({ at }) => at),
          withdrawnAt: of.map(({ withdrawnAt }) => withdrawnAt),
        };
      });
    });
    const plans = councilIds.map((councilId) => ({
      ...{ councilId, metric: 'plans_within_20_weeks', version: 1, status: 'agreed' as const },
      ...{ interpolation: 'step' as const, tolerance: 5, agreedOn: null, note: '' },
      points: [{ from: '2022-01-01', value: 90 }],
    }));
    const isOf = (one: { readonly councilId: number }): boolean =>
      councilIds.includes(one.councilId);
    return {
      ...{ plans, extensions: [], arrivals },
      alerts: this.alerts().filter((alert) => alert.programmeId === programmeId && isOf(alert)),
      judged: [...this.memory.kept.judged.values()].filter(isOf),
    };
  }

  revisions(councilIds: readonly number[], metrics: ReadonlySet<string>): readonly KnownRevision[] {
    return this.sent
      .flatMap((sent, index) =>
        councilIds.includes(sent.councilId)
          ? BOXES.filter((metric) => metrics.has(metric)).map((metric) =>
              revisionOf(sent, index, metric),
            )
          : [],
      )
      .sort((a, b) =>
        a.period.start < b.period.start
          ? -1
          : a.period.start > b.period.start
            ? 1
            : a.knownSeq - b.knownSeq,
      );
  }

  private clock(): Clock {
    const now = (): Date => this.now;
    return new (class extends Clock {
      now = now;
    })();
  }

  private ids(): Ids {
    const next = (): string => {
      this.made += 1;
      return `alert-${this.made}`;
    };
    return new (class extends Ids {
      newId = next;
    })();
  }

  private programmeSource(): ProgrammeSource {
    const { programme } = this;
    return new (class extends ProgrammeSource {
      current(): Promise<Programme> {
        return Promise.resolve(programme);
      }
    })();
  }
}

/** Wake-ups are all lost: the sweep alone finds what waits. */
class Silent extends WakeUps {
  wake(): Promise<void> {
    return Promise.resolve();
  }
}
