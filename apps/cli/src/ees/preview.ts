import type { EesObservation, EesReading } from '#domain/ees';
import type { Revision } from '#domain/observations';
import { formatPeriod, periodKey } from '#domain/periods';

/** A figure of a council, which can be loaded; regions and England are added up by the service itself. */
export type CouncilFigure = EesObservation & {
  readonly area: EesObservation['area'] & { readonly level: 'Local authority' };
};

export const isCouncils = (observation: EesObservation): observation is CouncilFigure =>
  observation.area.level === 'Local authority';

export type Change = 'new' | 'changed' | 'same';

type Told = Pick<
  EesObservation,
  'metric' | 'breakdown' | 'period' | 'value' | 'state' | 'symbol' | 'numerator' | 'denominator'
>;
const cellKey = (councilId: number, told: Told): string =>
  `${councilId} ${told.metric} ${periodKey(told.period)} ${told.breakdown}`;
const content = ({ value, state, symbol, numerator, denominator }: Told): string =>
  JSON.stringify([value, state, symbol, numerator, denominator]);

/** What each figure would be to what stands now. */
export function changesOf(
  figures: readonly CouncilFigure[],
  standing: readonly Revision[],
): ReadonlyMap<CouncilFigure, Change> {
  const known = new Map(standing.map((one) => [cellKey(one.councilId, one), content(one)]));
  return new Map(
    figures.map((figure) => {
      const stands = known.get(cellKey(figure.area.council.id, figure));
      const change = stands === undefined ? 'new' : stands === content(figure) ? 'same' : 'changed';
      return [figure, change];
    }),
  );
}

const ORDER: readonly Change[] = ['new', 'changed', 'same'];

/** How many of some changes are new, changed and the same: `3 new, 148 same`. */
export function countChanges(changes: readonly Change[]): string {
  return ORDER.map((kind) => [kind, changes.filter((one) => one === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}

/** The preview as lines: rows and figures, then each metric by period, then what is odd. */
export function previewLines(
  reading: EesReading,
  changes: ReadonlyMap<CouncilFigure, Change>,
  skipped: readonly string[],
): readonly string[] {
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
    const each = [...periods].map(([period, all]) => `${period} ${countChanges(all)}`);
    return `  ${metric}: ${each.join('; ')}`;
  });
}
