import { covers, type Scope } from '#domain/access';
import { resolveCouncil, type CouncilFault } from '#domain/register';
import type { Programme } from '../ports/index.js';
import type { ReceiveRequest } from './receive-types.js';

export type CouncilChoice =
  | { readonly kind: 'chosen'; readonly councilId: number | null }
  | {
      readonly kind: 'refused';
      readonly code: 'COUNCIL_NOT_YOURS' | 'NOT_ALLOWED' | 'KEY_NOT_FOR_THIS';
    };

/**
 * One submission is of one council: the one named, or the only one that the sender may send for. An old code of the
 * sender's own council is let through: the rules on the rows name its successor.
 */
export function chooseCouncil(
  request: Pick<ReceiveRequest, 'reader' | 'source' | 'council'>,
  scope: Scope,
  programme: Programme,
  today: string,
): CouncilChoice {
  if (request.source === 'published') return { kind: 'chosen', councilId: null };
  if (scope.writes !== 'all' && scope.writes.length === 0)
    return { kind: 'refused', code: request.reader.deeds ? 'KEY_NOT_FOR_THIS' : 'NOT_ALLOWED' };
  if (request.council === null) {
    const only = scope.writes === 'all' ? undefined : scope.writes[0];
    return only === undefined
      ? { kind: 'refused', code: 'NOT_ALLOWED' }
      : { kind: 'chosen', councilId: only };
  }
  const named = resolveCouncil(programme.register, request.council, today);
  const councilId = named.ok ? named.value.id : behindOldCode(named.error);
  return councilId !== null && covers(scope.writes, councilId)
    ? { kind: 'chosen', councilId }
    : { kind: 'refused', code: 'COUNCIL_NOT_YOURS' };
}

const behindOldCode = (fault: CouncilFault): number | null =>
  fault.kind === 'not-valid-then' ? fault.councilId : null;
