import { TOTAL } from '#domain/observations';
import type { KnownRevision, PackedFigures } from '../ports/index.js';

const dateOf = (at: number | undefined): Date | null =>
  at === undefined || Number.isNaN(at) ? null : new Date(at);

/**
 * Packed figures as the revisions that judging reads, in their order. What judging never reads (comments, reasons, by which
 * submission) is left empty.
 */
export function unpackFigures(packed: PackedFigures): readonly KnownRevision[] {
  const { lists } = packed;
  return Array.from(packed.councils, (councilId, at): KnownRevision => {
    const period = lists.periods[packed.periods[at] ?? -1];
    const metric = lists.metrics[packed.metrics[at] ?? -1];
    if (!period || metric === undefined) throw new Error('packed figures without their lists');
    return {
      ...{ councilId, metric, period, major: 0, minor: 0, breakdown: TOTAL },
      numerator: packed.numerators[at] ?? null,
      denominator: packed.denominators[at] ?? null,
      value: packed.values[at] ?? null,
      state: packed.states[at] ?? 'missing',
      standing: packed.standings[at] ?? 'provisional',
      knownSeq: packed.knownSeqs[at] ?? 0,
      knownAt: new Date(packed.knownAt[at] ?? NaN),
      approvedAt: dateOf(packed.approvedAt[at]),
      withdrawnAt: dateOf(packed.withdrawnAt[at]),
      ...{ symbol: null, comment: null, reason: null, submissionId: '', demonstration: false },
    };
  });
}
