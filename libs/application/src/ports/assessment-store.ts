import type { Scope } from '#domain/access';
import type {
  BandAssessment,
  FunnelAssessment,
  RebaseGround,
  SeriesAssessment,
} from '#domain/assessment';
import type { AgreedPlan } from '#domain/assessment';
import type { Revision } from '#domain/observations';
import type { Day } from '#domain/periods';

/**
 * What is assessed: a council's series, an area's, a funnel of the programme's councils in one period, or the band of a
 * council's statistical neighbours. `subject` is the council's id, the area's code, or the period's key.
 */
export type AssessmentKind = 'council' | 'partnership' | 'region' | 'country' | 'funnel' | 'band';

export type AssessmentKey = {
  readonly metric: string;
  readonly kind: AssessmentKind;
  readonly subject: string;
};

export type AssessmentResult = SeriesAssessment | FunnelAssessment | BandAssessment;

/** The fingerprint of an assessment as it stands: what it was made from, and by which version of the options. */
export type AssessmentMark = AssessmentKey & {
  readonly inputsHash: string;
  readonly optionsVersion: number;
};

export type AssessmentRecord = AssessmentMark & {
  /** Of the council whose rows it belongs to; null for areas and funnels. */
  readonly councilId: number | null;
  /** Made of published official statistics alone. */
  readonly published: boolean;
  /** A figure behind it is not approved. */
  readonly provisional: boolean;
  readonly result: AssessmentResult;
  readonly assessedAt: Date;
  /** The newest place in the order of knowledge among the figures behind it. */
  readonly knownSeq: number;
};

/** Areas, funnels and bands that wait to be assessed. A funnel waits with all its periods: its subject is empty. */
export type AssessmentDue = AssessmentKey;

/** What a person decided of the limits of one council's series. Decisions are added to; none is taken back. */
export type LimitDecision = {
  readonly id: string;
  readonly programmeId: number;
  readonly councilId: number;
  readonly metric: string;
  /** New limits from a day on; or a baseline: limits that rest on so many first points from it. */
  readonly what:
    | { readonly kind: 'rebase'; readonly ground: RebaseGround }
    | { readonly kind: 'baseline'; readonly points: number };
  readonly from: Day;
  readonly reason: string;
  readonly evidence: string;
  readonly decidedAt: Date;
  readonly by: string;
};

/** What was agreed and decided of some councils' series, each in its order. */
export type DecidedOfSeries = {
  readonly plans: readonly AgreedPlan[];
  readonly limits: readonly LimitDecision[];
};

/** A council and one of its statistical neighbours of the newest vintage. */
export type NeighbourOf = { readonly councilId: number; readonly neighbourId: number };

/** Assessing: the worker's side, inside one transaction. */
export abstract class AssessmentStore {
  /** Makes assessments of areas of each metric follow each other until the transaction ends. */
  abstract lockMetrics(programmeId: number, metrics: readonly string[]): Promise<void>;
  /** Current figures of each pair of a council and a stored code, by council, metric and period. */
  abstract figuresOf(
    programmeId: number,
    pairs: readonly { readonly councilId: number; readonly code: string }[],
  ): Promise<readonly Revision[]>;
  /** Current figures of these stored codes of every council; from the revisions instead of what is kept as current. */
  abstract figuresOfAll(
    programmeId: number,
    codes: readonly string[],
    from: 'current' | 'revisions',
  ): Promise<readonly Revision[]>;
  abstract decided(
    programmeId: number,
    councilIds: 'all' | readonly number[],
  ): Promise<DecidedOfSeries>;
  abstract neighbours(): Promise<readonly NeighbourOf[]>;
  /** The fingerprints of what stands of these; an empty subject stands for all of its kind. */
  abstract marks(
    programmeId: number,
    of: readonly AssessmentKey[],
  ): Promise<readonly AssessmentMark[]>;
  /** Everything that stands of a metric. */
  abstract ofMetric(programmeId: number, metric: string): Promise<readonly AssessmentRecord[]>;
  abstract save(programmeId: number, records: readonly AssessmentRecord[]): Promise<void>;
  abstract forget(programmeId: number, keys: readonly AssessmentKey[]): Promise<void>;
  abstract addDue(programmeId: number, due: readonly AssessmentDue[]): Promise<void>;
  /** What waits, oldest first, locked so that no other worker takes it; gone when the transaction commits. */
  abstract takeDue(limit: number): Promise<readonly AssessmentDue[]>;
  /** Adds a person's decision on the limits of a series. */
  abstract decide(decision: LimitDecision): Promise<void>;
}

export type AssessmentQuery = {
  readonly programmeId: number;
  /** Null for every metric or subject. */
  readonly metrics: readonly string[] | null;
  readonly subjects: readonly string[] | null;
  readonly kinds: readonly AssessmentKind[];
};

/** Assessments as a reader may see them: by metric, then by subject. */
export abstract class AssessmentReadModel {
  abstract list(scope: Scope, query: AssessmentQuery): Promise<readonly AssessmentRecord[]>;
  /** What people decided of the limits of series, in its order; null for every council or metric. */
  abstract decisions(
    scope: Scope,
    query: {
      readonly programmeId: number;
      readonly councilIds: readonly number[] | null;
      readonly metric: string | null;
    },
  ): Promise<readonly LimitDecision[]>;
}
