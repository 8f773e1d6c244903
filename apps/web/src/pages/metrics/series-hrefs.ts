import { councilIdOf } from '#application/assessments';
import type { SeriesView } from '#application/figures';
import type { Programme } from '#application/ports';
import type { Metric } from '#domain/metrics';
import { knownOf, type FiguresFilter } from '../figures/figures-filter.js';
import { chartsOf } from '../figures/improvement-figure.js';

/** Where each council's whole chart of a measure is, as known on the day of the page. */
export function seriesHrefs(
  { register }: Pick<Programme, 'register'>,
  metric: Metric,
  filter: FiguresFilter,
): (series: SeriesView) => string {
  const keys = new Map(register.councils.map(({ id, key }) => [id, key]));
  return (series) => chartsOf(keys.get(councilIdOf(series)) ?? '', knownOf(filter))(metric);
}
