import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { Reader } from '#domain/access';
import type { RecipientChoice } from '#application/alerts';
import { addresses } from '../../addresses/addresses.js';
import { For, keepsAllKeys } from '../../http/access.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { isId } from '../../http/is-id.js';
import { Page, SeeOther } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { messageWords } from '../../words/message.words.js';
import { GETS, presentMessages, presentSecret, type Messages } from './messages.presenter.js';

type Said = Partial<Pick<Messages, 'typed' | 'fault' | 'notice'>>;
const MOST_CHARACTERS = 600;

/** Where messages go outside the service. */
@Controller('messages')
@For('signed-in')
export class MessagesController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  list(@SignedIn() { reader }: Visitor, @Query('to') to: unknown): Promise<Page> {
    return this.page(reader, to);
  }

  @Post()
  async add(
    @SignedIn() { reader }: Visitor,
    @Query('to') to: unknown,
    @Form() fields: FormFields,
  ): Promise<Page | SeeOther> {
    const { recipient, keeps, keepsDigest } = await this.named(reader, to);
    if (!keeps && !keepsDigest) throw new NotFoundException();
    const channel = fields['channel'] === 'webhook' ? 'webhook' : 'email';
    const address = (fields['address'] ?? '').slice(0, MOST_CHARACTERS);
    const { key } = recipient;
    const gets = GETS.find((one) => one === fields['gets']) ?? 'alerts';
    const made = await this.door.subscriptions.add({
      ...{ reader, recipient: key, address, gets },
      channel,
    });
    if (!made.ok) {
      const fault = `${made.error.message} ${made.error.fix}`;
      return this.page(reader, to, { typed: { channel, address, gets }, fault }, 400);
    }
    return made.value.secret === null
      ? new SeeOther(addresses.messagesOf(key))
      : new Page('message-secret', presentSecret(made.value));
  }

  @Post('test')
  async test(@SignedIn() { reader }: Visitor, @Query('to') to: unknown): Promise<Page> {
    const { recipient } = await this.named(reader, to);
    const sent = await this.door.subscriptions.test({ reader, recipient: recipient.key });
    if (!sent.ok) throw new NotFoundException();
    return this.page(reader, to, { notice: messageWords.tested });
  }

  @Post(':id/remove')
  async remove(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<SeeOther> {
    const ended = isId(id) ? await this.door.subscriptions.end({ reader, id }) : null;
    if (!ended?.ok) throw new NotFoundException();
    return new SeeOther(addresses.messagesOf(ended.value.recipient));
  }

  @Post(':id/again')
  async again(@SignedIn() { reader }: Visitor, @Param('id') id: string): Promise<Page> {
    const sent = isId(id) ? await this.door.subscriptions.sendAgain({ reader, id }) : null;
    if (!sent?.ok) throw new NotFoundException();
    return this.page(reader, undefined, { notice: messageWords.sentAgain });
  }

  private async page(reader: Reader, to: unknown, said: Said = {}, status = 200): Promise<Page> {
    const choices = await this.door.subscriptions.choices(reader);
    const chosen = among(choices, to);
    const model = presentMessages({
      choices,
      chosen,
      subscriptions: chosen?.keepsDigest
        ? await this.door.subscriptions.ofRecipient(reader, chosen.recipient.key)
        : [],
      dead: keepsAllKeys(reader) ? await this.door.subscriptions.dead(reader) : null,
      typed: { channel: 'email', address: '', gets: '' },
      fault: null,
      notice: null,
      ...said,
    });
    return new Page('messages', model, status);
  }

  private async named(reader: Reader, to: unknown): Promise<RecipientChoice> {
    const chosen = among(await this.door.subscriptions.choices(reader), to);
    if (!chosen) throw new NotFoundException();
    return chosen;
  }
}

/** The recipient that an address names; without a name the only one, or null among several. */
function among(choices: readonly RecipientChoice[], to: unknown): RecipientChoice | null {
  if (typeof to !== 'string' || to === '')
    return choices.length === 1 ? (choices[0] ?? null) : null;
  const named = choices.find(({ recipient }) => recipient.key === to);
  if (!named) throw new NotFoundException();
  return named;
}
