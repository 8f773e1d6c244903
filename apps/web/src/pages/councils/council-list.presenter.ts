import type { Council, Register } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { alphabetically, currentCode } from '../../http/councils.js';
import { councilListWords } from '../../words/council-list.words.js';
import { areasOf } from '../areas/area-list.presenter.js';
import { cell, linkCell, type Cell } from '../tables.js';

export type CouncilList = {
  readonly register: Register;
  readonly everyCouncil: boolean;
  readonly search: string;
};

const answersTo = ({ name, names, codes }: Council, search: string): boolean => {
  const wanted = search.toLowerCase();
  const known = [name, ...names.map((one) => one.name), ...codes.map(({ code }) => code)];
  return known.some((one) => one.toLowerCase().includes(wanted));
};

/** Councils A to Z: those of the programme or all, or those that answer to a name or code. */
export function presentCouncilList({ register, everyCouncil, search }: CouncilList) {
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  const standing = register.councils.filter(({ endedOn }) => endedOn === null);
  const councils =
    search === ''
      ? standing.filter(({ id }) => everyCouncil || members.has(id))
      : standing.filter((council) => answersTo(council, search));
  const partnershipCell = (id: number): Cell => {
    const partnership = register.partnerships.find((one) =>
      one.members.some(({ councilId }) => councilId === id),
    );
    return partnership
      ? linkCell(partnership.name, addresses.partnership(partnership.code))
      : cell(councilListWords.notIn);
  };
  const shownRegions = new Set(areasOf(register, 'region').map(({ code }) => code));
  const regionCell = (code: string): Cell => {
    const name = register.regions.find((one) => one.code === code)?.name ?? '–';
    return shownRegions.has(code) ? linkCell(name, addresses.region(code)) : cell(name);
  };
  const { head } = councilListWords;
  return {
    title: councilListWords.title,
    section: 'councils' as const,
    search,
    nobody: councils.length === 0 ? councilListWords.nobody(search) : null,
    other: everyCouncil
      ? { text: councilListWords.showProgramme, href: addresses.councils }
      : { text: councilListWords.showAll, href: `${addresses.councils}?all=1` },
    table: {
      caption:
        everyCouncil || search !== ''
          ? councilListWords.everyCouncil
          : councilListWords.inProgramme,
      head: [head.council, head.partnership, head.region, head.code].map((text) => ({ text })),
      rows: alphabetically(councils, ({ name }) => name).map((council) => [
        linkCell(council.name, addresses.councilPage(council.key)),
        partnershipCell(council.id),
        regionCell(council.regionCode),
        cell(currentCode(council)),
      ]),
    },
  };
}
