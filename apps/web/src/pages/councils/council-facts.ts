import type { Programme } from '#application/ports';
import { periodOfTerm, schoolDaysIn, termsOf } from '#domain/calendar';
import { monthOfDay, monthsBefore, type Day } from '#domain/periods';
import type { Council } from '#domain/register';
import { listOf } from '../../format/format-list.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDate, londonDay } from '../../format/format-time.js';
import { councilListWords } from '../../words/council-list.words.js';

const { facts } = councilListWords;

const spanOf = (from: string, to: string | null): string =>
  to === null ? facts.since(formatDate(from)) : facts.span(formatDate(from), formatDate(to));

/** The school term that runs or comes next, where its days are from, and how many school days the last month had. */
function schoolsOf(council: Council, { schoolTerms, holidays }: Programme, today: Day): string {
  const terms = termsOf(schoolTerms, council.id);
  const term = terms.find(({ ends }) => ends >= today);
  if (!term) return facts.termsUnknown;
  const span = spanOf(term.starts, term.ends);
  const { halfTerm } = term;
  const name = formatPeriod(periodOfTerm(term));
  const month = monthsBefore(monthOfDay(today), 1);
  const days = schoolDaysIn(month, terms, holidays);
  return [
    halfTerm
      ? facts.termWithHalf(name, span, spanOf(halfTerm.starts, halfTerm.ends))
      : facts.term(name, span),
    ...(days === null ? [] : [facts.schoolDays(days, formatPeriod(month))]),
    facts.termSource(term.source),
  ].join(' ');
}

/** Who a council is: its partnership, region and codes, since when it takes part, and what it tests. */
export function councilFacts(council: Council, programme: Programme, now: Date) {
  const { register, reforms } = programme;
  const partnership = register.partnerships.find(({ members }) =>
    members.some(({ councilId }) => councilId === council.id),
  );
  const membership = register.memberships.find(({ councilId }) => councilId === council.id);
  const tested = register.participations
    .filter(({ councilId }) => councilId === council.id)
    .map(({ reform, version, from, to }) => {
      const name = reforms.find(({ code }) => code === reform)?.name ?? reform;
      return facts.reform(name, version, spanOf(from, to));
    });
  const rows: readonly (readonly [string, string])[] = [
    [facts.partnership, partnership?.name ?? facts.noReforms],
    [
      facts.region,
      register.regions.find(({ code }) => code === council.regionCode)?.name ?? facts.noReforms,
    ],
    [
      facts.codes,
      listOf(council.codes.filter(({ validTo }) => validTo === null).map(({ code }) => code)),
    ],
    [facts.member, membership ? spanOf(membership.from, membership.to) : facts.never],
    [facts.schools, schoolsOf(council, programme, londonDay(now))],
    [facts.reforms, tested.length > 0 ? listOf(tested) : facts.noReforms],
  ];
  return rows.map(([key, words]) => ({ key: { text: key }, value: { text: words } }));
}
