import type { Metric } from '#domain/metrics';
import type { SeriesPoint } from '#application/figures';
import { stateWords } from '../words/states.words.js';
import { formatNumber } from './format-number.js';

type Figure = Pick<SeriesPoint, 'state' | 'value' | 'denominator' | 'standing'>;

/** Whether a percentage has no cases behind it: nothing of nothing is not 0%. */
export const hasNoCases = (figure: Pick<Figure, 'state' | 'value' | 'denominator'>): boolean =>
  figure.state === 'value' && figure.value === null && Number(figure.denominator ?? NaN) === 0;

/** The figure without its standing: a number, or the words of the state it is in. */
export function figureWords(
  figure: Omit<Figure, 'standing'>,
  metric: Pick<Metric, 'unit' | 'decimals'>,
): string {
  if (hasNoCases(figure)) return stateWords.noCases;
  if (figure.state === 'value') {
    return figure.value === null ? stateWords.missing : formatNumber(figure.value, metric);
  }
  return stateWords[figure.state];
}

/** The figure as every table says it: a provisional number carries the word. */
export function formatFigure(figure: Figure, metric: Pick<Metric, 'unit' | 'decimals'>): string {
  const words = figureWords(figure, metric);
  const isNumber = figure.state === 'value' && figure.value !== null;
  return isNumber && figure.standing === 'provisional'
    ? `${words} (${stateWords.provisional})`
    : words;
}
