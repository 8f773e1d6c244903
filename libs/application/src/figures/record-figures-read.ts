import type { Scope } from '#domain/access';
import type { Metric } from '#domain/metrics';
import type { Programme } from '../ports/index.js';
import type { FigurePorts } from './read-series.js';

/** Figures that preview official statistics: each read is recorded, with who and what. */
export async function recordFiguresRead(
  ports: FigurePorts,
  ask: {
    readonly scope: Scope;
    readonly programme: Programme;
    readonly metrics: readonly Metric[];
    readonly councilIds: 'all' | readonly number[];
  },
): Promise<void> {
  const previews = ask.metrics
    .filter((metric) => metric.prePublication)
    .map((metric) => metric.code);
  if (previews.length === 0) return;
  const [only, another] = ask.councilIds === 'all' ? [] : ask.councilIds;
  await ports.unitOfWork.run(ask.scope, (stores) =>
    stores.audit.record({
      programmeId: ask.programme.register.programmeId,
      at: ports.clock.now(),
      actor: ask.scope.actor,
      deed: 'pre-publication figures read',
      councilId: another === undefined ? (only ?? null) : null,
      subject: previews.length > 3 ? `${previews.length} measures` : previews.join(', '),
      detail: {},
    }),
  );
}
