import { Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import type { Programme, SubmissionView } from '#application/ports';
import { scopeOf, type Reader } from '#domain/access';
import { addresses } from '../../addresses/addresses.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { belongsTo, For, isOfCouncil, Live } from '../../http/access.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { measureCodes } from '../figures/council-figures.presenter.js';
import {
  mayWithdraw,
  presentReceipt,
  presentWithdrawing,
  type Refused,
} from './receipt.presenter.js';

/** Changed figures that a receipt lists. */
const MOST_CHANGES = 200;

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

  @Get('withdraw')
  @For('council')
  async confirm(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Page> {
    return new Page('withdraw', presentWithdrawing(await this.withdrawable(reader, id), null));
  }

  @Post('withdraw')
  @For('council')
  async withdraw(
    @SignedIn() { reader }: Visitor,
    @Param('id') id: string,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const submission = await this.withdrawable(reader, id);
    const text = fields['reason'] ?? '';
    const done = await this.door.withdrawSubmission.run({ reader, submissionId: id, reason: text });
    if (done.ok) return new SeeOther(addresses.receipt(id));
    return new Page('withdraw', presentWithdrawing(submission, { refusal: done.error, text }), 409);
  }

  /** A submission that the reader may take back; anything else is not found. */
  private async withdrawable(reader: Reader, id: string): Promise<SubmissionView> {
    const submission = isId(id) ? await this.door.submissions.byId(scopeOf(reader), id) : null;
    if (!submission || !mayWithdraw({ submission, reader })) throw new NotFoundException();
    return submission;
  }

  private async page({ reader }: Visitor, id: string, refused: Refused | null): Promise<Page> {
    const programme = await this.door.programme.current();
    const submission = isId(id) ? await this.door.submissions.byId(scopeOf(reader), id) : null;
    if (!submission) throw new NotFoundException();
    const model = presentReceipt({
      ...{ submission, programme, reader, refused },
      ...(await this.results(reader, submission, programme)),
    });
    return new Page('receipt', model, refused ? 409 : 200);
  }

  /** What a submission changed, what its newest month says to its own council, and what it led to. */
  private async results(reader: Reader, submission: SubmissionView, programme: Programme) {
    const { councilId, periods } = submission;
    if (councilId === null) return { figures: [], ledTo: null, changes: [] };
    const isOwn = isOfCouncil(reader) && belongsTo(reader, councilId);
    const [figures, ledTo, effects] = await Promise.all([
      isOwn && periods.length > 0
        ? this.door.readAssessedSeries.ofCouncil(reader, {
            councilId,
            metrics: measureCodes(programme.metrics),
            asKnownAt: null,
          })
        : [],
      this.door.readLedTo.run(reader, { councilId, period: periods.at(-1) ?? null }),
      this.door.submissions.effects(scopeOf(reader), [submission.id], MOST_CHANGES),
    ]);
    return { figures, ledTo, changes: effects.changes };
  }
}
