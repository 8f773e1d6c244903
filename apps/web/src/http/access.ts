import { SetMetadata } from '@nestjs/common';
import { covers, packsOf, scopeOf, type Reader, type Role } from '#domain/access';

/** For whom a page is. `anyone`: no sign-in; `signed-in`: any role; `keys`: who sees some council's keys; `packs`: who reads evidence packs. */
export type Audience = 'anyone' | 'signed-in' | 'council' | 'department' | 'keys' | 'packs';

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
/** Whether a reader may send figures for a council: one of its own people, not the lead of its partnership. */
export const maySend = (reader: Reader, councilId: number): boolean =>
  covers(scopeOf(reader).writes, councilId);

/** Whether a reader may approve figures of a council. */
export const mayApprove = (reader: Reader, councilId: number): boolean =>
  holdsOne(reader, ['council-approver']) && reader.councilIds.includes(councilId);

/** Whether a reader may ask DfE for more time, or for a closed month, for a council. */
export const mayAsk = (reader: Reader, councilId: number): boolean =>
  holdsOne(reader, ['council-submitter', 'council-approver']) && maySend(reader, councilId);

/** Whether a reader answers what councils ask, and opens closed months. */
export const maySeeRequests = (reader: Reader): boolean => scopeOf(reader).grants === 'all';

/** Whether a reader uploads yearly published files and confirms them. */
export const mayImport = (reader: Reader): boolean => holdsOne(reader, ['dfe-analyst']);

/** Whether a reader tries rules on all history. */
export const mayBackTest = (reader: Reader): boolean => holdsOne(reader, ['dfe-analyst']);

/** Whether a reader makes evidence packs. */
export const mayMakePacks = (reader: Reader): boolean => packsOf(reader) === 'made';

/** Whether a reader sees the keys of some council's systems. */
export function seesKeys(reader: Reader): boolean {
  const seen = scopeOf(reader).seesKeys;
  return seen === 'all' || seen.length > 0;
}

/** Whether a reader makes, replaces and revokes a council's keys. */
export const keepsKeys = (reader: Reader, councilId: number): boolean =>
  covers(scopeOf(reader).keepsKeys, councilId);

/** Whether a reader looks after every council's keys, and what goes with them. */
export const keepsAllKeys = (reader: Reader): boolean => scopeOf(reader).keepsKeys === 'all';

/** Whether a reader says where some messages go, if only their weekly digest, or sends tests. */
export function maySendMessages(reader: Reader): boolean {
  const { keepsKeys, grants } = scopeOf(reader);
  return keepsKeys === 'all' || keepsKeys.length > 0 || grants === 'all';
}

/** Whether a reader sees a council's own pages: as one of its people, or as the lead of its partnership. */
export const belongsTo = (reader: Reader, councilId: number): boolean =>
  reader.councilIds.includes(councilId) || reader.memberIds.includes(councilId);

/** Whether a reader sees a council's page: as DfE sees it, or as it sees itself. */
export const seesCouncil = (reader: Reader, councilId: number): boolean =>
  isOfDepartment(reader) || belongsTo(reader, councilId);

/** Whether a reader belongs to a page's audience. */
export function isFor(audience: Audience, reader: Reader | null): boolean {
  if (audience === 'anyone') return true;
  if (!reader) return false;
  if (audience === 'signed-in') return true;
  if (audience === 'keys') return seesKeys(reader);
  if (audience === 'packs') return packsOf(reader) !== null;
  return audience === 'council' ? isOfCouncil(reader) : isOfDepartment(reader);
}

export const AUDIENCE = 'audience';
/** Says for whom a controller's pages are. Without it, a page is for the signed-in. */
export const For = (audience: Audience) => SetMetadata(AUDIENCE, audience);

export const LIVE = 'live';
/** The page hears of new figures and reads itself again. */
export const Live = () => SetMetadata(LIVE, true);
