import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { refusal } from '#domain';
import { isDayWithin, type Day } from '#domain/periods';
import type { ReceiveRequest } from '#application/intake';
import type { ReturnForm } from '#application/returns';
import { addresses } from '../../addresses/addresses.js';
import { For } from '../../http/access.js';
import { currentCode } from '../../http/councils.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { TakesUpload, tokenOf } from '../../http/form.guard.js';
import { Page, SeeOther } from '../../http/page.js';
import { readUpload, type Upload } from '../../http/read-upload.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { returnWords } from '../../words/return.words.js';
import { outcomeOf, type ReturnOutcome } from './return-outcome.js';
import {
  AtReturn,
  openReturn,
  readAgain,
  returnPage,
  type ReturnAddress,
  type Sent,
} from './open-return.js';
import { dayIn } from '../form-fields.js';
import { openedIn } from './typed-draft.js';
import { boxField, askedBoxes, tableOfTyped } from './typed-return.js';

const NOTHING_SENT: Sent = { typed: null, outcome: null, channel: 'page' };

@Controller('council/return/:month')
@For('council')
export class ReturnController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async show(@SignedIn() visitor: Visitor, @AtReturn() at: ReturnAddress): Promise<Page> {
    return this.page(visitor, await openReturn(this.door, visitor, at), NOTHING_SENT);
  }

  @Post()
  async send(
    @SignedIn() visitor: Visitor,
    @AtReturn() at: ReturnAddress,
    @Form() typed: FormFields,
  ): Promise<Page | SeeOther> {
    const form = await openReturn(this.door, visitor, at);
    const table = tableOfTyped(form, typed);
    const first = askedBoxes(form)[0];
    if (table.rows.length === 0 && first) {
      const message = returnWords.result.nothingTyped;
      const outcome = { kind: 'fault', field: boxField(first.code), message } as const;
      return this.page(visitor, form, { typed, outcome, channel: 'page' });
    }
    return this.receive(visitor, form, typed, {
      channel: 'page',
      operation: 'return-page',
      body: { kind: 'rows', table },
    });
  }

  @Post('file')
  @TakesUpload()
  async sendFile(
    @SignedIn() visitor: Visitor,
    @AtReturn() at: ReturnAddress,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const upload = await readUpload(request, tokenOf(request));
    const form = await openReturn(this.door, visitor, at);
    const outcome = faultOfUpload(upload);
    if (outcome || !upload.file) {
      return this.page(visitor, form, { typed: null, outcome, channel: 'file' });
    }
    const { bytes, name } = upload.file;
    return this.receive(visitor, form, upload.fields, {
      channel: 'file',
      operation: 'return-file',
      body: { kind: 'file', bytes, fileName: name, announcedLength: null },
    });
  }

  @Post('answer')
  async answer(
    @SignedIn() visitor: Visitor,
    @AtReturn() at: ReturnAddress,
    @Form() typed: FormFields,
  ): Promise<Page | SeeOther> {
    const form = await openReturn(this.door, visitor, at);
    const { kind = '', text = '' } = typed;
    const fault = (field: string, message: string): Page =>
      this.page(visitor, form, {
        typed,
        outcome: { kind: 'fault', field, message },
        channel: 'page',
      });
    if (kind !== 'nil' && kind !== 'not-available') {
      return fault('answer-nil', returnWords.answer.choose);
    }
    if (text.trim().length < 10) return fault('answer-text', returnWords.answer.sayWhy);
    const expectedOn = dayOfAnswer(typed);
    if (expectedOn === undefined) return fault('expected-day', returnWords.answer.noDay);
    const done = await this.door.answerReturn.run({
      reader: visitor.reader,
      councilId: form.council.id,
      period: form.period,
      kind,
      text: text.trim(),
      expectedOn: kind === 'not-available' ? expectedOn : null,
    });
    if (!done.ok) return fault('answer-text', `${done.error.message} ${done.error.fix}`);
    return new SeeOther(addresses.returnOf(form.period, form.council.key));
  }

  private async receive(
    visitor: Visitor,
    form: ReturnForm,
    fields: FormFields,
    what: Pick<ReceiveRequest, 'channel' | 'operation' | 'body'>,
  ): Promise<Page | SeeOther> {
    const dryRun = fields['action'] === 'check';
    const answer = await this.door.receiveSubmission.run({
      ...what,
      reader: visitor.reader,
      source: 'return',
      council: currentCode(form.council),
      // A check stores nothing, so it must not use up the key of the sending that follows it.
      idempotencyKey: dryRun ? null : (fields['key'] ?? null) || null,
      mode: 'partial',
      dryRun,
      comment: fields['comment']?.trim() || null,
      publishedOn: null,
      expectedPeriod: form.period,
      ...(what.channel === 'page' ? { draftVersion: openedIn(form, fields).version } : {}),
    });
    const outcome = outcomeOf(answer);
    if ('receipt' in outcome) return new SeeOther(addresses.receipt(outcome.receipt));
    const isPage = what.channel === 'page';
    // Read again: the good figures of a bad form are in by now, and stand in the boxes as what was typed.
    return this.page(visitor, await readAgain(this.door, visitor, form), {
      typed: isPage ? fields : null,
      outcome,
      channel: isPage ? 'page' : 'file',
    });
  }

  private page(visitor: Visitor, form: ReturnForm, sent: Sent): Page {
    return returnPage(this.door, visitor, form, sent);
  }
}

/** The day by which figures are expected: null where none was typed, undefined for what is no day. */
function dayOfAnswer(typed: FormFields): Day | null | undefined {
  const found = dayIn(typed, 'expected');
  if (found === dayIn({}, 'expected')) return null;
  return isDayWithin(found, '2020-01-01', '2099-12-31') ? found : undefined;
}

function faultOfUpload({ file, failure }: Upload): ReturnOutcome | null {
  if (failure === 'too-large') {
    return { kind: 'refused', refusal: refusal('TOO_LARGE'), findings: [], submissionId: null };
  }
  if (failure === 'cut-off') {
    return { kind: 'fault', field: 'file', message: returnWords.upload.cutOff };
  }
  return file ? null : { kind: 'fault', field: 'file', message: returnWords.upload.none };
}
