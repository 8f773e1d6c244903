import { Controller, Get, Query } from '@nestjs/common';
import { scopeOf } from '#domain/access';
import { For } from '../../http/access.js';
import { ownCouncil } from '../../http/councils.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentSubmissions } from './submissions.presenter.js';

const LISTED = 25;

/** Everything that a council sent, newest first, a page at a time. */
@Controller('council/submissions')
@For('council')
export class SubmissionsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async list(
    @SignedIn() { reader }: Visitor,
    @Query('council') key: unknown,
    @Query('after') after: unknown,
  ): Promise<Page> {
    const { register } = await this.door.programme.current();
    const council = ownCouncil(reader, register, key);
    const from = typeof after === 'string' && /^[\w-]{1,200}$/.test(after) ? after : null;
    const sent = await this.door.submissions.list(scopeOf(reader), {
      programmeId: register.programmeId,
      councilId: council.id,
      after: from,
      first: LISTED,
    });
    return new Page('submissions', presentSubmissions({ council, sent, isFirst: from === null }));
  }
}
