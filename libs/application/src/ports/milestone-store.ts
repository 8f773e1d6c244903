import type { Scope } from '#domain/access';
import type { Milestone, MilestoneEntry, MilestoneRecord } from '#domain/delivery';
import type { Day } from '#domain/periods';
import type { PageOf } from './read-models.js';

/** Milestones, written: entries are added in turn, and none is changed. */
export abstract class MilestoneStore {
  /** Adds a milestone. False when the council has as many as this already. */
  abstract add(milestone: Milestone, most: number): Promise<boolean>;
  /** A milestone with its entries; nobody else adds one until the transaction ends. Null: there is none in scope. */
  abstract open(id: string): Promise<MilestoneRecord | null>;
  abstract append(of: Pick<Milestone, 'id' | 'councilId'>, entry: MilestoneEntry): Promise<void>;
}

export type MilestoneQuery = {
  readonly programmeId: number;
  readonly councilIds: 'all' | readonly number[];
  readonly reform: string | null;
  /** Whether it is still to be done; null is either. A reform that ended on a day leaves nothing to be done. */
  readonly open: boolean | null;
  readonly today: Day;
  readonly after: string | null;
  readonly first: number;
};

export abstract class MilestoneReadModel {
  /** By reform and council, A to Z, then as they were first dated. */
  abstract list(scope: Scope, query: MilestoneQuery): Promise<PageOf<MilestoneRecord>>;
  abstract byId(scope: Scope, id: string): Promise<MilestoneRecord | null>;
}
