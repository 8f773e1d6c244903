import type { Programme, Stores } from '../ports/index.js';

/** What judging one council needs, inside one transaction. */
export type Bench = {
  readonly stores: Stores;
  readonly programme: Programme;
  readonly councilId: number;
  readonly now: Date;
  readonly newId: () => string;
};
