/**
 * What keeps an alert quiet beside another, as data of a programme:
 * - `beneath`: while `source` is open for the same council and metric, `target` is not told, and shown beneath it;
 * - `no-data`: while `source` is open for a month, that the month's measures have no data is said as its consequence;
 * - `expected`: alerts of `targets` on `metric` are not escalated while a backlog is being cleared: `outflow` above its own
 *   upper limit, and `stock` fallen in each of the last `months`.
 */
export type Inhibition =
  | {
      readonly kind: 'beneath';
      readonly source: string;
      readonly target: string;
      readonly why: string;
    }
  | { readonly kind: 'no-data'; readonly source: string; readonly why: string }
  | ExpectedWhileClearing;

export type ExpectedWhileClearing = {
  readonly kind: 'expected';
  readonly targets: readonly string[];
  readonly metric: string;
  readonly outflow: string;
  readonly stock: string;
  readonly months: number;
  readonly why: string;
};

/** An alert among the others of its council. */
export type Neighbour = {
  readonly id: string;
  readonly councilId: number;
  readonly ruleCode: string;
  readonly metric: string | null;
};

type Among = {
  readonly inhibitions: readonly Inhibition[];
  /** Alerts that are open, firing or recovering. */
  readonly open: readonly Neighbour[];
};

/** The open alert beneath which an alert stands, and why; null where it stands by itself. */
export function inhibitedBy(
  alert: Omit<Neighbour, 'id'>,
  { inhibitions, open }: Among,
): { readonly source: Neighbour; readonly why: string } | null {
  for (const one of inhibitions) {
    if (one.kind !== 'beneath' || one.target !== alert.ruleCode) continue;
    const source = open.find(
      ({ ruleCode, councilId, metric }) =>
        ruleCode === one.source && councilId === alert.councilId && metric === alert.metric,
    );
    if (source) return { source, why: one.why };
  }
  return null;
}

/** The codes of rules whose open alerts keep others quiet. */
export const sourcesOf = (inhibitions: readonly Inhibition[]): readonly string[] => [
  ...new Set(inhibitions.flatMap((one) => (one.kind === 'beneath' ? [one.source] : []))),
];

/** What would make an alert's breach expected, so that nobody further up is told; null for most. */
export const expectedFor = (
  { ruleCode, metric }: Pick<Neighbour, 'ruleCode' | 'metric'>,
  inhibitions: readonly Inhibition[],
): ExpectedWhileClearing | null => {
  const found = inhibitions.find(
    (one) => one.kind === 'expected' && one.metric === metric && one.targets.includes(ruleCode),
  );
  return found?.kind === 'expected' ? found : null;
};
