import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { londonDay } from '#domain/periods';
import { For } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentReform, presentReforms } from './reforms.presenter.js';

const MOST = 200;

/** The reforms that are tested, for DfE. */
@Controller('reforms')
@For('department')
export class ReformsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async list(): Promise<Page> {
    const programme = await this.door.programme.current();
    return new Page('area-list', presentReforms(programme, londonDay(this.door.clock.now())));
  }

  @Get(':code')
  async show(@SignedIn() { reader }: Visitor, @Param('code') code: string): Promise<Page> {
    const programme = await this.door.programme.current();
    const reform = programme.reforms.find((one) => one.code === code);
    if (!reform) throw new NotFoundException();
    const open = { open: true, after: null, first: MOST };
    const [milestones, feedback] = await Promise.all([
      this.door.milestones.list(reader, { ...open, councilIds: 'all', reform: code }),
      this.door.feedback.list(reader, { ...open, councilId: null, reform: code }),
    ]);
    return new Page(
      'reform',
      presentReform({
        ...{ reform, programme, today: londonDay(this.door.clock.now()) },
        ...{ milestones: milestones.items, feedback: feedback.items },
      }),
    );
  }
}
