import { Controller, ForbiddenException, Get, NotFoundException, Param } from '@nestjs/common';
import type { Refusal, Result } from '#domain';
import type { Reader } from '#domain/access';
import type { Download } from '#application/intake';
import { DownloadedFile } from '../../http/download.js';
import { isId } from '../../http/is-id.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { waysOn } from '../../http/ways-on.js';
import { ServiceDoor } from '../../service-door.js';
import { receiptWords } from '../../words/receipt.words.js';

/** What a sender takes home: the report of what was found, and the file as it was received. */
@Controller('council/receipt/:id')
export class DownloadsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get('findings.csv')
  async findings(
    @SignedIn() { reader }: Visitor,
    @Param('id') id: string,
  ): Promise<DownloadedFile | Page> {
    if (!isId(id)) throw new NotFoundException();
    return answerTo(await this.door.downloadSubmission.report(reader, id), reader);
  }

  @Get('file')
  async file(
    @SignedIn() { reader }: Visitor,
    @Param('id') id: string,
  ): Promise<DownloadedFile | Page> {
    if (!isId(id)) throw new NotFoundException();
    return answerTo(await this.door.downloadSubmission.file(reader, id), reader);
  }
}

function answerTo(done: Result<Download, Refusal>, reader: Reader): DownloadedFile | Page {
  if (done.ok) return new DownloadedFile(done.value);
  const { code, message, fix } = done.error;
  if (code === 'NOT_ALLOWED') throw new ForbiddenException(code);
  if (code !== 'FILE_NOT_KEPT') throw new NotFoundException();
  return new Page(
    'error',
    { title: receiptWords.notKept, paragraphs: [message, fix], links: waysOn(reader) },
    404,
  );
}
