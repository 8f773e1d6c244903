import { isList } from '../outside-shapes.js';
import { at, dot, isFigure, isObject, meanOf, sumOf } from './numbers.js';
import type { Refused } from './panel.js';

export interface TwoByTwoRow {
  /** Null rows are left out. */
  readonly y: number | null;
  /** 0 or 1. */
  readonly treated: number;
  /** 0 or 1. */
  readonly post: number;
  readonly cluster?: string | number | null;
}

export interface TwoByTwoCase {
  /** Whether to cluster; when absent, if any row has a cluster. */
  readonly options?: { readonly cluster?: boolean };
  readonly rows: readonly TwoByTwoRow[];
}

export interface TwoByTwoEffect {
  readonly n: number;
  readonly means: {
    readonly control_pre: number;
    readonly control_post: number;
    readonly treated_pre: number;
    readonly treated_post: number;
  };
  readonly did: number;
  /** The three errors are null with four rows or fewer: nothing is left to measure them by. */
  readonly seOls: number | null;
  readonly seHC1: number | null;
  /** Null also without clusters, or with one. */
  readonly seCR1: number | null;
  readonly clusters: number | null;
}

/**
 * INVALID_ROWS: a value that is no number, or a group that is not 0 or 1. EMPTY_GROUP: no row in one of the four groups.
 * MISSING_CLUSTER: clustering is asked for and a row has no cluster.
 */
export type TwoByTwoRefusal = 'INVALID_ROWS' | 'EMPTY_GROUP' | 'MISSING_CLUSTER';

/**
 * The change among the treated less the change among the others, in the unit of the outcome, with OLS, heteroskedastic
 * (HC1) and clustered (CR1) standard errors. The regression is saturated, so that all three follow from the four means.
 * Source: Card and Krueger (1994); MacKinnon and White (1985) and Liang and Zeger (1986) on the errors.
 */
export function didTwoByTwo(input: TwoByTwoCase): TwoByTwoEffect | Refused<TwoByTwoRefusal> {
  if (!isList(input.rows) || !input.rows.every(sound)) return { error: 'INVALID_ROWS' };
  const rows = input.rows.flatMap(({ y, ...row }) => (y === null ? [] : [{ ...row, y }]));
  const groups = [0, 1, 2, 3].map((group) =>
    rows.filter((row) => groupOf(row) === group).map(({ y }) => y),
  );
  if (groups.some((group) => group.length === 0)) return { error: 'EMPTY_GROUP' };
  const cluster = input.options?.cluster ?? rows.some(hasCluster);
  if (cluster && !rows.every(hasCluster)) return { error: 'MISSING_CLUSTER' };
  const means = groups.map((group) => meanOf(group));
  const mean = (group: number): number => at(means, group);
  const residuals = rows.map((row) => row.y - mean(groupOf(row)));
  const sizes = groups.map(({ length }) => length);
  // What each row adds to the effect's error: + in treated after and others before, − in the other two.
  const scores = rows.map((row, index) => {
    const sign = row.treated === row.post ? 1 : -1;
    return (sign * at(residuals, index)) / at(sizes, groupOf(row));
  });
  const clusters = cluster ? clusterSums(rows, scores) : null;
  const inverse = sumOf(sizes.map((size) => 1 / size));
  const freedom = rows.length - 4;
  return {
    n: rows.length,
    means: {
      control_pre: mean(0),
      control_post: mean(1),
      treated_pre: mean(2),
      treated_post: mean(3),
    },
    did: mean(3) - mean(2) - (mean(1) - mean(0)),
    ...errors(freedom, { residuals, scores, inverse }),
    seCR1:
      clusters && freedom > 0 && clusters.length > 1 ? clusteredError(clusters, freedom) : null,
    clusters: clusters?.length ?? null,
  };
}

function errors(
  freedom: number,
  of: { residuals: readonly number[]; scores: readonly number[]; inverse: number },
): Pick<TwoByTwoEffect, 'seOls' | 'seHC1'> {
  if (freedom <= 0) return { seOls: null, seHC1: null };
  const robust = (dot(of.scores, of.scores) * of.scores.length) / freedom;
  const variance = dot(of.residuals, of.residuals) / freedom;
  return { seOls: Math.sqrt(variance * of.inverse), seHC1: Math.sqrt(robust) };
}

function clusteredError(clusters: readonly number[], freedom: number): number {
  const groups = clusters.length;
  const factor = (groups / (groups - 1)) * ((freedom + 3) / freedom);
  return Math.sqrt(dot(clusters, clusters) * factor);
}

function clusterSums(
  rows: readonly Pick<TwoByTwoRow, 'cluster'>[],
  scores: readonly number[],
): number[] {
  const sums = new Map<string, number>();
  rows.forEach(({ cluster }, index) => {
    const key = String(cluster);
    sums.set(key, (sums.get(key) ?? 0) + at(scores, index));
  });
  return [...sums.values()];
}

const hasCluster = ({ cluster }: Pick<TwoByTwoRow, 'cluster'>): boolean =>
  cluster !== null && cluster !== undefined;

const groupOf = ({ treated, post }: Pick<TwoByTwoRow, 'treated' | 'post'>): number =>
  2 * treated + post;

const sound = (row: TwoByTwoRow): boolean =>
  isObject(row) &&
  (row.y === null || isFigure(row.y)) &&
  [0, 1].includes(row.treated) &&
  [0, 1].includes(row.post);
