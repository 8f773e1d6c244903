import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { VISIT_COOKIE } from './cookies.js';
import { fieldsOf, isSameToken } from './csrf.js';
import { OldForm } from './old-form.js';
import { visitorOf } from './visitor.js';

const UPLOAD = 'upload';
/** The handler reads the form part by part, and checks its token itself before it takes the file. */
export const TakesUpload = () => SetMetadata(UPLOAD, true);

/** The token that a form of this browser must bring back. */
export const tokenOf = (request: FastifyRequest): string =>
  visitorOf(request)?.csrf ?? request.cookies[VISIT_COOKIE] ?? '';

/** Every form that is sent must carry its token: on by default, so that no page can forget it. */
@Injectable()
export class FormGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    const takesUpload = this.reflector.get<boolean | undefined>(UPLOAD, context.getHandler());
    if (takesUpload === true) return true;
    if (isSameToken(fieldsOf(request.body)['csrf'], tokenOf(request))) return true;
    throw new OldForm('form without its token');
  }
}
