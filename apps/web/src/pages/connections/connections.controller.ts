import { Controller, Get, NotFoundException, Post, Query } from '@nestjs/common';
import { scopeOf, type Reader } from '#domain/access';
import { isMember, type Council, type Register } from '#domain/register';
import { addDays } from '#domain/periods';
import type { NoKey } from '#identity';
import { londonDay } from '../../format/format-time.js';
import { For, keepsKeys } from '../../http/access.js';
import { alphabetically } from '../../http/councils.js';
import type { FormFields } from '../../http/csrf.js';
import { Form } from '../../http/form.decorator.js';
import { isId } from '../../http/is-id.js';
import { Page } from '../../http/page.js';
import { SignedIn, type Visitor } from '../../http/visitor.js';
import { ServiceDoor } from '../../service-door.js';
import { presentConnections } from './connections.presenter.js';
import { presentKeyForm, presentMadeKey } from './key-form.presenter.js';
import { termsOf, typedKey, UNTYPED, type TypedKey } from './typed-key.js';

/** The keys of a council's systems: the list, and making one. */
@Controller('connections')
@For('keys')
export class ConnectionsController {
  constructor(private readonly door: ServiceDoor) {}

  @Get()
  async list(@SignedIn() { reader }: Visitor, @Query('council') asked: unknown): Promise<Page> {
    const choices = await this.choices(reader);
    const council = councilAmong(choices, asked);
    const keys = council ? await this.door.apiKeys.ofCouncil(reader, council.id) : [];
    const keeps = council !== null && keepsKeys(reader, council.id);
    const now = this.door.clock.now();
    return new Page('connections', presentConnections({ council, choices, keys, keeps, now }));
  }

  @Get('new')
  async form(@SignedIn() { reader }: Visitor, @Query('council') asked: unknown): Promise<Page> {
    return this.page(await this.kept(reader, asked), UNTYPED, null);
  }

  @Post('new')
  async make(
    @SignedIn() { reader }: Visitor,
    @Query('council') asked: unknown,
    @Form() fields: FormFields,
  ): Promise<Page> {
    const council = await this.kept(reader, asked);
    const typed = typedKey(fields);
    const id = fields['id'] ?? '';
    if (!isId(id)) throw new NotFoundException();
    const made = await this.door.apiKeys.make({
      reader,
      id,
      councilId: council.id,
      terms: termsOf(typed, londonDay(this.door.clock.now())),
    });
    return made.ok
      ? new Page('key-made', presentMadeKey(council, made.value, null))
      : this.page(council, typed, made.error);
  }

  private page(council: Council, typed: TypedKey, problem: NoKey | null): Page {
    const today = londonDay(this.door.clock.now());
    const id = this.door.ids.newId();
    const model = presentKeyForm({ council, old: null, typed, id, problem, today });
    return new Page('key-form', model, statusOf(problem));
  }

  /** The council that the reader keeps keys for; nothing for those who only see them. */
  private async kept(reader: Reader, asked: unknown): Promise<Council> {
    const council = councilAmong(await this.choices(reader), asked);
    if (!council || !keepsKeys(reader, council.id)) throw new NotFoundException();
    return council;
  }

  private async choices(reader: Reader): Promise<readonly Council[]> {
    const { register } = await this.door.programme.current();
    return councilsOf(reader, register, londonDay(this.door.clock.now()));
  }
}

/** How a form about a key is answered: as typed, with what to mend, or with what is refused. */
export function statusOf(problem: NoKey | null): number {
  if (!problem) return 200;
  return problem.kind === 'faults' ? 400 : 409;
}

/** The councils whose keys a reader sees, A to Z; of all councils, those that take part today. */
function councilsOf(reader: Reader, register: Register, today: string): readonly Council[] {
  const { seesKeys } = scopeOf(reader);
  const day = { start: today, end: addDays(today, 1) };
  const seen = register.councils.filter(({ id }) =>
    seesKeys === 'all' ? isMember(register, id, day) : seesKeys.includes(id),
  );
  return alphabetically(seen, ({ name }) => name);
}

/** The council that an address names; without a name the only one, or null among several. */
function councilAmong(choices: readonly Council[], asked: unknown): Council | null {
  if (typeof asked !== 'string' || asked === '')
    return choices.length === 1 ? (choices[0] ?? null) : null;
  const named = choices.find(({ key }) => key === asked);
  if (!named) throw new NotFoundException();
  return named;
}
