import { Controller, ForbiddenException, Get, Post } from '@nestjs/common';
import { returnTemplate, type ReturnForm } from '#application/returns';
import { CSV_START, csvLine } from '#domain/intake';
import type { LeftOut } from '#domain/returns';
import { writeWorkbook } from '#workbooks';
import { addresses } from '../../addresses/addresses.js';
import { For } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { DownloadedFile } from '../../http/download.js';
import { Form } from '../../http/form.decorator.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { returnWords } from '../../words/return.words.js';
import { presentConflict } from './conflict.presenter.js';
import { fieldLabel, figuresIn } from './field-label.js';
import { AtReturn, openReturn, readAgain, returnPage, type ReturnAddress } from './open-return.js';
import { everyText, hiddenOf, openedIn, openedOf, typedDraft } from './typed-draft.js';

/** Of the template's columns, in characters. */
const WIDTHS = [12, 10, 22, 60, 12, 12, 10, 30, 14, 30];

const templateName = ({ council, period }: ReturnForm): string =>
  `return-${council.key}-${period.start.slice(0, 7)}`;

/** A return that is saved to come back to, and the file in which it can be filled in instead. */
@Controller('council/return/:month')
@For('council')
export class DraftController {
  constructor(private readonly door: ServiceDoor) {}

  @Get('template.csv')
  async template(
    @SignedIn() visitor: Visitor,
    @AtReturn() at: ReturnAddress,
  ): Promise<DownloadedFile> {
    const form = await openReturn(this.door, visitor, at);
    return new DownloadedFile({
      fileName: `${templateName(form)}.csv`,
      type: 'text/csv; charset=utf-8',
      content: [CSV_START, ...returnTemplate(form).map(csvLine)],
    });
  }

  @Get('template.xlsx')
  async workbook(
    @SignedIn() visitor: Visitor,
    @AtReturn() at: ReturnAddress,
  ): Promise<DownloadedFile> {
    const form = await openReturn(this.door, visitor, at);
    const rows = returnTemplate(form);
    return new DownloadedFile({
      fileName: `${templateName(form)}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: [writeWorkbook({ name: templateName(form).slice(0, 31), rows, widths: WIDTHS })],
    });
  }

  @Post('draft')
  async save(
    @SignedIn() visitor: Visitor,
    @AtReturn() at: ReturnAddress,
    @Form() typed: FormFields,
  ): Promise<Page | SeeOther> {
    const form = await openReturn(this.door, visitor, at);
    const { opened, conflicts, undecided, fields } = typedDraft(form, typed);
    const page = { form, reader: visitor.reader.actor, chosen: typed };
    if (undecided.length > 0) {
      const changed = Number.parseInt(typed['changed'] ?? '', 10) || 0;
      const theirs = form.draft;
      const model = { ...page, theirs, changed, opened, conflicts, fields, undecided };
      return new Page('draft-conflict', presentConflict(model), 422);
    }
    const done = await this.door.returnDrafts.save({
      reader: visitor.reader,
      councilId: form.council.id,
      period: form.period,
      readAt: opened.version,
      was: opened.was,
      fields,
    });
    if (!done.ok) throw new ForbiddenException(done.error.code);
    if (done.value.kind === 'saved') return this.saved(visitor, form, fields, done.value.leftOut);
    const { saved, merge } = done.value;
    const model = presentConflict({
      ...page,
      theirs: saved,
      changed: figuresIn(merge.changed),
      opened: { version: saved.version, was: everyText(form, saved.fields) },
      conflicts: merge.conflicts,
      fields: merge.fields,
      undecided: null,
      chosen: {},
    });
    return new Page('draft-conflict', model, 409);
  }

  @Post('draft/discard')
  async discard(
    @SignedIn() visitor: Visitor,
    @AtReturn() at: ReturnAddress,
    @Form() typed: FormFields,
  ): Promise<SeeOther> {
    const form = await openReturn(this.door, visitor, at);
    const done = await this.door.returnDrafts.discard({
      reader: visitor.reader,
      councilId: form.council.id,
      period: form.period,
      version: openedIn(form, typed).version,
    });
    if (!done.ok) throw new ForbiddenException(done.error.code);
    return new SeeOther(addresses.returnOf(form.period, form.council.key));
  }

  /** What was not kept stays in its field, with the reason, for as long as the page is open. */
  private async saved(
    visitor: Visitor,
    form: ReturnForm,
    fields: FormFields,
    leftOut: readonly LeftOut[],
  ): Promise<Page | SeeOther> {
    const [first] = leftOut;
    if (!first) return new SeeOther(addresses.returnOf(form.period, form.council.key));
    const now = await readAgain(this.door, visitor, form);
    const message = leftOut
      .map(({ field, why }) => returnWords.draft.leftOut[why](fieldLabel(form, field)))
      .join(' ');
    const carried = hiddenOf(openedOf(now)).map(({ name, value }) => [name, value] as const);
    return returnPage(this.door, visitor, now, {
      typed: { ...fields, ...Object.fromEntries(carried) },
      outcome: { kind: 'fault', field: first.field, message },
      channel: 'page',
    });
  }
}
