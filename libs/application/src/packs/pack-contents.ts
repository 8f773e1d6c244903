import { canonicalJson } from '#domain/packs';
import type { Metric } from '#domain/metrics';
import { londonDay } from '#domain/periods';
import type { Council, Register } from '#domain/register';
import { assessedMetrics } from '../assessments/world.js';
import { councilArea } from '../figures/areas.js';
import { byName } from '../figures/read-series.js';
import type { Digests, Programme } from '../ports/index.js';

/** The measures that a pack can have: those of the return, and published ones that figures are held of. */
export const packMetrics = (programme: Programme): readonly Metric[] => assessedMetrics(programme);

/** The councils that a pack can be about, A to Z: whoever is or was a member of the programme. */
export function packCouncils({ councils, memberships }: Register): readonly Council[] {
  const members = new Set(memberships.map(({ councilId }) => councilId));
  return councils.filter(({ id }) => members.has(id)).sort(byName);
}

/** The code by which a manifest names a council. */
export const packCode = (council: Council): string => councilArea(council).code;

/** A digest of everything of the programme that the figures and charts of these measures are made by, but for figures. */
export function definitionsDigest(
  digests: Digests,
  programme: Programme,
  of: { readonly metrics: readonly Metric[]; readonly asKnownAt: Date },
): string {
  const codes = new Set(
    of.metrics.flatMap(({ code, balancedBy }) => [code, ...balancedBy.map((one) => one.metric)]),
  );
  const day = londonDay(of.asKnownAt);
  return digests.ofText(
    canonicalJson({
      metrics: programme.metrics.filter(({ code }) => codes.has(code)),
      register: programme.register,
      reforms: programme.reforms,
      returnDefinition: programme.returnDefinition,
      holidays: [...programme.holidays].sort(),
      startsOn: programme.startsOn,
      publications: programme.publications.filter(
        ({ publishedOn, metrics }) => publishedOn <= day && metrics.some((code) => codes.has(code)),
      ),
    }),
  );
}
