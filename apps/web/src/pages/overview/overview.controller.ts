import { Controller, Get, Query } from '@nestjs/common';
import { For, Live } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { everyAlert } from '../alerts/every-alert.js';
import { presentOverview } from './overview.presenter.js';

@Controller('overview')
@For('department')
export class OverviewController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  @Live()
  async show(@SignedIn() { reader }: Visitor, @Query('month') month: unknown): Promise<Page> {
    const [programme, returns, open, cleared] = await Promise.all([
      this.door.programme.current(),
      this.door.readReturns.run(reader, { period: null, councilId: null }),
      everyAlert(this.door, reader, { open: true, councilId: null }),
      everyAlert(this.door, reader, { open: false, councilId: null }),
    ]);
    return new Page(
      'overview',
      presentOverview({
        now: this.door.clock.now(),
        programme,
        returns,
        open,
        cleared,
        month: typeof month === 'string' ? month : null,
      }),
    );
  }
}
