import { Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import type { Reader } from '#domain/access';
import { addDays, londonDay, monthOfDay, monthsBefore, type Period } from '#domain/periods';
import { closesOn, type Permission } from '#domain/returns';
import type { Council } from '#domain/register';
import type { Programme } from '#application/ports';
import { addresses } from '../../addresses/addresses.js';
import { addressOfPeriod, monthOfAddress, monthOfKey } from '../../addresses/period-address.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDate, formatMoment } from '../../format/format-time.js';
import { For, maySeeRequests } from '../../http/access.js';
import { alphabetically } from '../../http/councils.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { permissionWords as w } from '../../words/permission.words.js';
import { returnsWords } from '../../words/returns.words.js';
import { faultOf, formParts, permissionTable, type FormFault } from './permission-form.js';
import { dayTyped, typedPermission, untyped, type TypedPermission } from './typed-permission.js';

const BACK = { href: addresses.returns, text: returnsWords.title };

type Asked = { readonly permission: Permission; readonly council: Council; readonly month: string };

/** DfE answers what councils ask, and opens closed months. */
@Controller('requests')
@For('department')
export class RequestsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get('new')
  async newForm(@SignedIn() { reader }: Visitor): Promise<Page> {
    return this.openPage(reader, untyped(null), null);
  }

  @Post('new')
  async open(
    @SignedIn() { reader }: Visitor,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const typed = typedPermission(fields);
    const { register } = await this.door.programme.current();
    const council = register.councils.find(({ key }) => key === typed.council);
    const period = monthOfAddress(typed.period);
    if (!council || !period) throw new NotFoundException();
    const opened = await this.door.permissions.open({
      ...{ reader, councilId: council.id, period },
      ...{ until: dayTyped(typed), reason: typed.words },
    });
    if (!opened.ok) return this.openPage(reader, typed, faultOf(opened.error));
    return new SeeOther(addresses.request(opened.value.id));
  }

  @Get(':id')
  async show(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Page> {
    const asked = await this.asked(reader, id);
    return this.answerPage(asked, untyped(asked.permission.until), null);
  }

  @Post(':id')
  async answer(
    @SignedIn() { reader }: Visitor,
    @Param('id') id: string,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const asked = await this.asked(reader, id);
    const typed = typedPermission(fields);
    if (typed.answer !== 'grant' && typed.answer !== 'decline')
      return this.answerPage(asked, typed, { field: 'answer', text: w.answer.choose });
    const answered = await this.door.permissions.answer({
      reader,
      permissionId: id,
      until: typed.answer === 'grant' ? dayTyped(typed) : null,
      text: typed.words,
    });
    if (!answered.ok) return this.answerPage(asked, typed, faultOf(answered.error));
    return new SeeOther(addresses.request(id));
  }

  private async asked(reader: Reader, id: string): Promise<Asked> {
    const permission = isId(id) ? await this.door.permissions.one(reader, id) : null;
    const { register } = await this.door.programme.current();
    const council = register.councils.find((one) => one.id === permission?.councilId);
    const period = permission && monthOfKey(permission.period);
    if (!permission || !council || !period) throw new NotFoundException();
    return { permission, council, month: formatPeriod(period) };
  }

  private answerPage(
    { permission, council, month }: Asked,
    typed: TypedPermission,
    fault: FormFault | null,
  ): Page {
    const { askedBy, askedAt, until, reason, answer, kind } = permission;
    const parts = formParts({
      ...{ typed, fault, example: until },
      ...{ dayLabel: w.answer.day, wordsLabel: w.answer.words },
    });
    const model = {
      title: w.answer.title[kind](council.name, month),
      section: 'returns' as const,
      councilName: council.name,
      backLink: BACK,
      hasErrors: parts.hasErrors,
      errors: parts.errors,
      lines: [w.answer.asked(askedBy, formatMoment(askedAt), formatDate(until)), reason],
      form: answer ? null : parts,
      action: addresses.request(permission.id),
      selects: [],
      answers: [
        { value: 'grant', text: w.answer.grant, checked: typed.answer === 'grant' },
        { value: 'decline', text: w.answer.decline, checked: typed.answer === 'decline' },
      ],
      send: w.answer.send,
      history: answer ? permissionTable([permission]) : null,
    };
    return new Page('permission-form', model, fault ? 422 : 200);
  }

  private async openPage(
    reader: Reader,
    typed: TypedPermission,
    fault: FormFault | null,
  ): Promise<Page> {
    if (!maySeeRequests(reader)) throw new NotFoundException();
    const programme = await this.door.programme.current();
    const today = londonDay(this.door.clock.now());
    const parts = formParts({
      ...{ typed, fault, example: addDays(today, 14) },
      ...{ dayLabel: w.open.day, wordsLabel: w.open.words },
    });
    const model = {
      title: w.open.title,
      section: 'returns' as const,
      backLink: BACK,
      hasErrors: parts.hasErrors,
      errors: parts.errors,
      lines: [w.open.intro],
      form: parts,
      action: addresses.openMonth,
      selects: [
        { name: 'council', label: w.open.council, items: councilsIn(programme, typed.council) },
        { name: 'month', label: w.open.month, items: closedMonths(programme, today, typed.period) },
      ],
      answers: null,
      send: w.open.send,
      history: null,
    };
    return new Page('permission-form', model, fault ? 422 : 200);
  }
}

function councilsIn({ register }: Programme, chosen: string) {
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  return alphabetically(
    register.councils.filter(({ id }) => members.has(id)),
    ({ name }) => name,
  ).map(({ key, name }) => ({ value: key, text: name, selected: key === chosen }));
}

/** The months of the programme that are closed, newest first. */
function closedMonths({ returnDefinition, startsOn }: Programme, today: string, chosen: string) {
  const months: Period[] = [];
  for (let month = monthOfDay(today); month.end > startsOn; month = monthsBefore(month, 1))
    if (today >= closesOn(month, returnDefinition)) months.push(month);
  return months.map((month) => {
    const value = addressOfPeriod(month);
    return { value, text: formatPeriod(month), selected: value === chosen };
  });
}
