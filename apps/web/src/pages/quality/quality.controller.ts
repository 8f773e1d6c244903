import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import type { Reader } from '#domain/access';
import { For, seesCouncil } from '../../http/access.js';
import { councilOfKey, ownCouncil } from '../../http/councils.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentQuality } from './quality.presenter.js';

/** The data-quality statement of a council: for itself, and for DfE. */
@Controller()
export class QualityController {
  constructor(private readonly door: ServiceDoor) {}

  @Get('council/quality')
  @For('council')
  async own(@SignedIn() { reader }: Visitor, @Query('council') key: unknown): Promise<Page> {
    const { register } = await this.door.programme.current();
    return this.page(reader, ownCouncil(reader, register, key).id, true);
  }

  @Get('councils/:key/quality')
  async ofCouncil(@SignedIn() { reader }: Visitor, @Param('key') key: string): Promise<Page> {
    const { register } = await this.door.programme.current();
    const council = councilOfKey(register, key);
    if (!seesCouncil(reader, council.id)) throw new NotFoundException();
    return this.page(reader, council.id, false);
  }

  private async page(reader: Reader, councilId: number, own: boolean): Promise<Page> {
    const statement = await this.door.readQuality.run(reader, councilId);
    if (!statement) throw new NotFoundException();
    return new Page('quality', presentQuality(statement, own));
  }
}
