import type { Programme, Stores } from '../ports/index.js';
import type { FunnelBook } from './funnel-book.js';
import type { JudgementMemory } from './judgement-memory.js';

/** What judging one council needs, inside one transaction. */
export type Bench = {
  readonly stores: Stores;
  readonly memory: JudgementMemory;
  readonly funnels: FunnelBook;
  readonly programme: Programme;
  readonly councilId: number;
  readonly now: Date;
  readonly newId: () => string;
};
