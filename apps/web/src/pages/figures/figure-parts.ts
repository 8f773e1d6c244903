import type { Programme } from '#application/ports';
import type { Metric } from '#domain/metrics';
import { withQuery } from '../../addresses/with-query.js';
import { figuresWords } from '../../words/figures.words.js';
import { partsOf } from '../metrics/council-groups.js';
import { byTheme } from '../return-order.js';
import { knownOf, type FiguresFilter } from './figures-filter.js';

/** As many charts with what stands beside them as a page may weigh. A return that asks for more is shown in parts. */
const MOST_CHARTS = 26;

type Part = readonly { readonly title: string | null; readonly items: readonly Metric[] }[];

/** Which measures a council's page draws. */
export type FigurePart = {
  /** Those that are drawn. */
  readonly drawn: ReadonlySet<string>;
  /** Those that are read: besides, the balancing measures of what is drawn. */
  readonly read: readonly string[];
  /** The ways to every part, by their first and last themes; none where all measures stand on one page. */
  readonly ways: readonly {
    readonly text: string;
    readonly href: string;
    readonly current: boolean;
  }[];
};

type Query = Readonly<Record<string, string>>;

/** The part of a council's monthly figures that an address asks for; the first where it asks for none that there is. */
export function figurePart(
  programme: Pick<Programme, 'metrics' | 'returnDefinition'>,
  query: Readonly<Record<string, unknown>>,
  {
    page,
    keep,
    filter,
  }: { readonly page: string; readonly keep: Query; readonly filter: FiguresFilter },
): FigurePart {
  const measures = programme.metrics.filter(({ type }) => type === 'measure');
  const themes = byTheme(measures, (metric) => metric, programme.returnDefinition);
  const parts = partsOf(themes, MOST_CHARTS);
  const asked = Number(query['part']) - 1;
  const at = parts[asked] ? asked : 0;
  const drawn = (parts[at] ?? []).flatMap(({ items }) => items);
  const codes = drawn.flatMap(({ code, balancedBy }) => [
    code,
    ...balancedBy.map((one) => one.metric),
  ]);
  return {
    drawn: new Set(drawn.map(({ code }) => code)),
    read: [...new Set(codes)],
    ways:
      parts.length < 2
        ? []
        : parts.map((part, index) => ({
            text: nameOf(part),
            href: withQuery(page, {
              ...keep,
              part: String(index + 1),
              known: knownOf(filter),
              back: filter.everything ? 'all' : '',
            }),
            current: index === at,
          })),
  };
}

const nameOf = (part: Part): string =>
  figuresWords.part(part[0]?.title ?? '', part.at(-1)?.title ?? '');
