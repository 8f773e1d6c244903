import type { Decimal } from '../../decimal/decimal.js';
import { monthsBefore } from '../../periods/index.js';
import type { Candidate } from '../candidate.js';
import type { IntakeContext } from '../check-submission-types.js';
import { placeOf } from '../figure-place.js';
import type { Finding } from '../finding.js';
import { say, type Fills } from '../say.js';
import type { MonthFigures, Months } from './month-figures.js';

/** A box of the month, or of so many months before. */
export type Term = { readonly box: string; readonly lagMonths: number };

/** What must hold between the numbers of a council: when it is broken, and what fills the rule's words. */
export type Identity = {
  readonly code: string;
  readonly terms: readonly Term[];
  readonly broken: (values: readonly Decimal[]) => boolean;
  readonly fills: (values: readonly Decimal[], titles: readonly string[]) => Fills;
};

export const thisMonth = (box: string): Term => ({ box, lagMonths: 0 });

type Broken = { readonly findings: readonly Finding[]; readonly sent: readonly Candidate[] };

/**
 * Speaks of every identity that what was sent now breaks, alone or with what stands, and refuses all numbers of it that
 * were sent now. Only when all have spoken are numbers refused, so that no order of rows or rules changes what is said.
 * Where a number has been refused the one that stands remains: asked again until it is silent, this keeps what stands
 * true to every identity.
 */
export function brokenIdentities(
  identities: readonly Identity[],
  months: Months,
  context: IntakeContext,
): readonly Finding[] {
  const titles = new Map(context.metrics.map((metric) => [metric.code, metric.title]));
  const broken = identities.flatMap((identity) =>
    monthsConcerned(identity, months).flatMap((month) => {
      const found = brokenIn(identity, month, months);
      return found ? [speak(identity, found, { context, titles })] : [];
    }),
  );
  for (const { sent } of broken) for (const candidate of sent) candidate.blocked = true;
  return broken.flatMap(({ findings }) => findings);
}

/** A number of an earlier month that was sent now is compared with what stands in the later one. */
function monthsConcerned({ terms }: Identity, months: Months): readonly MonthFigures[] {
  const concerned = new Map<string, MonthFigures>();
  for (const { councilId, period, sent } of months.all) {
    for (const { box, lagMonths } of terms) {
      if (!sent(box)) continue;
      const month = lagMonths === 0 ? period : monthsBefore(period, -lagMonths);
      concerned.set(`${councilId} ${month.start}`, months.of(councilId, month));
    }
  }
  return [...concerned.values()];
}

type Found = { readonly values: readonly Decimal[]; readonly sent: readonly Candidate[] };

/** The numbers of a broken identity, and those of them that were sent now; null when it holds or a number is missing. */
function brokenIn(identity: Identity, month: MonthFigures, months: Months): Found | null {
  const figures = identity.terms.map(({ box, lagMonths }) => {
    const of =
      lagMonths === 0 ? month : months.of(month.councilId, monthsBefore(month.period, lagMonths));
    const sent = of.sent(box);
    return { value: of.value(box), sent: sent?.blocked ? undefined : sent };
  });
  const values = figures.flatMap(({ value }) => value ?? []);
  if (values.length < figures.length || !identity.broken(values)) return null;
  return { values, sent: figures.flatMap(({ sent }) => sent ?? []) };
}

/** Once, at the first of the numbers that was sent now. */
function speak(
  identity: Identity,
  { values, sent }: Found,
  { context, titles }: { context: IntakeContext; titles: ReadonlyMap<string, string> },
): Broken {
  const [first] = sent;
  const named = identity.terms.map(({ box }) => titles.get(box) ?? box);
  const findings = first
    ? say(context.rules, identity.code, placeOf(first, first.sent), identity.fills(values, named))
    : [];
  return { findings, sent: findings.length > 0 ? sent : [] };
}
