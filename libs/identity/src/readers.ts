import type { Reader, Role } from '#domain/access';
import type { Register } from '#domain/register';

/**
 * Who somebody is in the programme. A partnership lead acts for every council of the partnership; a council's own people
 * and systems for that council.
 */
export function readerFrom(
  who: {
    readonly actor: string;
    readonly roles: readonly Role[];
    readonly councilIds: readonly number[];
    readonly partnership: string | null;
  },
  register: Register,
): Reader {
  const members = who.roles.includes('partnership-lead')
    ? (register.partnerships.find((p) => p.code === who.partnership)?.members ?? [])
    : [];
  const { actor, roles, councilIds, partnership } = who;
  return { actor, roles, councilIds, partnership, memberIds: members.map((m) => m.councilId) };
}
