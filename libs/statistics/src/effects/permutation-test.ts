import { seededRandom } from '../random/index.js';
import { countAssignments, eachAssignment, shuffle } from './assignments.js';
import { cohortEffect, type CohortEffect } from './cohort-effect.js';
import { DEFAULT_SEED, DRAWS, isSeed } from './draws.js';
import type { Design, PanelCase, PanelRefusal, Refused } from './panel.js';
import { prepareDesign } from './prepare-design.js';

export interface PermutationCase extends PanelCase {
  readonly options?: PanelCase['options'] & {
    /** Only 'simpleATT' is known. */
    readonly statistic?: string;
    /** Both p are always given; kept for the record. */
    readonly alternative?: string;
    /** Whole number from 0 to 2³² − 1, for draws; 1 when absent. */
    readonly seed?: number | null;
  };
}

export interface PermutationResult {
  readonly att: number;
  /** Distinct assignments gone through, the observed one included; or how many were drawn. */
  readonly assignments: number;
  readonly pTwoSided: number;
  /** Of effects at least as high as the observed one. */
  readonly pGreater: number;
  /** The seed of the draws; null when every assignment was gone through. */
  readonly seed: number | null;
}

const MOST_ENUMERATED = 20_000;
/** Effects this close are the same: sums in another order differ in the last digits. */
const SAME = 1e-9;

/**
 * How rare an effect as large is when the cohorts are given to the councils at random: the share of assignments whose
 * simple effect is as large. All distinct assignments up to 20,000 of them (so that p is exact), otherwise 9,999 seeded
 * draws with p = (1 + b)/(1 + B). Takes a panel with its design; councils left out of it take no part. Refusals:
 * PanelRefusal. Source: Fisher (1935); Phipson and Smyth (2010) for draws.
 */
export function permutationTest(input: PermutationCase): PermutationResult | Refused<PanelRefusal> {
  const statistic = input.options?.statistic ?? 'simpleATT';
  const seed = input.options?.seed ?? DEFAULT_SEED;
  const design = prepareDesign(input);
  if ('error' in design) return design;
  if (statistic !== 'simpleATT' || !isSeed(seed)) return { error: 'INVALID_OPTIONS' };
  return permute(design, seed) ?? { error: 'NO_PERIOD_AFTER_START' };
}

/** The same for a design; null when no period after a start can be estimated. */
export function permute(design: Design, seed: number): PermutationResult | null {
  const prepared = cohortEffect(design);
  const att = prepared.effect(prepared.labels);
  if (att === null) return null;
  const ways = countAssignments(prepared.labels, MOST_ENUMERATED);
  const exact = ways <= MOST_ENUMERATED;
  const { assignments, twoSided, greater } = exact
    ? enumerate(prepared, att)
    : draw(prepared, att, seed);
  const own = exact ? 0 : 1;
  return {
    att,
    assignments,
    pTwoSided: (own + twoSided) / (own + assignments),
    pGreater: (own + greater) / (own + assignments),
    seed: exact ? null : seed,
  };
}

interface Tally {
  assignments: number;
  twoSided: number;
  greater: number;
}

function enumerate({ labels, effect }: CohortEffect, att: number): Tally {
  const tally = { assignments: 0, twoSided: 0, greater: 0 };
  eachAssignment(labels, (given) => count(tally, effect(given) ?? 0, att));
  return tally;
}

function draw({ labels, effect }: CohortEffect, att: number, seed: number): Tally {
  const tally = { assignments: 0, twoSided: 0, greater: 0 };
  const random = seededRandom(seed).uniform;
  const given = labels.slice();
  for (let left = DRAWS; left > 0; left -= 1) {
    shuffle(given, random);
    count(tally, effect(given) ?? 0, att);
  }
  return tally;
}

function count(tally: Tally, effect: number, att: number): void {
  tally.assignments += 1;
  if (Math.abs(effect) >= Math.abs(att) - SAME) tally.twoSided += 1;
  if (effect >= att - SAME) tally.greater += 1;
}
