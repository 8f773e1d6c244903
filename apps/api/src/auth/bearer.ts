import type { Service } from '#composition';
import { REFUSALS, type RefusalCode } from '#domain';
import type { Reader } from '#domain/access';

/** Who sent a request. `none` brought no bearer token; `refused` brought one that opens nothing, and why may be said. */
export type Caller =
  | { readonly kind: 'reader'; readonly reader: Reader }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/** Who sent a request, by its bearer token: a person's token or a system's key. Cookies are never looked at. */
export async function callerOf(
  authorization: string | undefined,
  service: Pick<Service, 'bearers'>,
): Promise<Caller> {
  const sent = /^Bearer (\S+)$/i.exec(authorization?.trim() ?? '')?.[1];
  if (sent === undefined) return { kind: 'none' };
  if (!/^[\w-]{1,100}$/.test(sent)) return { kind: 'refused', code: 'NOT_SIGNED_IN' };
  const bearer = await service.bearers.bearerOf(sent);
  if (bearer.kind === 'reader') return bearer;
  return { kind: 'refused', code: bearer.kind === 'ended' ? bearer.code : 'NOT_SIGNED_IN' };
}

/** The challenge that goes with a 401 (RFC 6750): it names the fault only to callers who brought a token. */
export function challengeFor(caller: Exclude<Caller, { kind: 'reader' }>): string {
  const realm = 'Bearer realm="change-programme-monitor"';
  return caller.kind === 'none'
    ? realm
    : `${realm}, error="invalid_token", error_description="${REFUSALS[caller.code].message}"`;
}
