import { timingSafeEqual } from 'node:crypto';

export type FormFields = Readonly<Record<string, string>>;

/** Whether a form brought the token that its page was given. Compared in constant time. */
export function isSameToken(sent: string | undefined, expected: string): boolean {
  const a = Buffer.from(sent ?? '');
  const b = Buffer.from(expected);
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}

/** The fields of a sent form as text; of a repeated field, the last. */
export function fieldsOf(body: unknown): FormFields {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]: [string, unknown]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      return [name, typeof last === 'string' ? last : ''];
    }),
  );
}
