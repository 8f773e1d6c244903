import {
  Controller,
  ForbiddenException,
  Get,
  NotFoundException,
  Param,
  Post,
  Req,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Reader } from '#domain/access';
import { addresses } from '../../addresses/addresses.js';
import { For, mayImport, maySeeRequests } from '../../http/access.js';
import { TakesUpload } from '../../http/form.guard.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { readUpload, type Upload } from '../../http/read-upload.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { publishedWords as w } from '../../words/published.words.js';
import { presentImport } from './import.presenter.js';
import { dayOfUpload, presentUploads, type UploadFault } from './uploads.presenter.js';

/** A yearly file for the next release: uploaded, looked at, confirmed. */
@Controller('published')
@For('department')
export class PublishedController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  show(@SignedIn() { reader }: Visitor): Promise<Page> {
    return this.page(reader, {}, null);
  }

  @Post()
  @TakesUpload()
  async upload(
    @SignedIn() visitor: Visitor,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const { reader, csrf } = visitor;
    const sent = await readUpload(request, csrf, 2);
    if (!mayImport(reader)) throw new ForbiddenException('only an analyst imports files');
    const { data, metadata = null } = sent.files;
    if (!data) return this.page(reader, sent.fields, noFile(sent));
    const uploaded = await this.door.publishedImports.upload({
      reader,
      data,
      metadata,
      publishedOn: dayOfUpload(sent.fields),
    });
    if (uploaded.ok) return new SeeOther(addresses.publishedImport(uploaded.value.id));
    const { refusal, findings } = uploaded.error;
    const field = refusal.code === 'PUBLICATION_DAY_WRONG' ? 'published-day' : 'data';
    const texts =
      findings.length > 0
        ? findings.map(({ message, fix }) => `${message} ${fix}`)
        : [`${refusal.message} ${refusal.fix}`];
    return this.page(reader, sent.fields, { field, texts });
  }

  @Get(':id')
  async one(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Page> {
    const found = isId(id) ? await this.door.publishedImports.one(reader, id) : null;
    if (!found) throw new NotFoundException();
    const { register, metrics } = await this.door.programme.current();
    return new Page(
      'published-import',
      presentImport(found, { register, metrics, mayConfirm: mayImport(reader) }),
    );
  }

  @Post(':id/confirm')
  async confirm(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<SeeOther> {
    if (!mayImport(reader)) throw new ForbiddenException('only an analyst imports files');
    const confirmed = isId(id) ? await this.door.publishedImports.confirm({ reader, id }) : null;
    if (!confirmed || (!confirmed.ok && confirmed.error.code === 'NOT_FOUND'))
      throw new NotFoundException();
    // Whatever came of it, its page says so.
    return new SeeOther(addresses.publishedImport(id));
  }

  private async page(
    reader: Reader,
    fields: Upload['fields'],
    fault: UploadFault | null,
  ): Promise<Page> {
    if (!maySeeRequests(reader)) throw new NotFoundException();
    const uploads = await this.door.publishedImports.list(reader);
    const model = presentUploads(uploads, {
      fields,
      fault,
      mayUpload: mayImport(reader),
      now: this.door.clock.now(),
    });
    return new Page('published', model, fault ? 422 : 200);
  }
}

const noFile = ({ failure }: Upload): UploadFault => ({
  field: 'data',
  texts: [
    failure === 'too-large'
      ? w.upload.tooLarge
      : failure === 'cut-off'
        ? w.upload.cutOff
        : w.upload.noFile,
  ],
});
