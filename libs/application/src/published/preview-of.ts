import type { Screened } from '#domain/ees';
import type { Finding } from '#domain/intake';
import { periodKey } from '#domain/periods';
import type { ImportFinding, ImportPreview, LargeChange } from '../ports/index.js';
import { countChanges, type Change, type CouncilFigure } from './figure-changes.js';
import type { PublishedPlan } from './published-plan.js';

/** More than anybody reads before deciding; the rest is counted. */
const MOST_FINDINGS = 100;
const MOST_CHANGES = 20;

/** A plan as a person is shown it, with what the screening and the rules of intake found. */
export function previewOf(
  plan: PublishedPlan,
  screened: Screened,
  ruled: readonly Finding[],
): ImportPreview {
  const { mapping, reading, skipped, changes, periods } = plan;
  const figures = [...changes.keys()];
  const findings = [
    ...screened.findings.map(({ severity, place, message, fix }) => ({
      isFault: severity === 'fail',
      place,
      message,
      fix,
    })),
    ...ruled.map((one): ImportFinding => ({
      isFault: one.severity === 'block',
      place: one.row === null ? (one.column ?? '') : `row ${one.row}`,
      message: one.message,
      fix: one.fix,
    })),
  ].toSorted((a, b) => Number(b.isFault) - Number(a.isFault));
  return {
    series: mapping.series,
    title: mapping.title,
    rows: reading.rowsRead,
    rowsNotHeld: reading.rowsNotHeld,
    councilFigures: figures.length,
    areaFigures: reading.observations.filter(({ area }) => area.council === null).length,
    seriesCount: new Set(figures.map((f) => `${f.area.council.id} ${f.metric} ${f.breakdown}`))
      .size,
    skipped,
    counts: countChanges([...changes.values()]),
    periods: periods.map((one) => ({ period: one.period, ...countChanges(one.changes) })),
    largest: largestChanges(changes),
    oddities: reading.oddities.map(({ sentence }) => sentence),
    findings: findings.slice(0, MOST_FINDINGS),
    moreFindings: Math.max(0, findings.length - MOST_FINDINGS),
  };
}

/** Changed numbers by how much they differ, against what stood; then figures that became one or are none any more. */
function largestChanges(changes: ReadonlyMap<CouncilFigure, Change>): readonly LargeChange[] {
  const all = [...changes].flatMap(([figure, change]) => {
    if (change.kind !== 'changed') return [];
    const [before, after] = [change.before.value, figure.value];
    const apart = before === null || after === null ? 0 : Math.abs(Number(after) - Number(before));
    const share = apart / Math.max(1, Math.abs(Number(before ?? 0)));
    return [
      {
        share,
        told: {
          councilId: figure.area.council.id,
          metric: figure.metric,
          breakdown: figure.breakdown,
          period: periodKey(figure.period),
          before: before ?? change.before.symbol ?? change.before.state,
          after: after ?? figure.symbol ?? figure.state,
        },
      },
    ];
  });
  return all
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_CHANGES)
    .map(({ told }) => told);
}
