import type { Scope } from '#domain/access';

/** One time at which a rule on a schedule is evaluated: once, however many workers run. */
export type Evaluation = {
  readonly programmeId: number;
  readonly ruleCode: string;
  readonly dueAt: Date;
  /** How often it was begun; of one that is taken, with this time. */
  readonly tries: number;
};

/** How an evaluation ended. */
export type EvaluationEnd = {
  readonly state: 'done' | 'failed';
  readonly at: Date;
  /** Why it failed; null when it is done. */
  readonly detail: string | null;
};

/** Evaluations that are due, being worked, done or failed. */
export abstract class EvaluationStore {
  /** The last time that was put down for a rule; null before the first. Locked until the transaction ends. */
  abstract plannedUpTo(programmeId: number, ruleCode: string): Promise<Date | null>;
  /** Puts down times; one that stands already is left as it is. */
  abstract plan(programmeId: number, ruleCode: string, times: readonly Date[]): Promise<void>;
  /** Takes the oldest that waits of a rule of which nothing older waits. Nobody else does before `until`. */
  abstract take(now: Date, until: Date): Promise<Evaluation | null>;
  /** Holds on to one that was taken. False when somebody else has taken it since: it is theirs. */
  abstract hold(evaluation: Evaluation, until: Date): Promise<boolean>;
  /** False when somebody else has taken it since. */
  abstract finish(evaluation: Evaluation, end: EvaluationEnd): Promise<boolean>;
  /** The times that were evaluated, or given up, of every rule; oldest first. */
  abstract ended(programmeId: number): Promise<readonly Pick<Evaluation, 'ruleCode' | 'dueAt'>[]>;
}

/** What a part of alerting does: it looks at the calendar, judges, and sends. */
export const STAGES = ['calendar', 'judgement', 'messages'] as const;
export type Stage = (typeof STAGES)[number];

/** How one rule's schedule goes. */
export type EvaluationStatus = {
  readonly ruleCode: string;
  readonly lastDone: Date | null;
  readonly waiting: number;
};

export type FailedEvaluation = {
  readonly ruleCode: string;
  readonly dueAt: Date;
  readonly failedAt: Date;
  readonly tries: number;
  readonly detail: string;
};

/** A council whose figures could not be judged, and wait for another try. */
export type CouncilPutAside = {
  readonly councilId: number;
  readonly tries: number;
  readonly nextAt: Date;
  /** What happened last. */
  readonly detail: string;
};

/** Whether alerting itself works; most of it about no council, so that no scope narrows it. */
export abstract class AlertingReadModel {
  /** When each stage last did its work; one that never did is not among them. */
  abstract beats(): Promise<ReadonlyMap<Stage, Date>>;
  abstract beat(stage: Stage, at: Date): Promise<void>;
  abstract schedules(programmeId: number): Promise<readonly EvaluationStatus[]>;
  /** What was given up after a moment, newest first. */
  abstract failed(programmeId: number, after: Date): Promise<readonly FailedEvaluation[]>;
  /** In the order of their ids. */
  abstract putAside(scope: Scope, programmeId: number): Promise<readonly CouncilPutAside[]>;
}

/** What an outside monitor is told besides that alerting works. */
export type Troubles = {
  readonly failed: readonly FailedEvaluation[];
  /** How many councils' figures could not be judged. */
  readonly putAside: number;
};

/** A monitor outside of the service that raises the alarm when it hears nothing for a while. */
export abstract class OutsideMonitor {
  /** Says that alerting works, and what does not. Never rejects: false when it was not reached. */
  abstract tell(troubles: Troubles): Promise<boolean>;
}
