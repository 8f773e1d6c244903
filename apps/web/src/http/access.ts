import { SetMetadata } from '@nestjs/common';
import type { Reader, Role } from '#domain/access';

/** For whom a page is. `anyone`: no sign-in; `signed-in`: any role. */
export type Audience = 'anyone' | 'signed-in' | 'council' | 'department';

const COUNCIL_ROLES: readonly Role[] = [
  'council-submitter',
  'council-approver',
  'partnership-lead',
  'system',
];
const DEPARTMENT_ROLES: readonly Role[] = ['dfe-analyst', 'dfe-policy', 'evaluator'];

const holdsOne = (reader: Reader, roles: readonly Role[]): boolean =>
  reader.roles.some((role) => roles.includes(role));

export const isOfCouncil = (reader: Reader): boolean => holdsOne(reader, COUNCIL_ROLES);
export const isOfDepartment = (reader: Reader): boolean => holdsOne(reader, DEPARTMENT_ROLES);
export const maySend = (reader: Reader): boolean =>
  holdsOne(reader, ['council-submitter', 'council-approver', 'system']);
export const mayApprove = (reader: Reader): boolean => holdsOne(reader, ['council-approver']);

/** Whether a reader belongs to a page's audience. */
export function isFor(audience: Audience, reader: Reader | null): boolean {
  if (audience === 'anyone') return true;
  if (!reader) return false;
  if (audience === 'signed-in') return true;
  return audience === 'council' ? isOfCouncil(reader) : isOfDepartment(reader);
}

export const AUDIENCE = 'audience';
/** Says for whom a controller's pages are. Without it, a page is for the signed-in. */
export const For = (audience: Audience) => SetMetadata(AUDIENCE, audience);

export const LIVE = 'live';
/** The page hears of new figures and reads itself again. */
export const Live = () => SetMetadata(LIVE, true);
