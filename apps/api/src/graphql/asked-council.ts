import type { Service } from '#composition';
import { londonDay } from '#domain/periods';
import { resolveCouncil } from '#domain/register';

/** The council that a list is narrowed to: null for none, undefined for one that is not known (then nothing fits). */
export async function askedCouncilId(
  { programme, clock }: Pick<Service, 'programme' | 'clock'>,
  council: string | null | undefined,
): Promise<number | null | undefined> {
  if (council === null || council === undefined) return null;
  const { register } = await programme.current();
  const found = resolveCouncil(register, council, londonDay(clock.now()));
  return found.ok ? found.value.id : undefined;
}
