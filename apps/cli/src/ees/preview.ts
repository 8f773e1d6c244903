import {
  countChanges,
  type Change,
  type CouncilFigure,
  type PublishedPlan,
} from '#application/published';
import { formatPeriod } from '#domain/periods';

const ORDER = ['new', 'changed', 'same'] as const;

/** How many of some changes are new, changed and the same: `3 new, 148 same`. */
export function changesInWords(changes: readonly Change[]): string {
  const counts = countChanges(changes);
  return ORDER.filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${kind}`)
    .join(', ');
}

/** The preview as lines: rows and figures, then each metric by period, then what is odd. */
export function previewLines({ reading, changes, skipped }: PublishedPlan): readonly string[] {
  const { observations, rowsRead, rowsNotHeld, oddities } = reading;
  const at = (level: string): number =>
    observations.filter((observation) => observation.area.level === level).length;
  return [
    `${rowsRead} rows, ${rowsRead - rowsNotHeld} of them at the total: ${at('Local authority')} figures of councils; ${at('Regional')} of regions and ${at('National')} of England, which only check the sums.`,
    ...skipped.map((metric) => `  ${metric}: not a metric of this programme, skipped.`),
    ...byMetric(changes),
    ...(oddities.length === 0 ? [] : ['Odd in this file:']),
    ...oddities.map(({ sentence }) => `  ${sentence}`),
  ];
}

function byMetric(changes: ReadonlyMap<CouncilFigure, Change>): readonly string[] {
  const metrics = new Map<string, Map<string, Change[]>>();
  for (const [figure, change] of changes) {
    const periods = metrics.get(figure.metric) ?? new Map<string, Change[]>();
    const key = formatPeriod(figure.period);
    const all = periods.get(key);
    if (all) all.push(change);
    else periods.set(key, [change]);
    metrics.set(figure.metric, periods);
  }
  return [...metrics].map(([metric, periods]) => {
    const each = [...periods].map(([period, all]) => `${period} ${changesInWords(all)}`);
    return `  ${metric}: ${each.join('; ')}`;
  });
}
