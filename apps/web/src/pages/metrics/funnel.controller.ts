import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import type { Reader } from '#domain/access';
import type { Metric } from '#domain/metrics';
import { londonDay, monthOfDay, monthsBefore, type Period } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import { addressOfPeriod } from '../../addresses/period-address.js';
import { withQuery } from '../../addresses/with-query.js';
import { For, Live } from '../../http/access.js';
import type { DownloadedFile } from '../../http/download.js';
import { FileAsked } from '../../http/file-asked.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { CHART_FILES } from '../figures/chart-files.js';
import { ChartSender } from '../figures/chart-sender.js';
import { presentFilter, readFilter, type FiguresFilter } from '../figures/figures-filter.js';
import { fullestPeriod, isFunnelled } from './funnel-of.js';
import { presentFunnel } from './funnel.presenter.js';
import { periodsOf } from './metric-table.js';
import { seriesHrefs } from './series-hrefs.js';
import { figuresQuery } from './metric-query.js';

type Asked = Readonly<Record<string, unknown>>;

/** How many months can be chosen, and among how many the fullest is looked for where none was. */
const MONTHS = { offered: 24, looked: 6 };

/** Councils of one period beside each other. */
@Controller('metrics/:code/funnel')
@For('department')
export class FunnelController {
  constructor(
    private readonly door: ServiceDoor,
    private readonly sender: ChartSender,
  ) {}

  @Get()
  @Live()
  async show(
    @SignedIn() { reader }: Visitor,
    @Param('code') code: string,
    @Query() query: Asked,
  ): Promise<Page> {
    const { filter, model, everyCouncil } = await this.page(reader, code, query);
    const shown = presentFilter(filter, addresses.metricFunnel(code), 'whole');
    return new Page(
      'metric-funnel',
      {
        ...model,
        filter: shown,
        keep: everyCouncil ? [{ name: 'all', value: '1' }] : [],
        ...{ errors: shown.errors, hasErrors: shown.errors !== null },
      },
      shown.errors ? 400 : 200,
    );
  }

  @Get([...CHART_FILES])
  async file(
    @SignedIn() { reader }: Visitor,
    @Param('code') code: string,
    @Query() query: Asked,
    @FileAsked() file: string,
  ): Promise<DownloadedFile> {
    const { filter, model, everyCouncil, period } = await this.page(reader, code, query);
    if (filter.error !== null || !model.taken || !period) throw new NotFoundException();
    const page = withQuery(addresses.metricFunnel(code), {
      ...figuresQuery(filter, everyCouncil),
      period: addressOfPeriod(period),
    });
    return this.sender.sendTaken(model.taken, {
      ...{ file, reader, page },
      asKnownOn: filter.asKnownOn,
    });
  }

  private async page(reader: Reader, code: string, query: Asked) {
    const programme = await this.door.programme.current();
    const metric = programme.metrics.find((one) => one.code === code);
    if (!metric || !isFunnelled(metric)) throw new NotFoundException();
    const filter = readFilter(query, this.door.clock.now());
    const isPublished = metric.type === 'published';
    const everyCouncil = isPublished && query['all'] === '1';
    const months = isPublished ? [] : this.monthsUntil(filter);
    const asked = months.find((month) => addressOfPeriod(month) === query['period']);
    const found = await this.door.readSeriesByMetric.run(reader, {
      ...{ metric: code, breakdown: null, inProgramme: !everyCouncil },
      ...windowOf(metric, asked, months),
      asKnownAt: filter.asKnownAt,
    });
    const series = found?.series ?? [];
    const offered = isPublished ? periodsOf(series).toReversed() : months;
    const chosen = offered.find((one) => addressOfPeriod(one) === query['period']);
    const period = chosen ?? fullestPeriod(series);
    const hrefOf = seriesHrefs(programme, metric, filter);
    const model = presentFunnel({
      ...{ metric, series, period, offered, filter, everyCouncil, hrefOf },
    });
    return { filter, model, everyCouncil, period };
  }

  /** The months before the one that the page's day is in, newest first. */
  private monthsUntil({ asKnownAt, known }: FiguresFilter): readonly Period[] {
    const day = asKnownAt ? known : londonDay(this.door.clock.now());
    const running = monthOfDay(day);
    return Array.from({ length: MONTHS.offered }, (_, index) => monthsBefore(running, index + 1));
  }
}

/** The days of the figures that are read: of one month, of the newest, or, of what is published, of all. */
function windowOf(metric: Metric, asked: Period | undefined, months: readonly Period[]) {
  if (asked) return { from: asked.start, to: asked.end };
  if (metric.type === 'published') return { from: null, to: null };
  return { from: months[MONTHS.looked - 1]?.start ?? null, to: null };
}
