import { Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import type { Refusal } from '#domain';
import { scopeOf } from '#domain/access';
import { addresses } from '../../addresses/addresses.js';
import { For, Live } from '../../http/access.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentReceipt } from './receipt.presenter.js';

@Controller('council/receipt/:id')
export class ReceiptController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  @Live()
  show(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<Page> {
    return this.page(visitor, id, null);
  }

  @Post('approve')
  @For('council')
  async approve(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<Page | SeeOther> {
    if (!isId(id)) throw new NotFoundException();
    const done = await this.door.approveSubmission.run({
      reader: visitor.reader,
      submissionId: id,
    });
    return done.ok ? new SeeOther(addresses.receipt(id)) : this.page(visitor, id, done.error);
  }

  private async page({ reader }: Visitor, id: string, refusal: Refusal | null): Promise<Page> {
    const programme = await this.door.programme.current();
    const submission = isId(id) ? await this.door.submissions.byId(scopeOf(reader), id) : null;
    if (!submission) throw new NotFoundException();
    const model = presentReceipt({ submission, programme, reader, refusal });
    return new Page('receipt', model, refusal ? 409 : 200);
  }
}
