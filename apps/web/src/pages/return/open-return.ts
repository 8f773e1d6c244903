import { createParamDecorator, NotFoundException, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReturnForm } from '#application/returns';
import { monthOfAddress } from '../../addresses/period-address.js';
import { maySend } from '../../http/access.js';
import { ownCouncil } from '../../http/councils.js';
import type { FormFields } from '../../http/csrf.js';
import { Page } from '../../http/page.js';
import type { Visitor } from '../../http/visitor.js';
import type { ServiceDoor } from '../../service-door.js';
import type { ReturnOutcome } from './return-outcome.js';
import { presentReturn } from './return.presenter.js';
import { openedIn, openedOf } from './typed-draft.js';

export type Sent = {
  readonly typed: FormFields | null;
  readonly outcome: ReturnOutcome | null;
  readonly channel: 'page' | 'file';
};

/** The month and council of an address such as `/council/return/2024-12?council=rutland`, as they stand in it. */
export type ReturnAddress = { readonly month: string; readonly council: unknown };

/** Where a page of one return is, for `openReturn`. */
export const AtReturn = createParamDecorator(
  (_: unknown, context: ExecutionContext): ReturnAddress => {
    const { params, query } = context
      .switchToHttp()
      .getRequest<
        FastifyRequest<{ Params: { month?: string }; Querystring: { council?: unknown } }>
      >();
    return { month: params.month ?? '', council: query.council };
  },
);

/** The return that an address names, of one of the visitor's own councils. */
export async function openReturn(
  door: ServiceDoor,
  visitor: Visitor,
  { month, council: key }: ReturnAddress,
): Promise<ReturnForm> {
  const period = monthOfAddress(month);
  if (!period) throw new NotFoundException();
  const { register } = await door.programme.current();
  const council = ownCouncil(visitor.reader, register, key);
  return readAgain(door, visitor, { council, period });
}

/** The same return as it stands now. */
export async function readAgain(
  door: ServiceDoor,
  { reader }: Visitor,
  { council, period }: Pick<ReturnForm, 'council' | 'period'>,
): Promise<ReturnForm> {
  const form = await door.readReturnForm.run(reader, { councilId: council.id, period });
  if (!form) throw new NotFoundException();
  return form;
}

/** The return page: as it is opened, or with what was typed and what came of it. */
export function returnPage(
  door: ServiceDoor,
  { reader }: Visitor,
  form: ReturnForm,
  sent: Sent,
): Page {
  const model = presentReturn({
    ...sent,
    form,
    opened: sent.typed && sent.channel === 'page' ? openedIn(form, sent.typed) : openedOf(form),
    idempotencyKey: door.ids.newId(),
    maySend: maySend(reader, form.council.id),
  });
  return new Page('return', model, model.hasErrors ? 422 : 200);
}
