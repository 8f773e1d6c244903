/**
 * One text for one value: JSON with the names of every object in order, so that equal data has equal text whatever made it.
 * For plain data (no cycles, no dates); what is undefined is left out, and a number that JSON cannot write is null, as in JSON.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  let text = '';
  if (Array.isArray(value)) {
    for (const one of value) text += `${text === '' ? '' : ','}${canonicalJson(one)}`;
    return `[${text}]`;
  }
  const of = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(of).sort())
    if (of[name] !== undefined)
      text += `${text === '' ? '' : ','}${quoted(name)}:${canonicalJson(of[name])}`;
  return `{${text}}`;
}

/** The same few names stand in every object; the memory is bounded for data that has names of its own. */
const QUOTED = new Map<string, string>();
const MOST_QUOTED = 1_000;

function quoted(name: string): string {
  const known = QUOTED.get(name);
  if (known !== undefined) return known;
  const made = JSON.stringify(name);
  if (QUOTED.size < MOST_QUOTED) QUOTED.set(name, made);
  return made;
}
