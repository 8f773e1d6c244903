import { cohortEffect } from './cohort-effect.js';
import type { Design } from './panel.js';

/** The lowest and the highest simple effect when one council is left out, and which council that is. */
export interface LeaveOneOut {
  readonly lowest: { readonly att: number; readonly without: string };
  readonly highest: { readonly att: number; readonly without: string };
  /** Whether no council alone decides the direction. */
  readonly keepsSign: boolean;
}

/** Leaves out each council in turn, treated or comparison. Null when without one of them nothing can be estimated. */
export function leaveOneOut(design: Design): LeaveOneOut | null {
  const { labels, effect } = cohortEffect(design);
  const found = design.units.flatMap(({ id }, index) => {
    const given = labels.slice();
    given[index] = -1;
    const att = effect(given);
    return att === null ? [] : [{ att, without: id }];
  });
  const [lowest, highest] = [found.toSorted((a, b) => a.att - b.att)[0], worst(found)];
  if (!lowest || !highest || found.length < design.units.length) return null;
  return { lowest, highest, keepsSign: lowest.att > 0 || highest.att < 0 };
}

const worst = <T extends { readonly att: number }>(found: readonly T[]): T | undefined =>
  found.toSorted((a, b) => b.att - a.att)[0];
