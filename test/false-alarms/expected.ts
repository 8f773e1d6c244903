import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DetectorDefinition } from './detectors.js';
import type { Cell } from './run-lengths.js';

export type ExpectedCell = Cell & {
  readonly replications: number;
  readonly detectors: Readonly<
    Record<string, { readonly within12: number; readonly median: number }>
  >;
};

export type Expected = {
  readonly detectorDefinitions: Readonly<Record<string, DetectorDefinition>>;
  readonly runLengths: readonly ExpectedCell[];
};

/** The published table that ours is held against. */
export function readExpected(root: string): Expected {
  const text = readFileSync(join(root, 'test', 'oracles', 'arl-baseline.json'), 'utf8');
  return JSON.parse(text) as Expected;
}

export type Comparison = {
  readonly cell: string;
  readonly detector: string;
  readonly expected: number;
  readonly found: number;
  /** How far away, in tolerances: up to 1 is within. */
  readonly distance: number;
};

/**
 * How far a share of our runs is from the table's, in tolerances of three standard errors of the difference (both are
 * simulations) and 0.2 percentage points.
 */
export function distanceOf(
  { expected, found }: { readonly expected: number; readonly found: number },
  { replications, runs }: { readonly replications: number; readonly runs: number },
): number {
  const error = Math.sqrt(expected * (1 - expected) * (1 / replications + 1 / runs));
  return Math.abs(found - expected) / (3 * error + 0.002);
}

/** Whether at least 99% lie within their tolerance and none more than twice away. */
export const areWithin = (comparisons: readonly Comparison[]): boolean =>
  comparisons.filter(({ distance }) => distance <= 1).length >= 0.99 * comparisons.length &&
  comparisons.every(({ distance }) => distance <= 2);
