import { Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { isLivingKey, type ApiKey, type Reader } from '#domain/access';
import type { Council } from '#domain/register';
import type { NoKey } from '#identity';
import { addresses } from '../../addresses/addresses.js';
import { londonDay } from '../../format/format-time.js';
import { For } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { statusOf } from './connections.controller.js';
import { presentKeyForm, presentMadeKey, presentRevoking } from './key-form.presenter.js';
import { overlapDayOf, termsOf, typedKey, UNTYPED, type TypedKey } from './typed-key.js';

type Kept = { readonly key: ApiKey; readonly council: Council };

/** One key of a council's system: replacing and revoking it. */
@Controller('connections/:id')
@For('keys')
export class KeyController {
  constructor(private readonly door: ServiceDoor) {}

  @Get('replace')
  async replaceForm(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Page> {
    return this.form(await this.living(reader, id), UNTYPED, null);
  }

  @Post('replace')
  async replace(
    @SignedIn() { reader }: Visitor,
    @Param('id') keyId: string,
    @Form() fields: FormFields,
  ): Promise<Page> {
    const kept = await this.living(reader, keyId);
    const typed = typedKey(fields);
    const id = fields['id'] ?? '';
    if (!isId(id)) throw new NotFoundException();
    const today = londonDay(this.door.clock.now());
    const made = await this.door.apiKeys.replace({
      reader,
      id,
      keyId,
      lastDay: termsOf(typed, today).lastDay,
      overlapDay: overlapDayOf(typed, today),
    });
    if (!made.ok) return this.form(kept, typed, made.error);
    const old = await this.door.apiKeys.one(reader, keyId);
    return new Page('key-made', presentMadeKey(kept.council, made.value, old));
  }

  @Get('revoke')
  async confirm(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Page> {
    const { key, council } = await this.living(reader, id);
    return new Page('key-revoke', presentRevoking(council, key));
  }

  @Post('revoke')
  async revoke(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<SeeOther> {
    const { council } = await this.living(reader, id);
    await this.door.apiKeys.revoke({ reader, keyId: id });
    // Somebody else may have revoked it in between: the list shows it either way.
    return new SeeOther(addresses.connectionsOf(council.key));
  }

  private form({ key, council }: Kept, typed: TypedKey, problem: NoKey | null): Page {
    const today = londonDay(this.door.clock.now());
    const id = this.door.ids.newId();
    const model = presentKeyForm({ council, old: key, typed, id, problem, today });
    return new Page('key-form', model, statusOf(problem));
  }

  /** A key that the reader keeps and that still works; anything else is not found. */
  private async living(reader: Reader, id: string): Promise<Kept> {
    const key = isId(id) ? await this.door.apiKeys.one(reader, id) : null;
    const { register } = await this.door.programme.current();
    const council = register.councils.find((one) => one.id === key?.councilId);
    if (!key || !council || !isLivingKey(key, this.door.clock.now())) throw new NotFoundException();
    return { key, council };
  }
}
