import type { AssessedSeries } from '#application/assessments';
import type { SeriesPoint } from '#application/figures';
import type { Programme } from '#application/ports';
import { periodKey } from '#domain/periods';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { figureWords } from '../../format/format-figure.js';
import { formatNumber } from '../../format/format-number.js';
import { formatPeriod } from '../../format/format-period.js';
import { councilWords } from '../../words/council.words.js';
import { findingTitle } from '../figures/finding-title.js';
import { findingSentences } from '../figures/finding-sentence.js';
import { limitedPoints, newestLimited, showSeries } from '../figures/show-series.js';
import { unusualFinding, unusualOf } from '../figures/unusual-finding.js';
import { inReturnOrder } from '../return-order.js';

const { say } = councilWords;
/** One case changes a percentage by at least this many points: then twelve months are looked at together. */
const MUCH_FOR_ONE_CASE = 5;
const MONTHS_TOGETHER = 12;

type Line = { readonly text: string; readonly href: string; readonly said: string };

/** What a month's figures say: the shares that a plan could be agreed for, and what is unusual. */
export type FiguresSay = {
  /** That nothing is unusual, how much is, or that nothing can be said yet; null of a month that is not the newest. */
  readonly verdict: string | null;
  readonly unusual: readonly Line[];
  readonly shares: readonly Line[];
};

/**
 * What a council's figures of one month say, measure by measure in the order of the return, each with the way to its chart. Null
 * where there is no figure of that month. `period`: the key of the month.
 */
export function figuresSay(
  all: readonly AssessedSeries[],
  of: { readonly council: Council; readonly programme: Programme; readonly period: string },
): FiguresSay | null {
  const { council, programme, period } = of;
  const ordered = inReturnOrder(all, ({ series }) => series.metric, programme.returnDefinition);
  const ofMonth = ordered.filter(({ series }) =>
    series.points.some((point) => periodKey(point.period) === period && point.state === 'value'),
  );
  if (ofMonth.length === 0) return null;
  const shown = ofMonth.map((one) => showSeries(one, { programme, from: null }));
  const hrefOf = (code: string): string => `${addresses.ownFigures(council.key)}#${code}`;
  const judged = shown.filter((one) => {
    const newest = newestLimited(one);
    return newest !== null && periodKey(newest.period) === period;
  });
  const unusual = judged.flatMap((one): readonly Line[] => {
    const points = limitedPoints(one);
    const found = unusualOf(points);
    if ('usualSince' in found || !found.unusual.isNow) return [];
    const { metric } = one.series;
    const sentences = findingSentences(one.series, { unusual: unusualFinding(points, metric) });
    const said = findingTitle({ shown: one, sentences, isLimited: true, isSilent: false });
    return [{ text: metric.title, href: hrefOf(metric.code), said }];
  });
  const shares = shown.flatMap(({ series: { metric, points } }): readonly Line[] => {
    if (metric.direction === 'none' || metric.unit !== 'percent') return [];
    const at = points.findIndex((point) => periodKey(point.period) === period);
    const said = shareSaid(points.slice(0, at + 1), metric);
    return said === null ? [] : [{ text: metric.title, href: hrefOf(metric.code), said }];
  });
  const isNewest = shown.some(({ series: { points } }) => {
    const newest = points.at(-1);
    return newest !== undefined && periodKey(newest.period) === period;
  });
  return {
    verdict: isNewest ? verdictOf(unusual.length, judged.length) : null,
    ...{ unusual, shares },
  };
}

function verdictOf(unusual: number, judged: number): string {
  if (judged === 0) return say.tooEarly;
  return unusual === 0 ? say.usual : say.unusual(unusual);
}

/** The newest share in its cases; where they are few, with the last twelve months as one share. Null without cases. */
function shareSaid(
  points: readonly SeriesPoint[],
  metric: Parameters<typeof figureWords>[1],
): string | null {
  const newest = points.at(-1);
  if (!newest || newest.numerator === null || newest.denominator === null) return null;
  const [numerator = '', denominator = ''] = [newest.numerator, newest.denominator].map(counted);
  const month = formatPeriod(newest.period);
  const words = figureWords(newest, metric);
  const one = 100 / Number(newest.denominator);
  if (!Number.isFinite(one)) return say.noCases(month);
  if (one < MUCH_FOR_ONE_CASE) return say.share(numerator, denominator, words, month);
  const last = points.slice(-MONTHS_TOGETHER);
  const sum = (pick: (point: SeriesPoint) => string | null): number =>
    last.reduce((total, point) => total + Number(pick(point) ?? 0), 0);
  const [part, whole] = [sum((point) => point.numerator), sum((point) => point.denominator)];
  return say.fewCases(
    { numerator, denominator, month, one: String(Math.round(one)) },
    { part, whole, months: last.length, share: `${Math.round((100 * part) / whole)}%` },
  );
}

const counted = (value: string): string => formatNumber(value, { unit: 'count', decimals: 0 });
