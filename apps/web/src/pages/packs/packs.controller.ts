import {
  Controller,
  ForbiddenException,
  Get,
  NotFoundException,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import { packCode, packCouncils, type NotBuilt } from '#application/packs';
import { refusal } from '#domain';
import type { Reader } from '#domain/access';
import { addresses } from '../../addresses/addresses.js';
import { For, mayMakePacks } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { readFilter } from '../figures/figures-filter.js';
import { presentPackForm, type FieldFault } from './pack-form.presenter.js';
import { presentPack, presentPacks } from './pack.presenter.js';
import { typedAgain, typedPack, type TypedPack } from './typed-pack.js';

const ON_A_PAGE = 20;

/** Evidence packs: listed, made and opened. */
@Controller('packs')
@For('packs')
export class PacksController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async list(@SignedIn() { reader }: Visitor, @Query('after') after: unknown): Promise<Page> {
    const page = await this.door.readPacks.list(reader, {
      after: typeof after === 'string' ? after : null,
      first: ON_A_PAGE,
    });
    return new Page('packs', presentPacks(page, mayMakePacks(reader)));
  }

  @Get('new')
  async form(@SignedIn() { reader }: Visitor, @Query('again') again: unknown): Promise<Page> {
    maker(reader);
    const made =
      typeof again === 'string' && isId(again)
        ? await this.door.readPacks.one(reader, again)
        : null;
    if (!made) return this.page(typedPack({}), []);
    const { register } = await this.door.programme.current();
    const keys = packCouncils(register).map((one) => [packCode(one), one.key] as const);
    return this.page(typedAgain(made, new Map(keys)), []);
  }

  @Post('new')
  async make(
    @SignedIn() { reader }: Visitor,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    maker(reader);
    const typed = typedPack(fields);
    const filter = readFilter({ known: typed.known }, this.door.clock.now());
    if (filter.error !== null) return this.page(typed, [{ field: 'known', text: filter.error }]);
    const made = await this.door.buildPack.run({
      ...{ reader, asKnownAt: filter.asKnownAt },
      ...{ title: typed.title, question: typed.question, note: typed.note },
      measures: typed.measures,
      councils: typed.all ? 'all' : typed.councils,
    });
    return made.ok
      ? new SeeOther(addresses.pack(made.value.id))
      : this.page(typed, faultsOf(made.error));
  }

  @Get(':id')
  async show(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Page> {
    const opened = isId(id) ? await this.door.readPacks.one(reader, id) : null;
    if (!opened) throw new NotFoundException();
    const programme = await this.door.programme.current();
    return new Page('pack', presentPack(opened, { programme, mayMake: mayMakePacks(reader) }));
  }

  private async page(typed: TypedPack, faults: readonly FieldFault[]): Promise<Page> {
    const programme = await this.door.programme.current();
    const model = presentPackForm(typed, { programme, faults });
    return new Page('pack-form', model, faults.length > 0 ? 422 : 200);
  }
}

function maker(reader: Reader): void {
  if (!mayMakePacks(reader)) throw new ForbiddenException('only DfE makes evidence packs');
}

function faultsOf(error: NotBuilt): readonly FieldFault[] {
  if ('refusal' in error) {
    const { message, fix } = error.refusal;
    return [{ field: 'measures', text: `${message} ${fix}` }];
  }
  return error.faults.map(({ field, code }) => {
    const { message, fix } = refusal(code);
    return { field, text: `${message} ${fix}` };
  });
}
