import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import type { Council } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { For, isOfDepartment, Live, seesCouncil } from '../../http/access.js';
import { councilOfKey } from '../../http/councils.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { alertTable } from '../alerts/alert-lines.js';
import { everyAlert } from '../alerts/every-alert.js';
import { freshnessOf, returnsTable } from '../council/council-home.presenter.js';
import { presentCouncilFigures } from '../figures/council-figures.presenter.js';
import { figurePart } from '../figures/figure-parts.js';
import { presentFilter, readFilter } from '../figures/figures-filter.js';
import { publishedLinks } from '../figures/published-history.presenter.js';
import { presentLedTo } from '../led-to.presenter.js';
import { presentMonthsSoFar } from '../month-so-far.presenter.js';
import { londonDay } from '../../format/format-time.js';
import { councilListWords } from '../../words/council-list.words.js';
import { qualityWords } from '../../words/quality.words.js';
import { reconciliationWords } from '../../words/reconciliation.words.js';
import { submissionsWords } from '../../words/submissions.words.js';
import { councilFacts } from './council-facts.js';
import { presentCouncilList } from './council-list.presenter.js';

type FilterQuery = Readonly<Record<string, unknown>>;

@Controller('councils')
export class CouncilsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  @For('department')
  async list(@Query('all') all: unknown, @Query('q') search: unknown): Promise<Page> {
    const { register } = await this.door.programme.current();
    const text = typeof search === 'string' ? search.trim().slice(0, 100) : '';
    const model = presentCouncilList({ register, everyCouncil: all === '1', search: text });
    return new Page('council-list', model);
  }

  /** A council as DfE sees it, or as it sees itself. */
  @Get(':key')
  @Live()
  async show(
    @SignedIn() { reader }: Visitor,
    @Param('key') key: string,
    @Query() query: FilterQuery,
  ): Promise<Page> {
    const programme = await this.door.programme.current();
    const { register } = programme;
    const council = councilOfKey(register, key);
    if (!seesCouncil(reader, council.id)) throw new NotFoundException();
    const now = this.door.clock.now();
    const filter = readFilter(query, now);
    const part = figurePart(programme, query, {
      page: addresses.councilPage(council.key),
      ...{ keep: {}, filter },
    });
    const [series, returns, months, alerts, ledTo] = await Promise.all([
      this.door.readAssessedSeries.ofCouncil(reader, {
        councilId: council.id,
        metrics: part.read,
        asKnownAt: filter.asKnownAt,
      }),
      this.door.readReturns.run(reader, { period: null, councilId: council.id }),
      this.door.readMonthsSoFar.run(reader, council.id),
      everyAlert(this.door, reader, { open: true, councilId: council.id }),
      this.door.readLedTo.run(reader, { councilId: council.id, period: null }),
    ]);
    const shown = presentFilter(filter, addresses.councilPage(council.key));
    const { errors } = shown;
    return new Page(
      'council',
      {
        ...presentCouncilFigures({ council, series, filter, programme, returns, alerts, part }),
        ledTo: presentLedTo(ledTo, {
          ...{ council, programme, period: null },
          isOwn: !isOfDepartment(reader),
        }),
        published: publishedLinks(council, programme),
        title: council.name,
        section: 'councils' as const,
        councilName: council.name,
        facts: councilFacts(council, programme, now),
        monthsSoFar: presentMonthsSoFar(months, programme, now),
        freshness: returns.length > 0 ? freshnessOf(council, returns) : null,
        returns: returns.length > 0 ? returnsTable(returns, council, 'none') : null,
        moreLinks: returns.length > 0 ? behindFigures(council, lastYear(now)) : [],
        alerts: alerts.length > 0 ? alertTable(alerts, programme, councilListWords.alerts) : null,
        milestonesHref: returns.length > 0 ? addresses.milestonesOf(council.key) : null,
        filter: shown,
        errors,
        hasErrors: errors !== null,
      },
      errors ? 400 : 200,
    );
  }
}

/** The last calendar year that has ended. */
const lastYear = (now: Date): number => Number(londonDay(now).slice(0, 4)) - 1;

/** What lies behind the figures: their quality, and the published ones beside them. */
const behindFigures = ({ key }: Council, year: number) => [
  { text: submissionsWords.link, href: addresses.councilSubmissions(key) },
  { text: qualityWords.link, href: addresses.councilQuality(key) },
  { text: reconciliationWords.link, href: addresses.councilReconciliation(key, year) },
];
