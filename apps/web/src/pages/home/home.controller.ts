import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { addresses } from '../../addresses/addresses.js';
import { For, isFor, isOfCouncil, isOfDepartment, seesKeys } from '../../http/access.js';
import { Page, SeeOther } from '../../http/page.js';
import { visitorOf } from '../../http/visitor.js';
import { homeWords } from '../../words/home.words.js';

@Controller()
@For('anyone')
export class HomeController {
  @Get()
  home(@Req() request: FastifyRequest): Page | SeeOther {
    const visitor = visitorOf(request);
    if (!visitor) return new SeeOther(addresses.signIn);
    if (isOfDepartment(visitor.reader)) return new SeeOther(addresses.overview);
    if (isOfCouncil(visitor.reader)) return new SeeOther(addresses.council);
    if (seesKeys(visitor.reader)) return new SeeOther(addresses.connections);
    if (isFor('packs', visitor.reader)) return new SeeOther(addresses.packs);
    return new Page('text', homeWords);
  }
}
