import {
  Controller,
  ForbiddenException,
  Get,
  NotFoundException,
  Param,
  Post,
} from '@nestjs/common';
import type { BackTest } from '#application/ports';
import type { AlertRule } from '#domain/judgement';
import type { Reader } from '#domain/access';
import { addresses } from '../../addresses/addresses.js';
import { For, mayBackTest } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { DownloadedFile } from '../../http/download.js';
import { Form } from '../../http/form.decorator.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { backTestFile, presentBackTest } from './back-test.presenter.js';

type Address = { readonly code: string; readonly version: string };
type Found = { readonly rule: AlertRule; readonly latest: BackTest | null };

/** A version of a rule tried on all history: started, watched, stopped and read. */
@Controller('alert-rules/:code/versions/:version/back-test')
@For('department')
export class BackTestController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async show(@SignedIn() { reader }: Visitor, @Param() address: Address): Promise<Page> {
    return this.page(reader, await this.found(reader, address), null);
  }

  @Post()
  async start(
    @SignedIn() { reader }: Visitor,
    @Param() address: Address,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    if (!mayBackTest(reader)) throw new ForbiddenException('only an analyst starts a back-test');
    const found = await this.found(reader, address);
    const { code, version } = found.rule;
    const asKnown = fields['as-known'] === 'now' ? 'now' : 'at-each-moment';
    const started = await this.door.backTests.start({ reader, code, version, asKnown });
    if (started.ok) return new SeeOther(addresses.backTest(code, version));
    return this.page(reader, found, `${started.error.message} ${started.error.fix}`);
  }

  @Post('stop')
  async stop(@SignedIn() { reader }: Visitor, @Param() address: Address): Promise<SeeOther> {
    if (!mayBackTest(reader)) throw new ForbiddenException('only an analyst stops a back-test');
    const { rule, latest } = await this.found(reader, address);
    if (latest) await this.door.backTests.cancel(reader, latest.id);
    return new SeeOther(addresses.backTest(rule.code, rule.version));
  }

  @Get('file')
  async file(@SignedIn() { reader }: Visitor, @Param() address: Address): Promise<DownloadedFile> {
    const { rule, latest } = await this.found(reader, address);
    if (!latest?.result) throw new NotFoundException();
    const programme = await this.door.programme.current();
    return new DownloadedFile({
      fileName: `back-test-${rule.code.replaceAll(/[^a-z0-9]/gi, '-')}-${rule.version}.csv`,
      type: 'text/csv; charset=utf-8',
      content: backTestFile(latest, { programme }),
    });
  }

  private async found(reader: Reader, { code, version }: Address): Promise<Found> {
    const found = /^\d{1,6}$/.test(version)
      ? await this.door.backTests.ofRule(reader, { code, version: Number(version) })
      : null;
    if (!found) throw new NotFoundException();
    return found;
  }

  private async page(reader: Reader, { rule, latest }: Found, fault: string | null): Promise<Page> {
    const model = presentBackTest(rule, latest, {
      programme: await this.door.programme.current(),
      mayStart: mayBackTest(reader),
      fault,
    });
    return new Page('back-test', model, fault === null ? 200 : 409);
  }
}
