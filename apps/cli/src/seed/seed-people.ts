import type { Reader, Role } from '#domain/access';

/** A fault in the data of the programme itself: said with its place, so that it can be mended. */
export class SeedFault extends Error {}

/** A council as the events of the demonstration name it. */
export type Named = { readonly id: number; readonly name: string };

export const someone = (
  actor: string,
  roles: readonly Role[],
  councilIds: readonly number[],
): Reader => ({ actor, roles, councilIds, memberIds: [], partnership: null });

/** Who did what in the demonstration; also who would, for a person trying it. */
export const officer = (council: Named): Reader =>
  someone(`${council.name} data officer`, ['council-submitter'], [council.id]);
export const lead = (council: Named): Reader =>
  someone(`${council.name} SEND lead`, ['council-approver'], [council.id]);
