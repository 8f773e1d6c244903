import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { Reader } from '#domain/access';
import type { FeedbackRecord } from '#domain/feedback';
import { londonDay } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import { isOfCouncil, isOfDepartment } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { textIn, type FieldFault } from '../form-fields.js';
import {
  aboutTyped,
  answerTyped,
  councilsToSpeakFor,
  feedbackFaultAt,
  presentFeedback,
  presentFeedbackItem,
  presentNewFeedback,
  type FeedbackPage,
} from './feedback.presenter.js';

const ON_A_PAGE = 200;

/** What councils say is working or not: they say it and see the answers; DfE sees what waits, and answers. */
@Controller('feedback')
export class FeedbackController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async list(@SignedIn() { reader }: Visitor, @Query('after') after: unknown): Promise<Page> {
    if (!isOfCouncil(reader) && !isOfDepartment(reader)) throw new NotFoundException();
    const query = { councilId: null, first: ON_A_PAGE };
    const from = typeof after === 'string' ? after : null;
    const [waiting, answered] = await Promise.all([
      this.door.feedback.list(reader, { ...query, open: true, after: null }),
      this.door.feedback.list(reader, { ...query, open: false, after: from }),
    ]);
    const model = presentFeedback(await this.context(reader), { waiting, answered });
    return new Page('feedback', model);
  }

  @Get('new')
  newForm(@SignedIn() { reader }: Visitor): Promise<Page> {
    return this.newPage(reader, {}, null);
  }

  @Post('new')
  async give(
    @SignedIn() { reader }: Visitor,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const { register } = await this.door.programme.current();
    const council = register.councils.find(({ key }) => key === fields['council']);
    if (!council) throw new NotFoundException();
    const said = {
      ...{ councilId: council.id, ...aboutTyped(fields) },
      words: textIn(fields, 'words'),
    };
    const given = await this.door.feedback.give(reader, said);
    if (given.ok) return new SeeOther(addresses.feedbackItem(given.value.id));
    return this.newPage(reader, fields, feedbackFaultAt(given.error));
  }

  @Get(':id')
  async show(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Page> {
    return this.page(reader, await this.one(reader, id), { fields: {}, fault: null });
  }

  @Post(':id')
  async answer(
    @SignedIn() { reader }: Visitor,
    @Param('id') id: string,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const feedback = await this.one(reader, id);
    const answered = await this.door.feedback.answer(reader, id, answerTyped(fields));
    if (answered.ok) return new SeeOther(addresses.feedbackItem(id));
    return this.page(reader, feedback, { fields, fault: feedbackFaultAt(answered.error) });
  }

  private async context(reader: Reader): Promise<FeedbackPage> {
    const programme = await this.door.programme.current();
    return { reader, programme, today: londonDay(this.door.clock.now()) };
  }

  private async one(reader: Reader, id: string): Promise<FeedbackRecord> {
    const found = isId(id) ? await this.door.feedback.one(reader, id) : null;
    if (!found) throw new NotFoundException();
    return found;
  }

  private async newPage(
    reader: Reader,
    fields: FormFields,
    fault: FieldFault | null,
  ): Promise<Page> {
    const context = await this.context(reader);
    if (councilsToSpeakFor(reader, context.programme).length === 0) throw new NotFoundException();
    return new Page('record', presentNewFeedback({ ...context, fields, fault }), fault ? 422 : 200);
  }

  private async page(
    reader: Reader,
    feedback: FeedbackRecord,
    form: { fields: FormFields; fault: FieldFault | null },
  ): Promise<Page> {
    const model = presentFeedbackItem(feedback, { ...(await this.context(reader)), ...form });
    return new Page('record', model, form.fault ? 422 : 200);
  }
}
