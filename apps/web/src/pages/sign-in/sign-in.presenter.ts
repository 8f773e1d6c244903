import type { PersonaCard } from '../../identity-door.js';
import { listOf } from '../../format/format-list.js';
import { signInWords, type LostWhat } from '../../words/sign-in.words.js';

const inEnglish = new Intl.Collator('en-GB');

/** One sentence: only its first role begins with a capital. */
const rolesInWords = (roles: readonly string[]): string =>
  listOf(
    roles.map((role, index) => {
      const words = signInWords.roles[role] ?? role;
      return index === 0 ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
    }),
  );

/** The personas by organisation, A to Z, each with its roles in words. */
export function presentSignIn(personas: readonly PersonaCard[], to: string, typed: unknown) {
  const organisations = [...new Set(personas.map((persona) => persona.organisation))];
  return {
    title: signInWords.title,
    section: 'sign-in' as const,
    to,
    returning: returningOf(to, typed),
    groups: organisations.sort(inEnglish.compare).map((organisation) => ({
      organisation,
      personas: personas
        .filter((persona) => persona.organisation === organisation)
        .toSorted((a, b) => inEnglish.compare(a.title, b.title))
        .map(({ key, title, roles }) => ({
          key,
          title,
          roles: rolesInWords(roles),
        })),
    })),
  };
}

/** Why they are here, when it was not their own wish. */
function returningOf(to: string, typed: unknown): string | null {
  if (isLost(typed)) return signInWords.typed[typed];
  return to === '/' ? null : signInWords.returning;
}

const isLost = (typed: unknown): typed is LostWhat =>
  typeof typed === 'string' && Object.hasOwn(signInWords.typed, typed);
