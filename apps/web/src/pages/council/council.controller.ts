import { Controller, Get, Query } from '@nestjs/common';
import { For, Live, mayApprove, maySend } from '../../http/access.js';
import { ownCouncil, ownCouncils } from '../../http/councils.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { endingKeys } from '../connections/connections.presenter.js';
import { everyAlert } from '../alerts/every-alert.js';
import { measureCodes } from '../figures/council-figures.presenter.js';
import { presentMonthsSoFar } from '../month-so-far.presenter.js';
import { presentCouncilChoice } from './council-choice.presenter.js';
import { presentCouncilHome } from './council-home.presenter.js';

@Controller('council')
@For('council')
export class CouncilController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  @Live()
  async home(@SignedIn() { reader }: Visitor, @Query('council') key: unknown): Promise<Page> {
    const programme = await this.door.programme.current();
    const own = ownCouncils(reader, programme.register);
    if (own.length !== 1 && !key) return this.choose(reader, own);
    const council = ownCouncil(reader, programme.register, key);
    const [drafts, keys, returns, months, alerts, figures, ledTo] = await Promise.all([
      this.door.returnDrafts.ofCouncil(reader, council.id),
      this.door.apiKeys.ofCouncil(reader, council.id),
      this.door.readReturns.run(reader, { period: null, councilId: council.id }),
      this.door.readMonthsSoFar.run(reader, council.id),
      everyAlert(this.door, reader, { open: true, councilId: council.id }),
      this.door.readAssessedSeries.ofCouncil(reader, {
        councilId: council.id,
        metrics: measureCodes(programme.metrics),
        asKnownAt: null,
      }),
      this.door.readLedTo.run(reader, { councilId: council.id, period: null }),
    ]);
    return new Page(
      'council-home',
      presentCouncilHome({
        council,
        drafts,
        returns,
        alerts,
        figures,
        ledTo,
        monthsSoFar: presentMonthsSoFar(months, programme, this.door.clock.now()),
        endingKeys: endingKeys(keys, this.door.clock.now()),
        programme,
        maySend: maySend(reader, council.id),
        mayApprove: mayApprove(reader, council.id),
      }),
    );
  }

  private async choose(
    reader: Visitor['reader'],
    own: Parameters<typeof presentCouncilChoice>[0],
  ): Promise<Page> {
    const [returns, alerts] = await Promise.all([
      this.door.readReturns.run(reader, { period: null, councilId: null }),
      everyAlert(this.door, reader, { open: true, councilId: null }),
    ]);
    return new Page('council-choice', presentCouncilChoice(own, returns, alerts));
  }
}
