import type { Day } from '../periods/index.js';

/** A delivery event of a reform version at one council, as it was first agreed; what became of it are its entries. */
export type Milestone = {
  readonly id: string;
  readonly programmeId: number;
  readonly councilId: number;
  readonly reform: string;
  readonly version: number;
  readonly title: string;
  /** A role, or the name of somebody at work. */
  readonly owner: string;
  readonly due: Day;
  readonly plannedAt: Date;
  readonly plannedBy: string;
};

/** What happens to a milestone: it is done, with the evidence, or due on another day, with the reason. */
export type MilestoneDeed =
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'redate'; readonly due: Day; readonly words: string };

/** A deed on record, numbered within its milestone from 1. Entries are added and never changed. */
export type MilestoneEntry = {
  readonly n: number;
  readonly at: Date;
  readonly by: string;
  readonly deed: MilestoneDeed;
};

export type MilestoneRecord = Milestone & { readonly entries: readonly MilestoneEntry[] };

type Signed = { readonly at: Date; readonly by: string; readonly words: string };

export type MilestoneState = {
  /** The day by which it is to be done, as it was last dated. */
  readonly due: Day;
  /** When it was done, by whom it was said, and the evidence; null while it is not. */
  readonly done: Signed | null;
  /** Each new date with the one before it and the reason, oldest first. */
  readonly redated: readonly (Signed & { readonly from: Day; readonly to: Day })[];
};

/** The present state, folded from the entries in their order. What comes after it was done changes nothing. */
export function foldMilestone({
  due,
  entries,
}: Pick<MilestoneRecord, 'due' | 'entries'>): MilestoneState {
  return entries.reduce<MilestoneState>(
    (state, { at, by, deed }) => {
      const signed = { at, by, words: deed.words };
      if (state.done) return state;
      if (deed.kind === 'done') return { ...state, done: signed };
      const moved = { ...signed, from: state.due, to: deed.due };
      return { ...state, due: deed.due, redated: [...state.redated, moved] };
    },
    { due, done: null, redated: [] },
  );
}

/** How a milestone stands on a day; `overdue` from the day after it was due. Who no longer tests the reform owes nothing. */
export function standingOn(
  { due, done }: MilestoneState,
  today: Day,
  endedOn: Day | null,
): 'open' | 'overdue' | 'done' | 'dropped' {
  if (done) return 'done';
  if (endedOn !== null && endedOn <= today) return 'dropped';
  return today > due ? 'overdue' : 'open';
}
