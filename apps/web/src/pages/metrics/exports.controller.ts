import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { EXPORT_FORMATS, type ExportFormat } from '#application/exports';
import type { Reader } from '#domain/access';
import { For, seesCouncil } from '../../http/access.js';
import { councilOfKey } from '../../http/councils.js';
import { DownloadedFile } from '../../http/download.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { waysOn } from '../../http/ways-on.js';
import { ServiceDoor } from '../../service-door.js';
import { metricWords } from '../../words/metric.words.js';
import { readFilter } from '../figures/figures-filter.js';

type Asked = {
  readonly reader: Reader;
  readonly metric: string;
  readonly councilId: number | null;
  readonly format: ExportFormat;
  readonly query: Readonly<Record<string, unknown>>;
};

/** Every period of a metric, as known on the day that the page shows. */
async function exported(door: ServiceDoor, asked: Asked): Promise<DownloadedFile | Page> {
  const { asKnownAt, error } = readFilter(asked.query, door.clock.now());
  if (error !== null) throw new NotFoundException();
  const { reader, metric, councilId, format } = asked;
  const question = { metric, councilId, from: null, to: null, asKnownAt };
  const done = await door.exportFigures.run(reader, question, format);
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

/** Figures of every council of one measure, for DfE. */
@Controller('metrics/:code/export')
@For('department')
export class MetricExportsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get(':format')
  file(
    @SignedIn() { reader }: Visitor,
    @Param() address: { code: string; format: string },
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<DownloadedFile | Page> {
    const format = EXPORT_FORMATS.find((one) => one === address.format);
    if (!format) throw new NotFoundException();
    return exported(this.door, { reader, metric: address.code, councilId: null, format, query });
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
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<DownloadedFile | Page> {
    const { register } = await this.door.programme.current();
    const council = councilOfKey(register, address.key);
    if (!seesCouncil(reader, council.id)) throw new NotFoundException();
    const { metric } = address;
    return exported(this.door, {
      ...{ reader, metric, councilId: council.id, format: 'csv', query },
    });
  }
}
