import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import type { Reader } from '#domain/access';
import type { Council } from '#domain/register';
import { londonDay } from '../../format/format-time.js';
import { For, seesCouncil } from '../../http/access.js';
import { councilOfKey, ownCouncil } from '../../http/councils.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentReconciliation } from './reconciliation.presenter.js';

/** The first year that published figures are held of. */
const FIRST_YEAR = 2019;

/** A council's year beside the published figures: for itself, and for DfE. */
@Controller()
export class ReconciliationController {
  constructor(private readonly door: ServiceDoor) {}

  @Get('council/reconciliation/:year')
  @For('council')
  async own(
    @SignedIn() { reader }: Visitor,
    @Param('year') year: string,
    @Query('council') key: unknown,
  ): Promise<Page> {
    const { register } = await this.door.programme.current();
    return this.page(reader, ownCouncil(reader, register, key), { year, own: true });
  }

  @Get('councils/:key/reconciliation/:year')
  async ofCouncil(
    @SignedIn() { reader }: Visitor,
    @Param('key') key: string,
    @Param('year') year: string,
  ): Promise<Page> {
    const { register } = await this.door.programme.current();
    const council = councilOfKey(register, key);
    if (!seesCouncil(reader, council.id)) throw new NotFoundException();
    return this.page(reader, council, { year, own: false });
  }

  private async page(
    reader: Reader,
    council: Council,
    { year, own }: { year: string; own: boolean },
  ): Promise<Page> {
    const last = Number(londonDay(this.door.clock.now()).slice(0, 4));
    const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => last - index);
    const asked = years.find((one) => String(one) === year);
    if (asked === undefined) throw new NotFoundException();
    const { returnDefinition: definition } = await this.door.programme.current();
    const found = await this.door.readReconciliation.run(reader, {
      councilId: council.id,
      year: asked,
    });
    if (!found) throw new NotFoundException();
    return new Page('reconciliation', presentReconciliation(found, { own, years, definition }));
  }
}
