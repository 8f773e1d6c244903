import { scopeOf, type Reader } from '#domain/access';
import { TOTAL, type Revision } from '#domain/observations';
import type { FigureHistoryLine } from '../ports/index.js';
import { pointsOf } from './points-of.js';
import { mayReadFigures } from './may-read-figures.js';
import type { FigurePorts } from './read-series.js';
import { storedCodes } from './stored-codes.js';
import type { SeriesPoint } from './series-types.js';

/**
 * Every value that one council's figure has had, newest first: of a stored figure its revisions, of a measure what its
 * boxes made it after each of theirs.
 */
export class ReadFigureRevisions {
  constructor(private readonly ports: FigurePorts) {}

  async run(
    reader: Reader,
    cell: { councilId: number; metric: string; period: string; breakdown: string },
  ): Promise<readonly SeriesPoint[]> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const metric = programme.metrics.find((candidate) => candidate.code === cell.metric);
    if (!metric || !mayReadFigures(scope)) return [];
    const lines = await this.ports.figures.history(scope, {
      programmeId: programme.register.programmeId,
      councilId: cell.councilId,
      metrics: storedCodes(metric),
      period: cell.period,
      breakdown: metric.type === 'measure' ? TOTAL : cell.breakdown,
      now: this.ports.clock.now(),
    });
    const seqs = [...new Set(lines.map((line) => line.knownSeq))].sort((a, b) => b - a);
    return seqs.flatMap((seq) => pointsOf(metric, latestBy(lines, seq), cell.breakdown));
  }
}

/** The last revision of each stored figure by a place in the order of knowledge; none where it was withdrawn. */
function latestBy(lines: readonly FigureHistoryLine[], seq: number): readonly Revision[] {
  const latest = new Map<string, FigureHistoryLine>();
  for (const line of lines) {
    const before = latest.get(line.metric);
    if (line.knownSeq <= seq && (!before || before.knownSeq < line.knownSeq))
      latest.set(line.metric, line);
  }
  return [...latest.values()].flatMap((line) =>
    line.state === 'withdrawn' ? [] : [{ ...line, state: line.state }],
  );
}
