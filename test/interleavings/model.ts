import type { Sent } from './plan.js';

export type Cell = {
  readonly value: string;
  readonly submission: string;
  readonly standing: 'provisional' | 'approved';
};
/** The figures of a month, by box. */
export type Figures = ReadonlyMap<string, Cell>;

/** What a receipt says: how many figures hold, and the boxes that were not changed for want of a reason. */
export type Turn = { readonly acceptedCount: number; readonly blocked: readonly string[] };

/** What a sending does when it is its turn: a new figure holds, the same changes nothing, another one needs a reason. */
export function take(
  before: Figures,
  { cells, reason }: Sent,
  submission: string,
): { readonly after: Figures; readonly turn: Turn; readonly changes: boolean } {
  const after = new Map(before);
  const blocked: string[] = [];
  for (const [box, value] of Object.entries(cells)) {
    const stands = before.get(box)?.value;
    if (stands === value) continue;
    if (stands !== undefined && !reason) blocked.push(box);
    else after.set(box, { value, submission, standing: 'provisional' });
  }
  const acceptedCount = Object.keys(cells).length - blocked.length;
  const changes = Object.keys(cells).some((box) => after.get(box) !== before.get(box));
  return { after, turn: { acceptedCount, blocked: blocked.toSorted() }, changes };
}

/** An approval is of what still stands of a submission. */
export const approve = (before: Figures, submission: string): Figures =>
  new Map(
    [...before].map(([box, cell]) => [
      box,
      cell.submission === submission ? { ...cell, standing: 'approved' as const } : cell,
    ]),
  );
