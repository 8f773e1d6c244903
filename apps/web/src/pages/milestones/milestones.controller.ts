import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { Reader } from '#domain/access';
import type { MilestoneRecord } from '#domain/delivery';
import { londonDay } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import { isOfCouncil, isOfDepartment } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { dayIn, textIn, type FieldFault } from '../form-fields.js';
import {
  milestoneDeedTyped,
  milestoneFaultAt,
  presentMilestone,
  presentNewMilestone,
  versionTyped,
} from './milestone.presenter.js';
import { councilsWithin, presentMilestones, readMilestoneFilter } from './milestones.presenter.js';

const ON_A_PAGE = 200;

/** Delivery milestones: for councils, partnerships and DfE, each of the councils that they see. */
@Controller('milestones')
export class MilestonesController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async list(
    @SignedIn() { reader }: Visitor,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Page> {
    if (!isOfCouncil(reader) && !isOfDepartment(reader)) throw new NotFoundException();
    const programme = await this.door.programme.current();
    const filter = readMilestoneFilter(query, programme);
    const page = await this.door.milestones.list(reader, {
      councilIds: filter.council ? [filter.council.id] : 'all',
      ...{ reform: filter.reform, open: filter.open, first: ON_A_PAGE },
      after: typeof query['after'] === 'string' ? query['after'] : null,
    });
    const today = this.today();
    return new Page('milestones', presentMilestones({ reader, programme, filter, page, today }));
  }

  @Get('new')
  newForm(@SignedIn() { reader }: Visitor, @Query('council') council: unknown): Promise<Page> {
    return this.newPage(reader, { council: typeof council === 'string' ? council : '' }, null);
  }

  @Post('new')
  async plan(
    @SignedIn() { reader }: Visitor,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const { register } = await this.door.programme.current();
    const council = register.councils.find(({ key }) => key === fields['council']);
    if (!council) throw new NotFoundException();
    const planned = await this.door.milestones.plan(reader, {
      ...{ councilId: council.id, ...versionTyped(fields) },
      ...{ title: textIn(fields, 'title'), owner: textIn(fields, 'who') },
      due: dayIn(fields, 'due'),
    });
    if (!planned.ok) return this.newPage(reader, fields, milestoneFaultAt(planned.error, 'title'));
    return new SeeOther(addresses.milestone(planned.value.id));
  }

  @Get(':id')
  async show(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Page> {
    return this.page(reader, await this.one(reader, id), { fields: {}, fault: null });
  }

  @Post(':id')
  async say(
    @SignedIn() { reader }: Visitor,
    @Param('id') id: string,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const milestone = await this.one(reader, id);
    const deed = milestoneDeedTyped(fields);
    if ('field' in deed) return this.page(reader, milestone, { fields, fault: deed });
    const said = await this.door.milestones.say(reader, id, deed);
    if (said.ok) return new SeeOther(addresses.milestone(id));
    return this.page(reader, milestone, { fields, fault: milestoneFaultAt(said.error, 'words') });
  }

  private today(): string {
    return londonDay(this.door.clock.now());
  }

  private async one(reader: Reader, id: string): Promise<MilestoneRecord> {
    const found = isId(id) ? await this.door.milestones.one(reader, id) : null;
    if (!found) throw new NotFoundException();
    return found;
  }

  private async newPage(
    reader: Reader,
    fields: FormFields,
    fault: FieldFault | null,
  ): Promise<Page> {
    const programme = await this.door.programme.current();
    if (councilsWithin(reader, programme, 'acts').length === 0) throw new NotFoundException();
    const typed = { fields, fault, today: this.today(), reader, programme };
    return new Page('record', presentNewMilestone(typed), fault ? 422 : 200);
  }

  private async page(
    reader: Reader,
    milestone: MilestoneRecord,
    { fields, fault }: { fields: FormFields; fault: FieldFault | null },
  ): Promise<Page> {
    const programme = await this.door.programme.current();
    const typed = { fields, fault, today: this.today(), reader, programme };
    return new Page('record', presentMilestone(milestone, typed), fault ? 422 : 200);
  }
}
