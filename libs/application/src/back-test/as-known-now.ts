import { periodKey } from '#domain/periods';
import type { KnownRevision } from '../ports/index.js';

/**
 * Figures as they stand today, each as if it had been known so when its first version came: the last version that was not
 * withdrawn, with the moment at which the first was known and the earliest approval of any. Places of which everything was
 * withdrawn are left out. This is hindsight: nobody could have known it then.
 *
 * @param revisions of whichever councils and metrics; within a place in the order in which they became known
 */
export function asKnownNow(revisions: readonly KnownRevision[]): readonly KnownRevision[] {
  const places = new Map<string, KnownRevision[]>();
  for (const revision of revisions) {
    const { councilId, metric, period, breakdown } = revision;
    const place = `${councilId} ${metric} ${breakdown} ${periodKey(period)}`;
    const versions = places.get(place);
    if (versions) versions.push(revision);
    else places.set(place, [revision]);
  }
  return [...places.values()].flatMap((versions): KnownRevision[] => {
    const [first] = versions;
    const last = versions.findLast(({ withdrawnAt }) => withdrawnAt === null);
    if (!first || !last) return [];
    const approvals = versions.flatMap(({ approvedAt }) => approvedAt?.getTime() ?? []);
    const approvedAt = approvals.length > 0 ? new Date(Math.min(...approvals)) : null;
    return [{ ...last, knownAt: first.knownAt, approvedAt }];
  });
}
