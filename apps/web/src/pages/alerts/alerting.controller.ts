import { Controller, Get, NotFoundException } from '@nestjs/common';
import { For } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentAlerting } from './alerting.presenter.js';

/** Whether alerting itself works: for DfE. */
@Controller('alerting')
@For('department')
export class AlertingController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async show(@SignedIn() { reader }: Visitor): Promise<Page> {
    const status = await this.door.alerting.status(reader);
    if (!status) throw new NotFoundException();
    return new Page('alerting', presentAlerting(status, await this.door.programme.current()));
  }
}
