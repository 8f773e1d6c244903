import { Controller, Get, NotFoundException, Query } from '@nestjs/common';
import { seesCouncil } from '../../http/access.js';
import { councilOfKey } from '../../http/councils.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentCompare, readTwoDays } from './compare.presenter.js';

/** What changed of a measure of a council between what was known on two days. */
@Controller('compare')
export class CompareController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async show(
    @SignedIn() { reader }: Visitor,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const { register, metrics } = await this.door.programme.current();
    const council = councilOfKey(register, String(query['council']));
    const metric = metrics.find(({ code, type }) => code === query['metric'] && type !== 'box');
    if (!metric || !seesCouncil(reader, council.id)) throw new NotFoundException();
    const now = this.door.clock.now();
    const days = readTwoDays(query, now);
    const of = { councilId: council.id, metric: metric.code };
    const changes = days.moments
      ? await this.door.compareKnown.run(reader, { ...of, ...days.moments })
      : [];
    const model = presentCompare({ council, metric, days, changes, now });
    return new Page('compare', model, model.hasErrors ? 400 : 200);
  }
}
