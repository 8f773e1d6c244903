import { Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { scopeOf } from '#domain/access';
import type { ColumnMeaning, ProposedColumn } from '#domain/intake';
import type { ReceiveAnswer } from '#application/intake';
import { addresses } from '../../addresses/addresses.js';
import { For } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { columnField, meaningOfOption, presentColumns } from './columns.presenter.js';

/** Where a sender says which column of a file is which: once, and it is remembered. */
@Controller('council/columns/:id')
@For('council')
export class ColumnsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async show(@SignedIn() visitor: Visitor, @Param('id') id: string): Promise<Page | SeeOther> {
    // The receipt says that the file is no longer kept.
    if (await this.isDeleted(visitor, id)) return new SeeOther(addresses.receipt(id));
    return this.page(id, await this.columnsOf(visitor, id), null);
  }

  @Post()
  async explain(
    @SignedIn() visitor: Visitor,
    @Param('id') id: string,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    if (await this.isDeleted(visitor, id)) return new SeeOther(addresses.receipt(id));
    const columns = await this.columnsOf(visitor, id);
    const codes = new Set((await this.boxes()).map(({ code }) => code));
    const meanings = new Map<string, ColumnMeaning>();
    columns.forEach(({ column }, index) => {
      const meaning = meaningOfOption(fields[columnField(index)] ?? '', codes);
      if (meaning !== null && column.trim() !== '') meanings.set(column, meaning);
    });
    const done = await this.door.explainColumns.run({
      reader: visitor.reader,
      submissionId: id,
      meanings,
    });
    if (!done.ok) throw new NotFoundException();
    if (done.value.kind === 'received')
      return new SeeOther(addresses.receipt(done.value.submission.id));
    return this.page(id, await this.columnsOf(visitor, id), done.value);
  }

  private async isDeleted({ reader }: Visitor, id: string): Promise<boolean> {
    const submission = isId(id) ? await this.door.submissions.byId(scopeOf(reader), id) : null;
    return submission !== null && submission.fileDeletedAt !== null;
  }

  private async columnsOf({ reader }: Visitor, id: string): Promise<readonly ProposedColumn[]> {
    if (!isId(id)) throw new NotFoundException();
    const read = await this.door.explainColumns.read({ reader, submissionId: id });
    if (!read.ok) throw new NotFoundException();
    return read.value;
  }

  private async boxes() {
    const { metrics, returnDefinition } = await this.door.programme.current();
    const asked = returnDefinition.themes.flatMap((theme) => theme.boxes);
    return metrics
      .filter(({ type, code }) => type === 'box' && asked.includes(code))
      .sort((a, b) => asked.indexOf(a.code) - asked.indexOf(b.code));
  }

  private async page(
    id: string,
    columns: readonly ProposedColumn[],
    refused: (ReceiveAnswer & { kind: 'refused' }) | null,
  ): Promise<Page> {
    const model = presentColumns(id, columns, { boxes: await this.boxes(), refused });
    return new Page('columns', model, refused ? 422 : 200);
  }
}
