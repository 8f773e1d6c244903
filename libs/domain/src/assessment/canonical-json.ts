/**
 * One text for one value: JSON with the names of every object in order, so that equal data has equal text whatever made it.
 * For plain data (no cycles, no dates); what is undefined is left out, and a number that JSON cannot write is null, as in JSON.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const of = value as Readonly<Record<string, unknown>>;
  const parts: string[] = [];
  for (const name of Object.keys(of).sort())
    if (of[name] !== undefined) parts.push(`${JSON.stringify(name)}:${canonicalJson(of[name])}`);
  return `{${parts.join(',')}}`;
}
