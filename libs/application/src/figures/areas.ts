import type { Register } from '#domain/register';
import { resolveCouncil } from '#domain/register';
import type { Day } from '#domain/periods';
import type { Area, AreaAbove } from './series-types.js';

const plain = (text: string): string => text.trim().toLowerCase();

/** England's own code. */
export const ENGLAND = 'E92000001';

/** The area that a text names: a council by code or name, a partnership, a region, or England; null for none. */
export function areaFrom(register: Register, text: string, today: Day): Area | null {
  const wanted = plain(text);
  const named = (thing: { code: string; name: string }): boolean =>
    plain(thing.code) === wanted || plain(thing.name) === wanted;
  const above = areasAbove(register).find(named);
  if (above) return above;
  const council = resolveCouncil(register, text, today);
  return council.ok ? councilArea(council.value) : null;
}

/** The areas above the councils: England, partnerships, regions. Councils that have ended are in none but a partnership. */
export function areasAbove(register: Register): readonly AreaAbove[] {
  const live = register.councils.filter((council) => council.endedOn === null);
  return [
    { kind: 'country', code: ENGLAND, name: 'England', councilIds: live.map(({ id }) => id) },
    ...register.partnerships.map((one): AreaAbove => ({
      ...{ kind: 'partnership', code: one.code, name: one.name },
      councilIds: one.members.map(({ councilId }) => councilId),
    })),
    ...register.regions.map((one): AreaAbove => ({
      ...{ kind: 'region', code: one.code, name: one.name },
      councilIds: live.filter(({ regionCode }) => regionCode === one.code).map(({ id }) => id),
    })),
  ];
}

export function councilArea(council: Register['councils'][number]): Area {
  const code =
    council.codes.find((c) => c.kind === 'ons' && c.validTo === null)?.code ?? council.key;
  return { kind: 'council', councilId: council.id, code, name: council.name };
}
