import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';

/** Who is signed in. */
export const SESSION_COOKIE = 'cpm_session';
/** Ties the sign-in form to this browser before anybody is known. */
export const VISIT_COOKIE = 'cpm_visit';
/** Opens what was typed into a form whose session had ended; sent with that form's page alone. */
export const KEPT_COOKIE = 'cpm_kept';

/** No script may read our cookies, and no other site may send them with a form. */
export const cookieOptions = (request: FastifyRequest): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: request.protocol === 'https',
});
