import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addresses } from '../addresses/addresses.js';
import { safeReturn } from '../addresses/safe-return.js';
import { IdentityDoor } from '../identity-door.js';
import { errorWords } from '../words/error.words.js';
import type { LostWhat } from '../words/sign-in.words.js';
import { cookieOptions, KEPT_COOKIE } from './cookies.js';
import { fillForm } from './fill-form.js';
import { visitorOf } from './visitor.js';

/** In seconds; what is kept ends by itself in the same time. */
const KEPT_SECONDS = 1_800;

/** Keeps what was typed into a form whose session had ended, and puts it back into the form (ADR 45). */
@Injectable()
export class FormKeeper {
  constructor(private readonly identity: IdentityDoor) {}

  /** Where somebody goes whose session had ended: to sign in, or back to the form when they have signed in again already. */
  async wayBack(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    if (request.method === 'GET' || request.method === 'HEAD') return signInFor(request.url, null);
    const page = safeReturn(pageOfForm(request));
    if (request.isMultipart()) return signInFor(page, 'file');
    const kept = await this.keep(request, reply, page);
    if (kept === 'again') return page;
    return signInFor(page, kept === 'kept' ? 'kept' : null);
  }

  /** The way to the form of a page that was made for an earlier session; null when no session was given its token. */
  async wayBackFromOldForm(request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
    const page = safeReturn(pageOfForm(request));
    const kept = await this.keep(request, reply, page);
    if (kept === null) return null;
    return kept === 'again' ? page : signInFor(page, 'other');
  }

  /** The page with what was typed in it again, if something is kept for it and this person; the page as it is otherwise. */
  async refill(html: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const cookie = request.cookies[KEPT_COOKIE];
    const visitor = visitorOf(request);
    // Not for a script that reads an open page again: it shows parts of the page only.
    const dest = request.headers['sec-fetch-dest'] ?? 'document';
    if (!cookie || !visitor || request.method !== 'GET' || dest !== 'document') return html;
    const kept = await this.identity.keptForms.take(cookie, request.url, visitor.cookie);
    if (!kept) return html;
    reply.clearCookie(KEPT_COOKIE, cookieFor(request, request.url));
    return fillForm(html, kept, errorWords.keptForm) ?? html;
  }

  private async keep(
    request: FastifyRequest,
    reply: FastifyReply,
    page: string,
  ): Promise<'kept' | 'again' | null> {
    const { csrf, ...fields } = textsOf(request.body);
    if (typeof csrf !== 'string' || Object.keys(fields).length === 0) return null;
    const signedInBy = visitorOf(request)?.cookie ?? null;
    const form = { page, action: request.url, fields };
    const kept = await this.identity.keptForms.keep(csrf, form, signedInBy);
    if (!kept) return null;
    const options = { ...cookieFor(request, page), maxAge: KEPT_SECONDS };
    reply.setCookie(KEPT_COOKIE, kept.cookie, options);
    return kept.isSamePerson ? 'again' : 'kept';
  }
}

const signInFor = (page: string, lost: LostWhat | null): string =>
  `${addresses.signIn}?to=${encodeURIComponent(safeReturn(page))}${lost === null ? '' : `&typed=${lost}`}`;

/** The browser sends it with the page of the form and nowhere else, so that several forms can be kept at once. */
const cookieFor = (request: FastifyRequest, page: string) => ({
  ...cookieOptions(request),
  path: page.split('?')[0] ?? '/',
});

/** Every field as text; a repeated one as a list. */
function textsOf(body: unknown): Record<string, string | readonly string[]> {
  if (typeof body !== 'object' || body === null) return {};
  const fields: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(body) as [string, unknown][]) {
    if (typeof value === 'string') fields[name] = value;
    if (Array.isArray(value)) fields[name] = value.filter((one) => typeof one === 'string');
  }
  return fields;
}

/** The page that a form is on: where it is sent, without the last parts of the address that no page answers. */
function pageOfForm(request: FastifyRequest): string {
  const [path = '', query] = request.url.split('?');
  const pattern = (request.routeOptions.url ?? '').split('/');
  const parts = path.split('/');
  for (let n = pattern.length; n > 1; n -= 1) {
    const url = pattern.slice(0, n).join('/');
    if (!request.server.hasRoute({ method: 'GET', url })) continue;
    return `${parts.slice(0, n).join('/')}${query === undefined ? '' : `?${query}`}`;
  }
  return addresses.home;
}
