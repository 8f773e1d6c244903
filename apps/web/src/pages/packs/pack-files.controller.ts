import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PACK_DOCUMENT, PACK_MANIFEST } from '#application/packs';
import type { PackFile } from '#application/ports';
import type { Reader } from '#domain/access';
import { For } from '../../http/access.js';
import { DownloadedFile } from '../../http/download.js';
import { isId } from '../../http/is-id.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { packWords } from '../../words/pack.words.js';

/** What the document may do in a browser: show its own words, pictures and style. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

type Answer = DownloadedFile | Page;
type Address = {
  readonly id: string;
  readonly kind: string;
  readonly measure: string;
  readonly name: string;
};

/** The files of an evidence pack as they were when it was made, each checked by its digest. */
@Controller('packs/:id')
@For('packs')
export class PackFilesController {
  constructor(private readonly door: ServiceDoor) {}

  /** The one that is shown and not saved. */
  @Get('print')
  async print(
    @SignedIn() { reader }: Visitor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Page> {
    const found = await this.file(reader, id, PACK_DOCUMENT);
    if (found instanceof Page) return found;
    reply
      .header('content-type', found.mediaType)
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-store');
    return found.content;
  }

  @Get('manifest.json')
  async manifest(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Answer> {
    return saved('manifest.json', await this.file(reader, id, PACK_MANIFEST));
  }

  @Get('pack.zip')
  async archive(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Answer> {
    const packed = isId(id) ? await this.door.readPacks.archive(reader, id) : null;
    if (!packed?.ok) throw new NotFoundException();
    return new DownloadedFile(packed.value);
  }

  /** Beside the folders of the kinds stands the document. */
  @Get('files/:kind')
  async document(@SignedIn() { reader }: Visitor, @Param() { id, kind }: Address): Promise<Answer> {
    return saved(kind, await this.file(reader, id, kind));
  }

  @Get('files/:kind/:measure/:name')
  async one(@SignedIn() { reader }: Visitor, @Param() address: Address): Promise<Answer> {
    const { id, kind, measure, name } = address;
    const found = await this.file(reader, id, `${kind}/${measure}/${name}`);
    return saved(`${measure.replaceAll('_', '-')}-${name}`, found);
  }

  /** The file, or the page that says that it is damaged. */
  private async file(reader: Reader, id: string, path: string): Promise<PackFile | Page> {
    const found = isId(id) ? await this.door.readPacks.file(reader, id, path) : null;
    if (found?.ok) return found.value;
    if (found?.error.code !== 'PACK_DAMAGED') throw new NotFoundException();
    const { message, fix } = found.error;
    return new Page(
      'error',
      { title: packWords.page.damagedTitle, paragraphs: [message, fix] },
      409,
    );
  }
}

/** A path that the pack has is of letters, digits, dots, dashes and underscores. */
const saved = (fileName: string, found: PackFile | Page): Answer =>
  found instanceof Page
    ? found
    : new DownloadedFile({ fileName, type: found.mediaType, content: [found.content] });
