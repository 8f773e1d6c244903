import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { addresses } from '../../addresses/addresses.js';
import { dayMonthsBefore } from '../../addresses/period-address.js';
import { londonDay } from '../../format/format-time.js';
import { isOfDepartment, seesCouncil } from '../../http/access.js';
import { councilOfKey } from '../../http/councils.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { figuresWords } from '../../words/figures.words.js';
import { everyAlert } from '../alerts/every-alert.js';
import { ChartSender } from '../figures/chart-sender.js';
import { boardThemeOf, presentBoard } from './board.presenter.js';

/** A council's measures for its board, one group on one side of paper: for the council itself, and for DfE. */
@Controller('councils/:key/board')
export class BoardController {
  constructor(
    private readonly door: ServiceDoor,
    private readonly sender: ChartSender,
  ) {}

  @Get(':theme')
  async show(
    @SignedIn() { reader }: Visitor,
    @Param() address: { key: string; theme: string },
  ): Promise<Page> {
    const programme = await this.door.programme.current();
    const council = councilOfKey(programme.register, address.key);
    const theme = boardThemeOf(address.theme, programme);
    if (!theme || !seesCouncil(reader, council.id)) throw new NotFoundException();
    const page = addresses.board(council.key, theme.title);
    const [series, returns, alerts, taken] = await Promise.all([
      this.door.readAssessedSeries.ofCouncil(reader, {
        councilId: council.id,
        metrics: theme.items.map(({ code }) => code),
        asKnownAt: null,
      }),
      this.door.readReturns.run(reader, { period: null, councilId: council.id }),
      everyAlert(this.door, reader, { open: true, councilId: council.id }),
      this.sender.takenFrom({ reader, page, asKnownOn: null }),
    ]);
    const ids = alerts.map(({ id }) => id);
    const entries = await this.door.readAlerts.entries(reader, ids);
    const own = !isOfDepartment(reader);
    return new Page('board', {
      ...presentBoard({
        ...{ council, theme, series, alerts, entries, returns, programme, taken },
        from: dayMonthsBefore(londonDay(this.door.clock.now()), 24),
      }),
      section: own ? ('figures' as const) : ('councils' as const),
      backLink: {
        href: (own ? addresses.ownFigures : addresses.councilPage)(council.key),
        text: figuresWords.backTo(council.name),
      },
    });
  }
}
