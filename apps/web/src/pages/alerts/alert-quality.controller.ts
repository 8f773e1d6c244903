import { Controller, Get, NotFoundException } from '@nestjs/common';
import { For } from '../../http/access.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentAlertQuality } from './alert-quality.presenter.js';

/** How good the alerts themselves are: for DfE. */
@Controller('alert-quality')
@For('department')
export class AlertQualityController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async show(@SignedIn() { reader }: Visitor): Promise<Page> {
    const quality = await this.door.readAlerts.quality(reader);
    if (!quality) throw new NotFoundException();
    const programme = await this.door.programme.current();
    return new Page('alert-quality', presentAlertQuality(quality, programme));
  }
}
