import type { TestService } from '../service/test-service.js';

/** The keys of the councils that take part in the programme. */
export async function memberKeys({ service }: TestService): Promise<readonly string[]> {
  const { register } = await service.programme.current();
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  return register.councils.filter(({ id }) => members.has(id)).map(({ key }) => key);
}
