import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { addresses, addressOfSeries } from '../../addresses/addresses.js';
import { periodKeyOfAddress } from '../../addresses/period-address.js';
import { formatPeriodKey } from '../../format/format-period.js';
import { isOfDepartment, Live } from '../../http/access.js';
import { councilOfKey } from '../../http/councils.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentHistory } from './history.presenter.js';

@Controller('figures/:council/:metric/:period')
export class HistoryController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  @Live()
  async show(
    @SignedIn() { reader }: Visitor,
    @Param() address: { council: string; metric: string; period: string },
  ): Promise<Page> {
    const { register, metrics } = await this.door.programme.current();
    const council = councilOfKey(register, address.council);
    const metric = metrics.find(({ code }) => code === address.metric);
    const period = periodKeyOfAddress(address.period);
    if (!metric || period === null) throw new NotFoundException();
    const revisions = await this.door.readFigureHistory.run(reader, {
      councilId: council.id,
      metric: metric.code,
      period,
      breakdown: null,
    });
    const packs = await this.door.readPacks.using(reader, {
      councilId: council.id,
      metric,
      period,
    });
    const pageOf = isOfDepartment(reader) ? addresses.councilPage : addresses.ownFigures;
    const backHref = addressOfSeries(council.key, metric, pageOf(council.key));
    const history = { council, metric, metrics, revisions, packs, backHref };
    return new Page('history', presentHistory({ ...history, period: formatPeriodKey(period) }));
  }
}
