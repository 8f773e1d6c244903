import type { Reader } from '#domain/access';
import type { Audience } from '#domain/notifications';
import type { Register } from '#domain/register';

/** The partnership that a council is in; none for some. */
export const partnershipOf = (
  councilId: number,
  { partnerships }: Register,
): Register['partnerships'][number] | undefined =>
  partnerships.find(({ members }) => members.some((member) => member.councilId === councilId));

/** An inbox belongs to an organisation: `council 12`, `partnership east-midlands`, `dfe` or `board`. */
export function recipientFor(
  audience: Audience,
  councilId: number,
  register: Register,
): string | null {
  if (audience === 'dfe' || audience === 'board') return audience;
  if (audience === 'council') return `council ${councilId}`;
  const partnership = partnershipOf(councilId, register);
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
    ...(reader.roles.includes('board') ? ['board'] : []),
  ];
}

/** The path of the page where a recipient sees who has reported and what is owed. */
export function homeOf(recipient: string): string {
  if (recipient === 'dfe') return '/overview';
  if (recipient === 'board') return '/dashboard';
  const [kind, code] = recipient.split(' ');
  return kind === 'partnership' ? `/partnerships/${code}` : '/council';
}

/** Who messages are for: the inbox's name, what kind of organisation it is, and the council where it is one's. */
export type Recipient = {
  readonly key: string;
  readonly audience: Audience;
  readonly councilId: number | null;
  readonly name: string;
};

/** Every recipient of a programme: DfE, the board, its partnerships, and its councils by name. */
export function recipientsIn(register: Register): readonly Recipient[] {
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  return [
    {
      key: 'dfe',
      audience: 'dfe',
      councilId: null,
      name: 'Department for Education',
    },
    { key: 'board', audience: 'board', councilId: null, name: 'Programme board' },
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
