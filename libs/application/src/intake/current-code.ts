import type { Register } from '#domain/register';

/** The nine-character code that a council carries now; null for a file about many councils. */
export function currentCode(register: Register, councilId: number | null): string | null {
  const council = register.councils.find((candidate) => candidate.id === councilId);
  return council?.codes.find((code) => code.kind === 'ons' && code.validTo === null)?.code ?? null;
}
