import { timesBetween } from '#domain/calendar';
import { scopeOf, workerScope, type Reader, type Scope } from '#domain/access';
import { addDays, londonDay, londonInstant } from '#domain/periods';
import {
  STAGES,
  type AlertingReadModel,
  type Clock,
  type CouncilPutAside,
  type FailedEvaluation,
  type OutsideMonitor,
  type ProgrammeSource,
  type Stage,
} from '../ports/index.js';

/** A stage that has not done its work for this long has stopped: the sweep asks for it every fifteen seconds. */
const STOPPED_AFTER_MS = 120_000;
/** For how many days a failed evaluation is shown, and told to the outside monitor. */
const FAILED_DAYS = 7;

type Ports = {
  readonly alerting: AlertingReadModel;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly monitor: OutsideMonitor;
};

/** When a stage last did its work, null: never; and whether it has stopped. */
export type StageStatus = {
  readonly stage: Stage;
  readonly last: Date | null;
  readonly stopped: boolean;
};

export type Schedule = {
  readonly ruleCode: string;
  readonly schedule: string;
  readonly lastDone: Date | null;
  readonly next: Date | null;
  /** Evaluations that are due or being worked. */
  readonly waiting: number;
};

export type AlertingStatus = {
  readonly stages: readonly StageStatus[];
  readonly schedules: readonly Schedule[];
  /** Of the last week, newest first. */
  readonly failed: readonly FailedEvaluation[];
  readonly putAside: readonly CouncilPutAside[];
};

/** Whether alerting itself works: a beat for each stage that did its work, and what an outside monitor is told of it. */
export class Alerting {
  constructor(private readonly ports: Ports) {}

  /** A stage has done its work. */
  async beat(stage: Stage): Promise<void> {
    await this.ports.alerting.beat(stage, this.ports.clock.now());
  }

  /** For machines: nothing in it is about a council. */
  async stages(): Promise<readonly StageStatus[]> {
    const now = this.ports.clock.now();
    const beats = await this.ports.alerting.beats();
    return STAGES.map((stage) => {
      const last = beats.get(stage) ?? null;
      const stopped = last === null || now.getTime() - last.getTime() > STOPPED_AFTER_MS;
      return { stage, last, stopped };
    });
  }

  /** For DfE; null for others. */
  async status(reader: Reader): Promise<AlertingStatus | null> {
    const scope = scopeOf(reader);
    if (scope.grants !== 'all') return null;
    const { alerting, programme, clock } = this.ports;
    const { register, alertRules } = await programme.current();
    const done = await alerting.schedules(register.programmeId);
    const now = clock.now();
    const schedules = alertRules.flatMap(({ code, schedule, enabled }): readonly Schedule[] => {
      if (schedule === null || !enabled) return [];
      const until = londonInstant(addDays(londonDay(now), 400), '00:00');
      const [next] = timesBetween(schedule, { after: now, until, most: 1 });
      const known = done.find(({ ruleCode }) => ruleCode === code);
      const { lastDone = null, waiting = 0 } = known ?? {};
      return [{ ruleCode: code, schedule, lastDone, next: next ?? null, waiting }];
    });
    return { stages: await this.stages(), schedules, ...(await this.troubles(scope, now)) };
  }

  /**
   * Tells the outside monitor that alerting works for the next minutes, unless a stage has stopped: when it hears nothing it
   * raises the alarm by itself. False when it could not be reached.
   */
  async tellMonitor(): Promise<boolean> {
    const now = this.ports.clock.now();
    const stages = await this.stages();
    if (stages.some(({ stopped }) => stopped)) return true;
    // The monitor runs on the real time, whatever time the service shows.
    const { failed, putAside } = await this.troubles(workerScope('monitor'), now);
    return this.ports.monitor.tell({ failed, putAside: putAside.length });
  }

  private async troubles(
    scope: Scope,
    now: Date,
  ): Promise<Pick<AlertingStatus, 'failed' | 'putAside'>> {
    const { programmeId } = (await this.ports.programme.current()).register;
    const after = londonInstant(addDays(londonDay(now), -FAILED_DAYS), '00:00');
    return {
      failed: await this.ports.alerting.failed(programmeId, after),
      putAside: await this.ports.alerting.putAside(scope, programmeId),
    };
  }
}
