import type { AlertStore, Programme } from '../ports/index.js';
import type { FunnelBook } from './funnel-book.js';
import type { JudgementMemory } from './judgement-memory.js';

/** What judging one council needs, inside one transaction. */
export type Bench = {
  /** Of the record, what judging reads and writes. */
  readonly stores: { readonly alerts: Pick<AlertStore, 'revisions' | 'steps' | 'save' | 'notify'> };
  readonly memory: JudgementMemory;
  readonly funnels: FunnelBook;
  readonly programme: Programme;
  readonly councilId: number;
  readonly now: Date;
  readonly newId: () => string;
};
