import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import type { Reader } from '#domain/access';
import { addresses } from '../../addresses/addresses.js';
import { For, Live } from '../../http/access.js';
import type { DownloadedFile } from '../../http/download.js';
import { FileAsked } from '../../http/file-asked.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { CHART_FILES } from '../figures/chart-files.js';
import { ChartSender } from '../figures/chart-sender.js';
import { addressAsKnown, presentFilter, readFilter } from '../figures/figures-filter.js';
import { presentMetricList } from './metric-list.presenter.js';
import { presentMetric } from './metric.presenter.js';

type FilterQuery = Readonly<Record<string, unknown>>;

@Controller('metrics')
@For('department')
export class MetricsController {
  constructor(
    private readonly door: ServiceDoor,
    private readonly sender: ChartSender,
  ) {}

  @Get()
  async list(): Promise<Page> {
    const { metrics, returnDefinition } = await this.door.programme.current();
    return new Page('metric-list', presentMetricList(metrics, returnDefinition));
  }

  @Get(':code')
  @Live()
  async show(
    @SignedIn() { reader }: Visitor,
    @Param('code') code: string,
    @Query() query: FilterQuery,
  ): Promise<Page> {
    const { filter, everyCouncil, model } = await this.page(reader, code, query);
    const shown = presentFilter(filter, addresses.metric(code));
    const keep = everyCouncil ? [{ name: 'all', value: '1' }] : [];
    return new Page(
      'metric',
      { ...model, filter: shown, keep, errors: shown.errors, hasErrors: shown.errors !== null },
      shown.errors ? 400 : 200,
    );
  }

  /** The chart of the council that the query names, as it stands among the others; or the table of all. */
  @Get(CHART_FILES.map((file) => `:code/${file}`))
  async file(
    @SignedIn() { reader }: Visitor,
    @Param('code') code: string,
    @Query() query: FilterQuery,
    @FileAsked() file: string,
  ): Promise<DownloadedFile> {
    const { filter, model, metric } = await this.page(reader, code, query);
    if (filter.error !== null) throw new NotFoundException();
    const asked = {
      ...{ file, reader, asKnownOn: filter.asKnownOn },
      page: addressAsKnown(addresses.metric(code), filter),
    };
    if (file === 'table.csv') return this.sender.sendTable({ metric, ...model }, asked);
    const one = model.charts.find(({ id }) => id === `c-${String(query['council'])}`);
    if (!one) throw new NotFoundException();
    return this.sender.send({ ...one, table: model.table }, asked);
  }

  private async page(reader: Reader, code: string, query: FilterQuery) {
    const programme = await this.door.programme.current();
    const { metrics } = programme;
    const filter = readFilter(query, this.door.clock.now());
    const isPublished = metrics.some((one) => one.code === code && one.type === 'published');
    // Councils outside the programme owe no returns: only published figures are there for all of them.
    const everyCouncil = isPublished && query['all'] === '1';
    const question = { metric: code, inProgramme: !everyCouncil, asKnownAt: filter.asKnownAt };
    const found = await this.door.readAssessedSeries.ofMetric(reader, question);
    if (!found) throw new NotFoundException();
    const model = presentMetric({ ...found, programme, filter, everyCouncil });
    return { filter, everyCouncil, model, metric: found.metric };
  }
}
