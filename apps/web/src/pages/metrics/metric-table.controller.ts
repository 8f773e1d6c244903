import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import type { Reader } from '#domain/access';
import type { Day } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import { dayMonthsBefore } from '../../addresses/period-address.js';
import { withQuery } from '../../addresses/with-query.js';
import { londonDay } from '../../format/format-time.js';
import { For, Live } from '../../http/access.js';
import type { DownloadedFile } from '../../http/download.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { besides } from '../figures/chart-files.js';
import { ChartSender } from '../figures/chart-sender.js';
import { presentFilter, readFilter, type FiguresFilter } from '../figures/figures-filter.js';
import { metricHead } from './metric-pages.js';
import { figuresQuery } from './metric-query.js';
import { coverageOf, newestTable, periodsOf } from './metric-table.js';
import { seriesHrefs } from './series-hrefs.js';

type Asked = Readonly<Record<string, unknown>>;

/** Of which the newest that anybody has figures for stand in the table. */
const MONTHS_READ = 9;

/** The newest figures of every council as a table. */
@Controller('metrics/:code')
@For('department')
export class MetricTableController {
  constructor(
    private readonly door: ServiceDoor,
    private readonly sender: ChartSender,
  ) {}

  @Get('table')
  @Live()
  async show(
    @SignedIn() { reader }: Visitor,
    @Param('code') code: string,
    @Query() query: Asked,
  ): Promise<Page> {
    const { everyCouncil, asked, ...of } = await this.page(reader, code, query);
    const { metric, series, filter, table } = of;
    const shown = presentFilter(filter, addresses.metricTable(code), 'whole');
    return new Page(
      'metric-table',
      {
        ...metricHead(metric, 'table', asked),
        ...{ table, filter: shown, coverage: coverageOf(series, periodsOf(series).at(-1)) },
        tableFile: besides(addresses.metric(code), 'table.csv', asked),
        keep: everyCouncil ? [{ name: 'all', value: '1' }] : [],
        ...{ errors: shown.errors, hasErrors: shown.errors !== null },
      },
      shown.errors ? 400 : 200,
    );
  }

  @Get('table.csv')
  async file(
    @SignedIn() { reader }: Visitor,
    @Param('code') code: string,
    @Query() query: Asked,
  ): Promise<DownloadedFile> {
    const { metric, series, filter, table, asked } = await this.page(reader, code, query);
    if (filter.error !== null) throw new NotFoundException();
    return this.sender.sendTaken(
      {
        ...{ name: [metric.code], title: metric.title, subtitle: '', picture: null, table },
        figures: { metric, council: null, points: series.flatMap(({ points }) => points) },
      },
      {
        ...{ file: 'table.csv', reader, asKnownOn: filter.asKnownOn },
        page: withQuery(addresses.metricTable(code), asked),
      },
    );
  }

  private async page(reader: Reader, code: string, query: Asked) {
    const programme = await this.door.programme.current();
    const known = programme.metrics.find((one) => one.code === code);
    if (!known) throw new NotFoundException();
    const filter = readFilter(query, this.door.clock.now());
    const isPublished = known.type === 'published';
    const everyCouncil = isPublished && query['all'] === '1';
    const found = await this.door.readSeriesByMetric.run(reader, {
      ...{ metric: code, breakdown: null, inProgramme: !everyCouncil },
      from: isPublished ? null : this.firstDay(filter),
      ...{ to: null, asKnownAt: filter.asKnownAt },
    });
    if (!found) throw new NotFoundException();
    const table = newestTable(found, seriesHrefs(programme, found.metric, filter));
    return { ...found, filter, table, everyCouncil, asked: figuresQuery(filter, everyCouncil) };
  }

  /** Far enough back for the months of the table, also where the newest have not come. */
  private firstDay({ asKnownAt, known }: FiguresFilter): Day {
    return dayMonthsBefore(asKnownAt ? known : londonDay(this.door.clock.now()), MONTHS_READ);
  }
}
