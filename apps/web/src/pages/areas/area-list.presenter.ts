import type { Register } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { listOf } from '../../format/format-list.js';
import { alphabetically } from '../../http/councils.js';
import { areaWords as w } from '../../words/area.words.js';
import { cell, linkCell } from '../tables.js';

/** A partnership or region with its councils of the programme, A to Z. */
export type ShownArea = {
  readonly kind: 'partnership' | 'region';
  readonly code: string;
  readonly name: string;
  readonly councils: Register['councils'];
};

/** The partnerships or regions that have councils in the programme, A to Z. */
export function areasOf(register: Register, kind: ShownArea['kind']): readonly ShownArea[] {
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  const councilsOf = (isIn: (council: Register['councils'][number]) => boolean) =>
    alphabetically(
      register.councils.filter((one) => members.has(one.id) && isIn(one)),
      ({ name }) => name,
    );
  const areas: readonly ShownArea[] =
    kind === 'region'
      ? register.regions.map(({ code, name }) => ({
          ...{ kind, code, name },
          councils: councilsOf(({ regionCode }) => regionCode === code),
        }))
      : register.partnerships.map(({ code, name, members: own }) => ({
          ...{ kind, code, name },
          councils: councilsOf(({ id }) => own.some(({ councilId }) => councilId === id)),
        }));
  return alphabetically(
    areas.filter(({ councils }) => councils.length > 0),
    ({ name }) => name,
  );
}

/** The list of partnerships or of regions. */
export function presentAreaList(register: Register, kind: ShownArea['kind']) {
  const title = kind === 'region' ? w.regions : w.partnerships;
  return {
    title,
    section: kind === 'region' ? ('regions' as const) : ('partnerships' as const),
    intro: kind === 'region' ? w.regionsIntro : w.partnershipsIntro,
    table: {
      caption: title,
      head: [w.listHead.name, w.listHead.councils].map((text) => ({ text })),
      rows: areasOf(register, kind).map(({ code, name, councils }) => [
        linkCell(name, kind === 'region' ? addresses.region(code) : addresses.partnership(code)),
        { ...cell(listOf(councils.map((council) => council.name))), wide: true },
      ]),
    },
  };
}
