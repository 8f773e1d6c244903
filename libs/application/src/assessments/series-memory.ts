import type { SeriesView } from '../figures/series-types.js';
import type { Programme } from '../ports/index.js';

type Kept = {
  readonly programme: Programme;
  readonly seq: number;
  readonly series: Promise<readonly SeriesView[]>;
};

/** Measures that are kept: some 4 MB each with 153 councils and five years. */
const MOST_KEPT = 8;

/**
 * Series of every council as they stand at one place in the order of knowledge, so that a page that is read again is not worked out
 * again. For readers who see every figure of any status alone: for them the answer is one and the same. What people wrote beside
 * figures is left out, since it can be erased without anything new becoming known.
 */
export class SeriesMemory {
  /** By name; what was not asked for longest is first. */
  private readonly kept = new Map<string, Kept>();

  /** What is kept under a name, if it was read at this very place and of this programme; otherwise what `read` answers, kept. */
  async of(
    name: string,
    at: { readonly programme: Programme; readonly seq: number },
    read: () => Promise<readonly SeriesView[]>,
  ): Promise<{ readonly series: readonly SeriesView[]; readonly isKept: boolean }> {
    const known = this.kept.get(name);
    const isKept = known?.seq === at.seq && known.programme === at.programme;
    const one = isKept ? known : { ...at, series: read().then(withoutWords) };
    this.kept.delete(name);
    this.kept.set(name, one);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    try {
      return { series: await one.series, isKept };
    } catch (error) {
      if (this.kept.get(name) === one) this.kept.delete(name);
      throw error;
    }
  }
}

const withoutWords = (all: readonly SeriesView[]): readonly SeriesView[] =>
  all.map((one) => ({
    ...one,
    points: one.points.map((point) =>
      point.comment === null ? point : { ...point, comment: null },
    ),
  }));
