import { Controller, Get, Query } from '@nestjs/common';
import { addresses } from '../../addresses/addresses.js';
import { For, Live } from '../../http/access.js';
import { ownCouncil, ownCouncils } from '../../http/councils.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { figuresWords } from '../../words/figures.words.js';
import { everyAlert } from '../alerts/every-alert.js';
import { presentLedTo } from '../led-to.presenter.js';
import { presentCouncilFigures } from './council-figures.presenter.js';
import { figurePart } from './figure-parts.js';
import { presentFilter, readFilter } from './figures-filter.js';
import { publishedLinks } from './published-history.presenter.js';

@Controller('council/figures')
@For('council')
export class FiguresController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  @Live()
  async show(
    @SignedIn() { reader }: Visitor,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Page | SeeOther> {
    const programme = await this.door.programme.current();
    const { register } = programme;
    const isChoice = ownCouncils(reader, register).length !== 1 && !query['council'];
    if (isChoice) return new SeeOther(addresses.council);
    const council = ownCouncil(reader, register, query['council']);
    const filter = readFilter(query, this.door.clock.now());
    const part = figurePart(programme, query, {
      page: addresses.ownFiguresOfAny,
      ...{ keep: { council: council.key }, filter },
    });
    const [series, returns, alerts, ledTo] = await Promise.all([
      this.door.readAssessedSeries.ofCouncil(reader, {
        councilId: council.id,
        metrics: part.read,
        asKnownAt: filter.asKnownAt,
      }),
      this.door.readReturns.run(reader, { period: null, councilId: council.id }),
      everyAlert(this.door, reader, { open: true, councilId: council.id }),
      this.door.readLedTo.run(reader, { councilId: council.id, period: null }),
    ]);
    const shown = presentFilter(filter, addresses.ownFigures(council.key));
    return new Page(
      'council-figures',
      {
        ...presentCouncilFigures({ council, series, filter, programme, returns, alerts, part }),
        ledTo: presentLedTo(ledTo, { council, programme, isOwn: true, period: null }),
        published: publishedLinks(council, programme),
        title: figuresWords.ownTitle(council.name),
        section: 'figures',
        councilName: council.name,
        councilKey: council.key,
        filter: shown,
        errors: shown.errors,
        hasErrors: shown.errors !== null,
      },
      shown.errors ? 400 : 200,
    );
  }
}
