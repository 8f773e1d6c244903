import type { Reader } from '#domain/access';
import type { Register } from '#domain/register';

type Audience = 'council' | 'partnership' | 'dfe';

/** An inbox belongs to an organisation: `council 12`, `partnership east-midlands` or `dfe`. */
export function recipientFor(
  audience: Audience,
  councilId: number,
  register: Register,
): string | null {
  if (audience === 'dfe') return 'dfe';
  if (audience === 'council') return `council ${councilId}`;
  const partnership = register.partnerships.find((p) =>
    p.members.some((member) => member.councilId === councilId),
  );
  return partnership ? `partnership ${partnership.code}` : null;
}

/** The inboxes that a reader opens. */
export function recipientsOf(reader: Reader): readonly string[] {
  const councils = reader.roles.some(
    (role) => role === 'council-submitter' || role === 'council-approver',
  );
  return [
    ...(councils ? reader.councilIds.map((id) => `council ${id}`) : []),
    ...(reader.partnership ? [`partnership ${reader.partnership}`] : []),
    ...(reader.roles.some((role) => role === 'dfe-analyst' || role === 'dfe-policy')
      ? ['dfe']
      : []),
  ];
}

/** Who messages are for: the inbox's name, what kind of organisation it is, and the council where it is one's. */
export type Recipient = {
  readonly key: string;
  readonly audience: Audience;
  readonly councilId: number | null;
  readonly name: string;
};

/** Every recipient of a programme: DfE, its partnerships, and its councils by name. */
export function recipientsIn(register: Register): readonly Recipient[] {
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  return [
    {
      key: 'dfe',
      audience: 'dfe',
      councilId: null,
      name: 'Department for Education',
    },
    ...register.partnerships.map(({ code, name }): Recipient => ({
      ...{ key: `partnership ${code}`, audience: 'partnership', councilId: null, name },
    })),
    ...register.councils
      .filter(({ id }) => members.has(id))
      .map(({ id, name }): Recipient => ({
        ...{ key: `council ${id}`, audience: 'council', councilId: id, name },
      })),
  ];
}
