import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { addresses } from '../../addresses/addresses.js';
import { For, Live } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentFilter, readFilter } from '../figures/figures-filter.js';
import { presentMetricList } from './metric-list.presenter.js';
import { presentMetric } from './metric.presenter.js';

@Controller('metrics')
@For('department')
export class MetricsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async list(): Promise<Page> {
    const { metrics, returnDefinition } = await this.door.programme.current();
    return new Page('metric-list', presentMetricList(metrics, returnDefinition));
  }

  @Get(':code')
  @Live()
  async show(
    @SignedIn() { reader }: Visitor,
    @Param('code') code: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const programme = await this.door.programme.current();
    const { metrics } = programme;
    const filter = readFilter(query, this.door.clock.now());
    const isPublished = metrics.some((one) => one.code === code && one.type === 'published');
    // Councils outside the programme owe no returns: only published figures are there for all of them.
    const everyCouncil = isPublished && query['all'] === '1';
    const { asKnownAt } = filter;
    const question = { metric: code, inProgramme: !everyCouncil, asKnownAt };
    const found = await this.door.readAssessedSeries.ofMetric(reader, question);
    if (!found) throw new NotFoundException();
    const shown = presentFilter(filter, addresses.metric(code));
    const keep = everyCouncil ? [{ name: 'all', value: '1' }] : [];
    return new Page(
      'metric',
      {
        ...presentMetric({ ...found, programme, filter, everyCouncil }),
        filter: shown,
        keep,
        errors: shown.errors,
        hasErrors: shown.errors !== null,
      },
      shown.errors ? 400 : 200,
    );
  }
}
