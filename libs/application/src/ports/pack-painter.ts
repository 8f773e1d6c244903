import type { PackManifest } from '#domain/packs';
import type { Metric } from '#domain/metrics';
import type { AssessedSeries } from '../assessments/read-assessed-series.js';
import type { Programme } from './programme-source.js';

/** One council's part of a measure in a document. */
export type PaintedPart = {
  readonly council: string;
  /** The chart as it stands among the pack's files; null where there was nothing to draw. */
  readonly chart: string | null;
  /** How many periods were sent and not yet approved, and so left out. */
  readonly waiting: number;
};

export type PackDocument = {
  readonly manifest: Omit<PackManifest, 'entries'>;
  readonly demonstration: boolean;
  readonly measures: readonly { readonly metric: Metric; readonly parts: readonly PaintedPart[] }[];
};

/**
 * Draws what a pack shows, as the pages draw it: the same input gives the same text, whatever the machine, its clock and its
 * address.
 */
export abstract class PackPainter {
  /** A series as an image of its own (SVG), with everything that must not be cut off from it; null where nothing is to be drawn. */
  abstract chart(series: AssessedSeries, programme: Programme): string | null;
  /** Everything as one page to be printed (HTML) that needs nothing beside it. */
  abstract document(pack: PackDocument): string;
}
