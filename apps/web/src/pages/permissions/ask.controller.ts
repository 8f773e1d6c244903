import { Controller, Get, Post } from '@nestjs/common';
import { londonDay, type Period } from '#domain/periods';
import { closesOn, daysAllowed } from '#domain/returns';
import type { ReturnForm } from '#application/returns';
import { addresses } from '../../addresses/addresses.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDate } from '../../format/format-time.js';
import { For, mayAsk } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { permissionWords as w } from '../../words/permission.words.js';
import { returnWords } from '../../words/return.words.js';
import { AtReturn, openReturn, type ReturnAddress } from '../return/open-return.js';
import { faultOf, formParts, permissionTable, type FormFault } from './permission-form.js';
import { dayTyped, typedPermission, untyped, type TypedPermission } from './typed-permission.js';

/** A council asks for more time for a month, or for a closed month to be opened for a while. */
@Controller('council/return/:month/time')
@For('council')
export class AskController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async show(@SignedIn() visitor: Visitor, @AtReturn() at: ReturnAddress): Promise<Page> {
    return this.page(visitor, await openReturn(this.door, visitor, at), untyped(null), null);
  }

  @Post()
  async ask(
    @SignedIn() visitor: Visitor,
    @AtReturn() at: ReturnAddress,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const form = await openReturn(this.door, visitor, at);
    const typed = typedPermission(fields);
    const asked = await this.door.permissions.ask({
      reader: visitor.reader,
      councilId: form.council.id,
      kind: await this.kindOf(form.period),
      period: form.period,
      until: dayTyped(typed),
      reason: typed.words,
    });
    if (!asked.ok) return this.page(visitor, form, typed, faultOf(asked.error));
    return new SeeOther(addresses.askForTime(form.period, form.council.key));
  }

  /** A closed month takes no more time: what can be asked is that it is opened. */
  private async kindOf(period: Period): Promise<'extension' | 'exception'> {
    const { returnDefinition } = await this.door.programme.current();
    const today = londonDay(this.door.clock.now());
    return today >= closesOn(period, returnDefinition) ? 'exception' : 'extension';
  }

  private async page(
    { reader }: Visitor,
    form: ReturnForm,
    typed: TypedPermission,
    fault: FormFault | null,
  ): Promise<Page> {
    const { returnDefinition: definition, holidays } = await this.door.programme.current();
    const kind = await this.kindOf(form.period);
    const today = londonDay(this.door.clock.now());
    const days = daysAllowed({ kind, period: form.period }, { today, definition, holidays });
    const isPossible = days.first <= days.last;
    const month = formatPeriod(form.period);
    const intro = isPossible
      ? w.ask.intro[kind](formatDate(days.first), formatDate(days.last))
      : w.ask.tooLate;
    const parts = formParts({
      ...{ typed, fault, example: days.first },
      ...{ dayLabel: w.ask.day[kind], wordsLabel: w.ask.words },
    });
    const model = {
      title: w.ask.title[kind](month),
      section: 'home' as const,
      councilName: form.council.name,
      backLink: {
        href: addresses.returnOf(form.period, form.council.key),
        text: returnWords.title(form.council.name, month),
      },
      hasErrors: parts.hasErrors,
      errors: parts.errors,
      lines: [intro],
      form: isPossible && mayAsk(reader, form.council.id) ? parts : null,
      action: addresses.askForTime(form.period, form.council.key),
      selects: [],
      answers: null,
      send: w.ask.send,
      history: permissionTable(form.permissions),
    };
    return new Page('permission-form', model, fault ? 422 : 200);
  }
}
