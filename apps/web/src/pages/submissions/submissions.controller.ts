import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { covers, scopeOf, type Reader } from '#domain/access';
import { periodKey } from '#domain/periods';
import type { Council } from '#domain/register';
import { londonDay } from '../../format/format-time.js';
import { For, maySend } from '../../http/access.js';
import { councilOfKey, ownCouncil } from '../../http/councils.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { monthsToChoose, presentSubmissions, readMonth } from './submissions.presenter.js';

const LISTED = 25;
/** Of one submission; the list names the first few and counts the rest. */
const MOST_CHANGES = 200;

type Asked = { readonly after?: unknown; readonly month?: unknown; readonly council?: unknown };

/** Everything that a council sent, newest first, a page at a time: for its own people, and for DfE. */
@Controller()
export class SubmissionsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get('council/submissions')
  @For('council')
  async own(@SignedIn() { reader }: Visitor, @Query() query: Asked): Promise<Page> {
    const { register } = await this.door.programme.current();
    return this.page(reader, ownCouncil(reader, register, query.council), query, true);
  }

  @Get('councils/:key/submissions')
  @For('department')
  async other(
    @SignedIn() { reader }: Visitor,
    @Param('key') key: string,
    @Query() query: Asked,
  ): Promise<Page> {
    const { register } = await this.door.programme.current();
    const council = councilOfKey(register, key);
    if (!covers(scopeOf(reader).anyStatus, council.id)) throw new NotFoundException();
    return this.page(reader, council, query, false);
  }

  private async page(
    reader: Reader,
    council: Council,
    { after, month }: Asked,
    isOwn: boolean,
  ): Promise<Page> {
    const programme = await this.door.programme.current();
    const months = monthsToChoose(programme.startsOn, londonDay(this.door.clock.now()));
    const filter = readMonth(month, months);
    const from = typeof after === 'string' && /^[\w-]{1,200}$/.test(after) ? after : null;
    const scope = scopeOf(reader);
    const sent = await this.door.submissions.list(scope, {
      programmeId: programme.register.programmeId,
      councilId: council.id,
      period: filter.period ? periodKey(filter.period) : null,
      after: from,
      first: LISTED,
    });
    const ids = sent.items.map(({ id }) => id);
    const effects = await this.door.submissions.effects(scope, ids, MOST_CHANGES);
    const model = presentSubmissions({
      ...{ council, sent, effects, programme, filter, months, isOwn },
      isFirst: from === null,
      maySend: maySend(reader, council.id),
    });
    return new Page('submissions', model, model.hasErrors ? 400 : 200);
  }
}
