import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { addresses } from '../../addresses/addresses.js';
import { For, Live } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentFilter } from '../figures/figures-filter.js';
import { presentMetricList } from './metric-list.presenter.js';
import { readMetricQuery } from './metric-query.js';
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

  /** Every council's figures of a measure as small pictures. */
  @Get(':code')
  @Live()
  async show(
    @SignedIn() { reader }: Visitor,
    @Param('code') code: string,
    @Query() asked: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    const programme = await this.door.programme.current();
    const query = readMetricQuery(asked, this.door.clock.now());
    const isPublished = programme.metrics.some(
      (one) => one.code === code && one.type === 'published',
    );
    // Councils outside the programme owe no returns: only published figures are there for all of them.
    const everyCouncil = isPublished && asked['all'] === '1';
    const question = {
      ...{ metric: code, inProgramme: !everyCouncil },
      asKnownAt: query.filter.asKnownAt,
    };
    const found = await this.door.readAssessedSeries.ofMetric(reader, question);
    if (!found) throw new NotFoundException();
    const model = presentMetric({ ...found, programme, query, everyCouncil });
    const shown = presentFilter(query.filter, addresses.metric(code));
    return new Page(
      'metric',
      {
        ...model,
        filter: shown,
        keep: everyCouncil ? [{ name: 'all', value: '1' }] : [],
        ...{ errors: shown.errors, hasErrors: shown.errors !== null },
      },
      shown.errors ? 400 : 200,
    );
  }
}
