import type { EesObservation } from '#domain/ees';
import type { Revision } from '#domain/observations';
import { periodKey } from '#domain/periods';

/** A figure of a council, which can be loaded; regions and England are added up by the service itself. */
export type CouncilFigure = EesObservation & {
  readonly area: EesObservation['area'] & { readonly level: 'Local authority' };
};

export const isCouncils = (observation: EesObservation): observation is CouncilFigure =>
  observation.area.level === 'Local authority';

/** What a figure would be to what stands now; `before` is what stands. */
export type Change =
  | { readonly kind: 'new' | 'same' }
  | { readonly kind: 'changed'; readonly before: Pick<Revision, 'value' | 'symbol' | 'state'> };

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
  const known = new Map(standing.map((one) => [cellKey(one.councilId, one), one]));
  return new Map(
    figures.map((figure): [CouncilFigure, Change] => {
      const before = known.get(cellKey(figure.area.council.id, figure));
      if (before === undefined) return [figure, { kind: 'new' }];
      if (content(before) === content(figure)) return [figure, { kind: 'same' }];
      return [figure, { kind: 'changed', before }];
    }),
  );
}

/** How many of some changes are new, changed and the same. */
export function countChanges(changes: readonly Change[]): Record<Change['kind'], number> {
  const counts = { new: 0, changed: 0, same: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
