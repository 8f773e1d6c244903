import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { addresses } from '../../addresses/addresses.js';
import { withQuery } from '../../addresses/with-query.js';
import type { Reader } from '#domain/access';
import { For, seesCouncil } from '../../http/access.js';
import { councilOfKey } from '../../http/councils.js';
import { DownloadedFile } from '../../http/download.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { waysOn } from '../../http/ways-on.js';
import { ServiceDoor } from '../../service-door.js';
import { metricWords } from '../../words/metric.words.js';
import { presentExportForm } from './export-form.js';
import { readExport, typedExport, type AskedExport } from './typed-export.js';

type Asked = Readonly<Record<string, unknown>>;

/** Figures of a metric as known on the day that the page shows. */
async function exported(
  door: ServiceDoor,
  reader: Reader,
  { metric, format, ...question }: AskedExport & { readonly metric: string },
): Promise<DownloadedFile | Page> {
  const done = await door.exportFigures.run(reader, { metric, ...question }, format);
  if (done.ok) return new DownloadedFile(done.value);
  const { code, message, fix } = done.error;
  if (code !== 'NOT_FOUND')
    return new Page(
      'error',
      { title: metricWords.noDownload, paragraphs: [message, fix], links: waysOn(reader) },
      422,
    );
  const paragraphs = [metricWords.nothingToDownload];
  return new Page(
    'error',
    { title: metricWords.noDownload, paragraphs, links: waysOn(reader) },
    404,
  );
}

/** Figures of every council of one measure, or of one, for DfE. */
@Controller('metrics/:code/export')
@For('department')
export class MetricExportsController {
  constructor(private readonly door: ServiceDoor) {}

  /** The form; with a kind of file chosen, the way to that file, or what is wrong with what was typed. */
  @Get()
  async form(@Param('code') code: string, @Query() query: Asked): Promise<Page | SeeOther> {
    const { metrics, register } = await this.door.programme.current();
    const metric = metrics.find((one) => one.code === code);
    if (!metric) throw new NotFoundException();
    const typed = typedExport(query);
    const isSent = query['format'] !== undefined || query['from'] !== undefined;
    const read = readExport(typed, { register, now: this.door.clock.now() });
    const faults = 'faults' in read ? read.faults : {};
    if ('asked' in read && isSent) {
      const { format, from, to, council, known } = typed;
      const asked = { from, to, council, known };
      return new SeeOther(withQuery(addresses.metricFile(code, format), asked));
    }
    const model = presentExportForm({ metric, register }, typed, isSent ? faults : {});
    return new Page('metric-export', model, model.hasErrors ? 400 : 200);
  }

  @Get(':format')
  async file(
    @SignedIn() { reader }: Visitor,
    @Param() address: { code: string; format: string },
    @Query() query: Asked,
  ): Promise<DownloadedFile | Page> {
    const { register } = await this.door.programme.current();
    const typed = { ...typedExport(query), format: address.format };
    const read = readExport(typed, { register, now: this.door.clock.now() });
    if ('faults' in read) throw new NotFoundException();
    return exported(this.door, reader, { metric: address.code, ...read.asked });
  }
}

/** One measure of one council, for whoever sees it. */
@Controller('councils/:key/figures/:metric/csv')
export class CouncilExportsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async file(
    @SignedIn() { reader }: Visitor,
    @Param() address: { key: string; metric: string },
    @Query('known') known: unknown,
  ): Promise<DownloadedFile | Page> {
    const { register } = await this.door.programme.current();
    const council = councilOfKey(register, address.key);
    if (!seesCouncil(reader, council.id)) throw new NotFoundException();
    const typed = { ...typedExport({ known }), format: 'csv', council: council.key };
    const read = readExport(typed, { register, now: this.door.clock.now() });
    if ('faults' in read) throw new NotFoundException();
    return exported(this.door, reader, { metric: address.metric, ...read.asked });
  }
}
