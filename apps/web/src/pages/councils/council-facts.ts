import type { Programme } from '#application/ports';
import type { Council } from '#domain/register';
import { listOf } from '../../format/format-list.js';
import { formatDate } from '../../format/format-time.js';
import { councilListWords } from '../../words/council-list.words.js';

const { facts } = councilListWords;

const spanOf = (from: string, to: string | null): string =>
  to === null ? facts.since(formatDate(from)) : facts.span(formatDate(from), formatDate(to));

/** Who a council is: its partnership, region and codes, since when it takes part, and what it tests. */
export function councilFacts(council: Council, { register, reforms }: Programme) {
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
    [facts.reforms, tested.length > 0 ? listOf(tested) : facts.noReforms],
  ];
  return rows.map(([key, words]) => ({ key: { text: key }, value: { text: words } }));
}
