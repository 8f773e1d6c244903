import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { covers, scopeOf, type Reader } from '#domain/access';
import { foldFollowUp } from '#domain/follow-up';
import { londonDay } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { titleOfAlert } from './alert-lines.js';
import { deedTyped, faultOf, FORM_DEEDS, type FormDeed, type TypedDeed } from './deed-form.js';
import { presentDeed, type DeedPage } from './deed.presenter.js';

type Asked = { readonly reader: Reader; readonly id: string; readonly deed: string };

/** One thing that a person does about an alert, each on a page of its own. */
@Controller('alerts/:id/:deed')
export class FollowUpController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async show(
    @SignedIn() { reader }: Visitor,
    @Param() { id, deed }: Asked,
    @Query('action') action: unknown,
  ): Promise<Page> {
    return new Page('alert-deed', presentDeed(await this.read({ reader, id, deed }, {}, action)));
  }

  @Post()
  async send(
    @SignedIn() { reader }: Visitor,
    @Param() { id, deed }: Asked,
    @Query('action') action: unknown,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const page = await this.read({ reader, id, deed }, fields, action);
    const typed = deedTyped(page.typed);
    if ('field' in typed) return failed(page, typed);
    const done = await this.door.followUpAlert.run({ reader, alertId: id, deeds: [typed] });
    if (!done.ok) return failed(page, faultOf(done.error));
    return new SeeOther(`${addresses.alert(id)}#being-done`);
  }

  /** The alert that the form is about. Whoever may not act on it finds nothing here. */
  private async read(asked: Asked, fields: FormFields, action: unknown): Promise<DeedPage> {
    const { reader, id } = asked;
    const deed = FORM_DEEDS.find((one) => one === asked.deed);
    const programme = await this.door.programme.current();
    const story = deed && isId(id) ? await this.door.readAlerts.one(reader, id) : null;
    if (!deed || !story || !covers(scopeOf(reader).acts, story.alert.councilId))
      throw new NotFoundException();
    const { alert, entries } = story;
    const typed: TypedDeed = {
      ...{ deed, fields, action: Number(action ?? 0) },
      explains: alert.state !== 'resolved',
    };
    const council = programme.register.councils.find((one) => one.id === alert.councilId);
    return {
      ...{ alertId: id, alertTitle: titleOfAlert(alert, programme), typed, fault: null },
      councilName: council?.name ?? '',
      today: londonDay(this.door.clock.now()),
      what: whatOf(deed, typed.action, foldFollowUp(entries).actions),
    };
  }
}

const failed = (page: DeedPage, fault: NonNullable<DeedPage['fault']>): Page =>
  new Page('alert-deed', presentDeed({ ...page, fault }), 422);

/** What an action says; one that is not there is nothing to change. */
function whatOf(
  deed: FormDeed,
  action: number,
  actions: readonly { readonly n: number; readonly what: string }[],
): string | null {
  if (deed !== 'action') return null;
  const found = actions.find(({ n }) => n === action);
  if (!found) throw new NotFoundException();
  return found.what;
}
