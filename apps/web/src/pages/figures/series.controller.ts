import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import type { Programme } from '#application/ports';
import type { Reader } from '#domain/access';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { isOfDepartment, Live, seesCouncil } from '../../http/access.js';
import { councilOfKey } from '../../http/councils.js';
import type { DownloadedFile } from '../../http/download.js';
import { FileAsked } from '../../http/file-asked.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { figuresWords } from '../../words/figures.words.js';
import { CHART_FILES, type TakenAway } from './chart-files.js';
import { ChartSender } from './chart-sender.js';
import { addressAsKnown, presentFilter, readFilter, type FiguresFilter } from './figures-filter.js';
import { presentMonthlySeries, YEAR_BEFORE } from './monthly-series.presenter.js';
import { presentPublishedHistory, themeOfAddress } from './published-history.presenter.js';

type FilterQuery = Readonly<Record<string, unknown>>;
type Asked = { readonly reader: Reader; readonly council: Council; readonly programme: Programme };

/** Figures of one council, whole: what is published on a theme, and every month of one measure. */
@Controller('councils/:key')
export class SeriesController {
  constructor(
    private readonly door: ServiceDoor,
    private readonly sender: ChartSender,
  ) {}

  @Get('published/:theme')
  @Live()
  async published(
    @SignedIn() { reader }: Visitor,
    @Param() address: { key: string; theme: string },
    @Query() query: FilterQuery,
  ): Promise<Page> {
    const asked = await this.asked(reader, address.key);
    const { filter, here, model } = await this.ofTheme(asked, address.theme, query);
    return new Page(
      'published-history',
      { ...model, ...around(asked, filter, here) },
      statusOf(filter),
    );
  }

  /** Of the measure that the query names. */
  @Get(CHART_FILES.map((file) => `published/:theme/${file}`))
  async publishedFile(
    @SignedIn() { reader }: Visitor,
    @Param() address: { key: string; theme: string },
    @Query() query: FilterQuery,
    @FileAsked() file: string,
  ): Promise<DownloadedFile> {
    const asked = await this.asked(reader, address.key);
    const { filter, here, model } = await this.ofTheme(asked, address.theme, query);
    const measure = model.measures.find(({ id }) => id === query['measure']);
    return this.send({ reader, file, filter, here }, measure);
  }

  @Get('figures/:metric')
  @Live()
  async monthly(
    @SignedIn() { reader }: Visitor,
    @Param() address: { key: string; metric: string },
    @Query() query: FilterQuery,
  ): Promise<Page> {
    const asked = await this.asked(reader, address.key);
    const { filter, here, model } = await this.ofMeasure(asked, address.metric, query);
    return new Page(
      'monthly-series',
      { ...model, ...around(asked, filter, here) },
      statusOf(filter),
    );
  }

  /** Of the measure, or with `view` of its second view. */
  @Get(CHART_FILES.map((file) => `figures/:metric/${file}`))
  async monthlyFile(
    @SignedIn() { reader }: Visitor,
    @Param() address: { key: string; metric: string },
    @Query() query: FilterQuery,
    @FileAsked() file: string,
  ): Promise<DownloadedFile> {
    const asked = await this.asked(reader, address.key);
    const { filter, here, model } = await this.ofMeasure(asked, address.metric, query);
    const isSecond = query['view'] === YEAR_BEFORE;
    return this.send({ reader, file, filter, here }, isSecond ? model.yearBefore : model.measure);
  }

  private async ofTheme(asked: Asked, address: string, query: FilterQuery) {
    const { council, programme } = asked;
    const theme = themeOfAddress(address, programme);
    if (!theme) throw new NotFoundException();
    const filter = readFilter(query, this.door.clock.now());
    const codes = theme.items.map(({ code }) => code);
    const { asKnownAt } = filter;
    const [series, benchmarks] = await Promise.all([
      this.series(asked, codes, filter),
      this.door.readBenchmarks.run(asked.reader, {
        ...{ councilId: council.id, metrics: codes, asKnownAt },
      }),
    ]);
    const model = presentPublishedHistory({
      ...{ council, theme, series, benchmarks, filter, programme },
    });
    return { filter, model, here: addresses.publishedHistory(council.key, theme.title) };
  }

  private async ofMeasure(asked: Asked, code: string, query: FilterQuery) {
    const { council, programme } = asked;
    const metric = programme.metrics.find((one) => one.code === code && one.type === 'measure');
    if (!metric) throw new NotFoundException();
    const filter = readFilter(query, this.door.clock.now());
    const [series] = await this.series(asked, [metric.code], filter);
    const model = presentMonthlySeries({ council, metric, series, filter, programme });
    return { filter, model, here: addresses.monthlySeries(council.key, metric.code) };
  }

  private send(
    of: { reader: Reader; file: string; filter: FiguresFilter; here: string },
    taken: TakenAway | null | undefined,
  ): Promise<DownloadedFile> {
    const { reader, file, filter, here } = of;
    if (!taken || filter.error !== null) throw new NotFoundException();
    const { asKnownOn } = filter;
    return this.sender.send(taken, { reader, file, asKnownOn, page: addressAsKnown(here, filter) });
  }

  private async asked(reader: Reader, key: string): Promise<Asked> {
    const programme = await this.door.programme.current();
    const council = councilOfKey(programme.register, key);
    if (!seesCouncil(reader, council.id)) throw new NotFoundException();
    return { reader, council, programme };
  }

  private series({ reader, council }: Asked, metrics: readonly string[], filter: FiguresFilter) {
    const { asKnownAt } = filter;
    const question = { councilId: council.id, metrics, asKnownAt };
    return this.door.readAssessedSeries.ofCouncil(reader, question);
  }
}

const statusOf = ({ error }: FiguresFilter): number => (error === null ? 200 : 400);

/** What both pages have around their figures: the way back, and the filter of the day. */
function around({ reader, council }: Asked, filter: FiguresFilter, here: string) {
  const own = !isOfDepartment(reader);
  const shown = presentFilter(filter, here, 'whole');
  return {
    section: own ? ('figures' as const) : ('councils' as const),
    backLink: {
      href: (own ? addresses.ownFigures : addresses.councilPage)(council.key),
      text: figuresWords.backTo(council.name),
    },
    filter: shown,
    errors: shown.errors,
    hasErrors: shown.errors !== null,
  };
}
