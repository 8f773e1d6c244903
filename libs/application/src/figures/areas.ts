import type { Register } from '#domain/register';
import { resolveCouncil } from '#domain/register';
import type { Day } from '#domain/periods';
import type { Area } from './series-types.js';

const plain = (text: string): string => text.trim().toLowerCase();

/** England's own code. */
const ENGLAND = 'E92000001';

/** The area that a text names: a council by code or name, a partnership, a region, or England; null for none. */
export function areaFrom(register: Register, text: string, today: Day): Area | null {
  const wanted = plain(text);
  const named = (thing: { code: string; name: string }): boolean =>
    plain(thing.code) === wanted || plain(thing.name) === wanted;
  if (wanted === 'england' || wanted === plain(ENGLAND)) {
    return { kind: 'country', code: ENGLAND, name: 'England', councilIds: liveCouncils(register) };
  }
  const partnership = register.partnerships.find(named);
  if (partnership) {
    return {
      kind: 'partnership',
      code: partnership.code,
      name: partnership.name,
      councilIds: partnership.members.map((m) => m.councilId),
    };
  }
  const region = register.regions.find(named);
  if (region) {
    const within = register.councils.filter(
      (c) => c.regionCode === region.code && c.endedOn === null,
    );
    return {
      kind: 'region',
      code: region.code,
      name: region.name,
      councilIds: within.map((c) => c.id),
    };
  }
  const council = resolveCouncil(register, text, today);
  return council.ok ? councilArea(council.value) : null;
}

const liveCouncils = (register: Register): readonly number[] =>
  register.councils.filter((council) => council.endedOn === null).map((council) => council.id);

export function councilArea(council: Register['councils'][number]): Area {
  const code =
    council.codes.find((c) => c.kind === 'ons' && c.validTo === null)?.code ?? council.key;
  return { kind: 'council', councilId: council.id, code, name: council.name };
}
