import { covers, scopeOf, type Reader } from '#domain/access';
import { subtractDecimals, type Decimal } from '#domain/decimal';
import {
  publishedPairs,
  reconcileYear,
  type PublishedPair,
  type PublishedPart,
  type YearReconciled,
} from '#domain/intake';
import type { Metric } from '#domain/metrics';
import { TOTAL, type Revision } from '#domain/observations';
import { londonDay, monthOf, periodKey, type Day } from '#domain/periods';
import type { Council } from '#domain/register';
import type { Programme } from '../ports/index.js';
import { readStored, type FigurePorts } from './read-series.js';
import { storedCodes } from './stored-codes.js';

/** When the published figure of a year comes: it is out, expected on a day, or about a year after the last one. */
export type PublicationOf =
  | { readonly kind: 'out'; readonly on: Day }
  | { readonly kind: 'expected'; readonly on: Day }
  | { readonly kind: 'unknown' };

export type ReconciledBox = YearReconciled & {
  readonly box: Metric;
  readonly publishedMetric: Metric;
  readonly note: string;
  readonly publication: PublicationOf;
  /** Some of the months are not approved yet. */
  readonly provisional: boolean;
};

export type Reconciliation = {
  readonly council: Council;
  readonly year: number;
  readonly boxes: readonly ReconciledBox[];
};

/** One council's monthly numbers of a calendar year beside the published yearly figures, in one statement. */
export class ReadReconciliation {
  constructor(private readonly ports: FigurePorts) {}

  /** Null for a reader who sees no figures of the council, or an unknown council. */
  async run(
    reader: Reader,
    { councilId, year }: { councilId: number; year: number },
  ): Promise<Reconciliation | null> {
    const programme = await this.ports.programme.current();
    const scope = scopeOf(reader);
    const council = programme.register.councils.find(({ id }) => id === councilId);
    const sees = covers(scope.anyStatus, councilId) || covers(scope.approved, councilId);
    if (!council || !sees) return null;
    const pairs = publishedPairs(programme.validationRules);
    const stored = await readStored(this.ports, {
      scope,
      programme,
      metrics: metricsOf(programme, pairs),
      councilIds: [councilId],
      breakdown: TOTAL,
      from: `${year}-01-01`,
      to: `${year + 1}-01-01`,
      asKnownAt: null,
    });
    const figures = new Map(
      (stored.get(councilId) ?? [])
        .filter(({ breakdown }) => breakdown === TOTAL)
        .map((one) => [`${one.metric} ${periodKey(one.period)}`, one]),
    );
    const today = londonDay(this.ports.clock.now());
    return {
      council,
      year,
      boxes: pairs.flatMap((pair) => reconciled(pair, { programme, year, figures, today })),
    };
  }
}

type Of = {
  readonly programme: Programme;
  readonly year: number;
  readonly figures: ReadonlyMap<string, Revision>;
  readonly today: Day;
};

/** Boxes and published metrics of the pairs, and the measures of those boxes whose every read is recorded. */
function metricsOf({ metrics }: Programme, pairs: readonly PublishedPair[]): readonly Metric[] {
  const codes = new Set(
    pairs.flatMap(({ box, published, less }) => [box, published.metric, less?.metric ?? box]),
  );
  return metrics.filter(
    (metric) =>
      codes.has(metric.code) ||
      (metric.prePublication && storedCodes(metric).some((code) => codes.has(code))),
  );
}

function reconciled(pair: PublishedPair, of: Of): readonly ReconciledBox[] {
  const { programme, year, figures } = of;
  const box = programme.metrics.find(({ code }) => code === pair.box);
  const publishedMetric = programme.metrics.find(({ code }) => code === pair.published.metric);
  if (!box || !publishedMetric) return [];
  const months = Array.from({ length: 12 }, (_, index) =>
    figures.get(`${pair.box} ${periodKey(monthOf(year, index + 1))}`),
  );
  const values = months.map((one) => (one?.state === 'value' ? one.value : null));
  return [
    {
      ...reconcileYear(values, publishedNumber(pair, of), programme.validationRules),
      box,
      publishedMetric,
      note: pair.note,
      publication: publicationOf(pair.published.metric, of),
      provisional: months.some((one) => one?.state === 'value' && one.standing === 'provisional'),
    },
  ];
}

function publishedNumber({ published, less }: PublishedPair, of: Of): Decimal | null {
  const whole = partIn(published, of);
  if (less === null || whole === null) return whole;
  const taken = partIn(less, of);
  return taken === null ? null : subtractDecimals(whole, taken);
}

const partIn = ({ metric, part }: PublishedPart, { figures, year }: Of): Decimal | null => {
  const found = figures.get(`${metric} ${year} Calendar year`);
  return found?.state === 'value' ? found[part] : null;
};

function publicationOf(metric: string, { programme, year, today }: Of): PublicationOf {
  const own = programme.publications.filter(({ metrics }) => metrics.includes(metric));
  const named = own.find(({ period }) => periodKey(period) === `${year} Calendar year`);
  if (named)
    return { kind: named.publishedOn <= today ? 'out' : 'expected', on: named.publishedOn };
  const last = own.reduce<(typeof own)[number] | null>(
    (a, b) => (a && a.period.start >= b.period.start ? a : b),
    null,
  );
  if (!last || year <= Number(last.period.timePeriod)) return { kind: 'unknown' };
  const later = year - Number(last.period.timePeriod);
  const on = `${Number(last.publishedOn.slice(0, 4)) + later}${last.publishedOn.slice(4)}`;
  return { kind: 'expected', on };
}
