import { Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { scopeOf } from '#domain/access';
import { addresses } from '../../addresses/addresses.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { For, Live } from '../../http/access.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentReceipt, type Refused } from './receipt.presenter.js';

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
    return done.ok
      ? new SeeOther(addresses.receipt(id))
      : this.page(visitor, id, { of: 'approve', refusal: done.error, text: '' });
  }

  @Post('explain')
  @For('council')
  async explain(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    if (!isId(id)) throw new NotFoundException();
    const [n, text] = [fields['n'] ?? '', fields['text'] ?? ''];
    const done = await this.door.explainFinding.run({
      reader: visitor.reader,
      submissionId: id,
      n: /^\d{1,6}$/.test(n) ? Number(n) : -1,
      text,
    });
    return done.ok
      ? new SeeOther(`${addresses.receipt(id)}#warnings`)
      : this.page(visitor, id, { of: `words-${n}`, refusal: done.error, text });
  }

  private async page({ reader }: Visitor, id: string, refused: Refused | null): Promise<Page> {
    const programme = await this.door.programme.current();
    const submission = isId(id) ? await this.door.submissions.byId(scopeOf(reader), id) : null;
    if (!submission) throw new NotFoundException();
    const model = presentReceipt({ submission, programme, reader, refused });
    return new Page('receipt', model, refused ? 409 : 200);
  }
}
