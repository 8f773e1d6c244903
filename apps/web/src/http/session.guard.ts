import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { IdentityDoor } from '../identity-door.js';
import { AUDIENCE, isFor, type Audience } from './access.js';
import { SESSION_COOKIE } from './cookies.js';
import { rememberVisitor } from './visitor.js';

/** Reads the session of every request, and lets nobody onto a page that is not for them. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly identity: IdentityDoor,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const audience =
      this.reflector.getAllAndOverride<Audience | undefined>(AUDIENCE, [
        context.getHandler(),
        context.getClass(),
      ]) ?? 'signed-in';
    const cookie = request.cookies[SESSION_COOKIE];
    const holder = cookie ? await this.identity.readerOfSession(cookie) : null;
    if (holder && cookie) rememberVisitor(request, { ...holder, cookie });
    if (isFor(audience, holder?.reader ?? null)) return true;
    if (!holder) throw new UnauthorizedException();
    throw new ForbiddenException();
  }
}
