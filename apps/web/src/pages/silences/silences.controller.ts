import { Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import type { Reader } from '#domain/access';
import { londonDay } from '#domain/periods';
import { refusal } from '#domain';
import type { SilenceFault } from '#domain/notifications';
import { addresses } from '../../addresses/addresses.js';
import { isOfCouncil, isOfDepartment } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentSilences, type FieldFault } from './silences.presenter.js';
import { audienceOf, boxesOf, typedDay, typedSilence, type TypedSilence } from './typed-silence.js';

/** About what no messages come, until when and why. */
@Controller('silences')
export class SilencesController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  list(@SignedIn() { reader }: Visitor): Promise<Page> {
    return this.page(reader, null, []);
  }

  @Post()
  async add(@SignedIn() { reader }: Visitor, @Form() fields: FormFields): Promise<Page | SeeOther> {
    const typed = typedSilence(fields);
    const { register } = await this.door.programme.current();
    const { audiences } = this.door.silences.mayFor(reader);
    if (audiences.length === 0) throw new NotFoundException();
    const named = (text: string): string | null => (text === '' ? null : text);
    const council = register.councils.find(({ key }) => key === typed.council);
    const added = await this.door.silences.add({
      ...{ reader, audience: audienceOf(typed.audience, audiences) },
      ...{ ruleCode: named(typed.rule), metric: named(typed.metric) },
      ...{ councilId: typed.council === '' ? null : (council?.id ?? -1) },
      ...{ partnership: named(typed.partnership), reason: typed.reason },
      ...{ from: typedDay(typed.from), until: typedDay(typed.until) },
    });
    if (added.ok) return new SeeOther(addresses.silences);
    return this.page(
      reader,
      typed,
      'faults' in added.error
        ? added.error.faults.map(faultOf)
        : [{ field: 'council', text: `${added.error.refusal.message} ${added.error.refusal.fix}` }],
    );
  }

  @Post(':id/end')
  async end(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<SeeOther> {
    const ended = isId(id) ? await this.door.silences.end({ reader, id }) : null;
    // Whoever ends what has just ended gets what they wanted.
    if (!ended || (!ended.ok && ended.error.code !== 'SILENCE_NOT_STANDING'))
      throw new NotFoundException();
    return new SeeOther(addresses.silences);
  }

  private async page(
    reader: Reader,
    typed: TypedSilence | null,
    faults: readonly FieldFault[],
  ): Promise<Page> {
    if (!isOfCouncil(reader) && !isOfDepartment(reader)) throw new NotFoundException();
    const today = londonDay(this.door.clock.now());
    const [programme, list] = await Promise.all([
      this.door.programme.current(),
      this.door.silences.list(reader),
    ]);
    const model = presentSilences({
      ...{ programme, list, faults, today, may: this.door.silences.mayFor(reader) },
      typed: typed ?? { ...typedSilence({}), from: boxesOf(today) },
    });
    return new Page('silences', model, faults.length > 0 ? 422 : 200);
  }
}

function faultOf({ field, code }: SilenceFault): FieldFault {
  const { message, fix } = refusal(code);
  return { field, text: `${message} ${fix}` };
}
