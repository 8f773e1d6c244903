import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { Refusal } from '#domain';
import type { AssessedSeries } from '#application/assessments';
import type { AlertRecord } from '#application/ports';
import type { Reader } from '#domain/access';
import { addresses } from '../../addresses/addresses.js';
import { isOfCouncil, isOfDepartment, Live, maySeeRequests } from '../../http/access.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentAlert } from './alert.presenter.js';
import { everyAlert } from './every-alert.js';
import { readBeside } from './beside-alert.js';
import { presentBoardInbox, presentInbox } from './inbox.presenter.js';
import { owedOf } from './owed-of.js';

@Controller('alerts')
export class AlertsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  @Live()
  async inbox(
    @SignedIn() { reader }: Visitor,
    @Query('plan') plan: unknown,
    @Query('rule') rule: unknown,
  ): Promise<Page> {
    if (reader.roles.includes('board')) return this.ofBoard(reader);
    if (!isOfCouncil(reader) && !isOfDepartment(reader)) throw new NotFoundException();
    const ruleCode = typeof rule === 'string' ? rule : null;
    const [programme, open, overdue, cleared, messages, alerting] = await Promise.all([
      this.door.programme.current(),
      everyAlert(this.door, reader, { open: true, councilId: null, ruleCode }),
      everyAlert(this.door, reader, {
        ...{ open: true, councilId: null, planOverdue: true, ruleCode },
      }),
      everyAlert(this.door, reader, { open: false, councilId: null, ruleCode }),
      this.door.readAlerts.inbox(reader),
      this.door.alerting.status(reader),
    ]);
    return new Page(
      'alerts',
      presentInbox({
        ...{ programme, open, overdue, cleared, messages, alerting },
        ...{ ruleCode, onlyOverdue: plan === 'overdue', seesQuality: maySeeRequests(reader) },
      }),
    );
  }

  /** The board sees no alerts: its messages say all that it is told. */
  private async ofBoard(reader: Reader): Promise<Page> {
    const messages = await this.door.readAlerts.inbox(reader);
    return new Page('board-messages', presentBoardInbox(messages));
  }

  @Get(':id')
  @Live()
  show(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Page> {
    return this.page(reader, id, null);
  }

  @Post(':id/acknowledge')
  async acknowledge(
    @SignedIn() { reader }: Visitor,
    @Param('id') id: string,
  ): Promise<Page | SeeOther> {
    if (!isId(id)) throw new NotFoundException();
    const done = await this.door.acknowledgeAlert.run({ reader, alertId: id });
    if (done.ok) return new SeeOther(addresses.alert(id));
    return this.page(reader, id, done.error);
  }

  private async page(reader: Reader, id: string, refusal: Refusal | null): Promise<Page> {
    const programme = await this.door.programme.current();
    const story = isId(id) ? await this.door.readAlerts.one(reader, id) : null;
    if (!story) throw new NotFoundException();
    const [series, owed, corrections, behind, beside] = await Promise.all([
      this.seriesOf(reader, story.alert),
      owedOf(this.door, reader, story.alert, programme),
      this.door.readAlerts.corrections(reader, story),
      this.door.readAlerts.figuresBehind(reader, story),
      readBeside(this.door, { reader, alert: story.alert, programme }),
    ]);
    const model = presentAlert({
      story,
      programme,
      series,
      owed,
      corrections,
      behind,
      beside,
      refusal,
      reader,
      now: this.door.clock.now(),
    });
    return new Page('alert', model, refusal ? 409 : 200);
  }

  private async seriesOf(
    reader: Reader,
    { councilId, metric }: AlertRecord,
  ): Promise<AssessedSeries | null> {
    if (metric === null) return null;
    const question = { councilId, metrics: [metric], asKnownAt: null };
    return (await this.door.readAssessedSeries.ofCouncil(reader, question))[0] ?? null;
  }
}
