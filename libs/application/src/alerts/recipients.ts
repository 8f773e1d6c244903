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
