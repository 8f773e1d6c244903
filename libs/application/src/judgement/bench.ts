import type { AlertStore, OwedStore, Programme } from '../ports/index.js';
import type { FunnelBook } from './funnel-book.js';
import type { JudgementMemory } from './judgement-memory.js';

/** Figures came: rules on a schedule wait for their time. */
export const NO_EVALUATIONS: Bench['evaluations'] = () => [];

/** What judging one council needs, inside one transaction. */
export type Bench = {
  /** Of the record, what judging reads and writes. */
  readonly stores: {
    readonly alerts: Pick<AlertStore, 'revisions' | 'steps' | 'save' | 'notify'>;
    readonly owed: Pick<OwedStore, 'milestones' | 'feedback' | 'acknowledged'>;
  };
  readonly memory: JudgementMemory;
  readonly funnels: FunnelBook;
  readonly programme: Programme;
  readonly councilId: number;
  /** The one rule that is judged, by its code; null: every rule. */
  readonly only: string | null;
  readonly now: Date;
  /** The times at which a rule on a schedule is evaluated in this run, in milliseconds since 1970; by the rule's code. */
  readonly evaluations: (code: string) => readonly number[];
  readonly newId: () => string;
};
