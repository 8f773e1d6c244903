import type { Service } from '#composition';
import type { Reader } from '#domain/access';

/** Who sent a request, by its bearer token; null without one, or with one that is dead. Cookies are never looked at. */
export async function readerOfRequest(
  authorization: string | undefined,
  service: Pick<Service, 'accessTokens'>,
): Promise<Reader | null> {
  const match = /^Bearer ([\w-]{1,100})$/i.exec(authorization?.trim() ?? '');
  return match?.[1] ? service.accessTokens.readerOf(match[1]) : null;
}
