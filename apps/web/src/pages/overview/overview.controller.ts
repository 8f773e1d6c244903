import { Controller, Get, Headers, Query } from '@nestjs/common';
import { scopeOf } from '#domain/access';
import { For, Live } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { everyAlert } from '../alerts/every-alert.js';
import { presentOverview } from './overview.presenter.js';

/** Months whose returns are counted; every figure of a month is: the board of returns has a year of them. */
const MONTHS_SHOWN = 3;

@Controller('overview')
@For('department')
export class OverviewController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  @Live()
  async show(
    @SignedIn() { reader }: Visitor,
    @Query('month') month: unknown,
    @Headers('x-read-again') readAgain: unknown,
  ): Promise<Page> {
    const [programme, returns, open, news] = await Promise.all([
      this.door.programme.current(),
      this.door.readReturns.run(reader, { period: null, councilId: null, months: MONTHS_SHOWN }),
      everyAlert(this.door, reader, { open: true, councilId: null }),
      this.door.readNews.run(reader, { isLook: readAgain === undefined }),
    ]);
    const entries = await this.door.readAlerts.entries(
      reader,
      open.map(({ id }) => id),
    );
    return new Page(
      'overview',
      presentOverview({
        now: this.door.clock.now(),
        programme,
        returns,
        open,
        entries,
        news,
        seesDeliveries: scopeOf(reader).anyStatus === 'all',
        month: typeof month === 'string' ? month : null,
      }),
    );
  }
}
