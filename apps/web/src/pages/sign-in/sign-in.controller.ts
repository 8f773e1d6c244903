import { randomBytes } from 'node:crypto';
import { Controller, ForbiddenException, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addresses } from '../../addresses/addresses.js';
import { safeReturn } from '../../addresses/safe-return.js';
import { For } from '../../http/access.js';
import { cookieOptions, SESSION_COOKIE, VISIT_COOKIE } from '../../http/cookies.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { Page, SeeOther } from '../../http/page.js';
import { visitorOf } from '../../http/visitor.js';
import { IdentityDoor } from '../../identity-door.js';
import { presentSignIn } from './sign-in.presenter.js';

@Controller()
@For('anyone')
export class SignInController {
  constructor(private readonly identity: IdentityDoor) {}

  @Get('sign-in')
  async show(
    @Query('to') to: unknown,
    @Query('typed') typed: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page> {
    if (!visitorOf(request) && !request.cookies[VISIT_COOKIE]) {
      const visit = randomBytes(16).toString('hex');
      request.cookies[VISIT_COOKIE] = visit;
      reply.setCookie(VISIT_COOKIE, visit, cookieOptions(request));
    }
    const personas = await this.identity.personas();
    return new Page('sign-in', presentSignIn(personas, safeReturn(to), typed));
  }

  @Post('sign-in')
  async signIn(
    @Form() form: FormFields,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const session = await this.identity.signIn(form['persona'] ?? '');
    if (!session) throw new ForbiddenException('no such persona');
    const earlier = visitorOf(request);
    if (earlier) await this.identity.signOut(earlier.cookie);
    reply.setCookie(SESSION_COOKIE, session.cookie, cookieOptions(request));
    reply.clearCookie(VISIT_COOKIE, cookieOptions(request));
    return new SeeOther(safeReturn(form['to']));
  }

  @Post('sign-out')
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const visitor = visitorOf(request);
    if (visitor) await this.identity.signOut(visitor.cookie);
    reply.clearCookie(SESSION_COOKIE, cookieOptions(request));
    return new SeeOther(addresses.signIn);
  }
}
