import { err, ok, type Result } from '#domain';
import { readEesFile, recogniseEesFile, type EesMapping, type EesReading } from '#domain/ees';
import type { IntakeTable } from '#domain/intake';
import type { Revision } from '#domain/observations';
import { periodKey } from '#domain/periods';
import type { Programme } from '../ports/index.js';
import { changesOf, isCouncils, type Change, type CouncilFigure } from './figure-changes.js';

/** The figures of one period, which are one submission. */
export type PlannedPeriod = {
  /** A period key. */
  readonly period: string;
  readonly figures: readonly CouncilFigure[];
  readonly changes: readonly Change[];
  readonly isNews: boolean;
  /** The day from which they are known; null where a person has to say it. */
  readonly day: string | null;
};

/** What importing a data file of Explore education statistics means: by which mapping, and period by period what changes. */
export type PublishedPlan = {
  readonly mapping: EesMapping;
  readonly reading: EesReading;
  /** Measures of the file that the programme does not have. */
  readonly skipped: readonly string[];
  readonly changes: ReadonlyMap<CouncilFigure, Change>;
  readonly periods: readonly PlannedPeriod[];
};

type Given = {
  readonly table: IntakeTable;
  readonly metadata: IntakeTable | null;
  readonly mappings: readonly EesMapping[];
  readonly programme: Programme;
  /** The day of publication; null where the programme's own days of publication are meant. */
  readonly publishedOn: string | null;
  /** What stands of these published metrics now. */
  readonly standing: (metrics: readonly string[]) => Promise<readonly Revision[]>;
};

/** Recognises a file by its columns and compares it with what stands. A sentence where no mapping can read it. */
export async function publishedPlan(given: Given): Promise<Result<PublishedPlan, string>> {
  const { table, metadata, mappings, programme } = given;
  const found = recogniseEesFile(table, mappings);
  if (!found.ok) return err(found.error.sentence);
  const mapping = found.value;
  const read = readEesFile(table, mapping, {
    register: programme.register,
    metadata: metadata ?? undefined,
  });
  if (!read.ok) return err(`${mapping.series}: ${read.error.sentence}`);
  const known = new Set(
    programme.metrics.filter(({ type }) => type === 'published').map(({ code }) => code),
  );
  const metrics = mapping.indicators.map(({ metric }) => metric);
  const figures = read.value.observations.filter(isCouncils).filter((o) => known.has(o.metric));
  const changes = changesOf(
    figures,
    await given.standing(metrics.filter((metric) => known.has(metric))),
  );
  return ok({
    mapping,
    reading: read.value,
    skipped: metrics.filter((metric) => !known.has(metric)),
    changes,
    periods: periodsOf(changes, given),
  });
}

function periodsOf(
  changes: ReadonlyMap<CouncilFigure, Change>,
  given: Given,
): readonly PlannedPeriod[] {
  const byPeriod = new Map<string, CouncilFigure[]>();
  for (const figure of changes.keys()) {
    const key = periodKey(figure.period);
    const figures = byPeriod.get(key);
    if (figures) figures.push(figure);
    else byPeriod.set(key, [figure]);
  }
  return [...byPeriod].map(([period, figures]) => {
    const own = figures.flatMap((figure) => changes.get(figure) ?? []);
    return {
      period,
      figures,
      changes: own,
      isNews: own.some(({ kind }) => kind !== 'same'),
      day: publicationDay({ period, figures, changes: own }, given),
    };
  });
}

/**
 * The day as given. Otherwise the one that the programme has for the period, but not where figures would change: what
 * was known on that day was another figure.
 */
function publicationDay(
  { period, figures, changes }: Pick<PlannedPeriod, 'period' | 'figures' | 'changes'>,
  { publishedOn, programme }: Given,
): string | null {
  if (publishedOn !== null) return publishedOn;
  const [first] = figures;
  if (!first || changes.some(({ kind }) => kind === 'changed')) return null;
  return (
    programme.publications.find(
      (one) => one.metrics.includes(first.metric) && periodKey(one.period) === period,
    )?.publishedOn ?? null
  );
}
