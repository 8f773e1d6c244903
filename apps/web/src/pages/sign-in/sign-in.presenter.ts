import type { PersonaCard } from '../../identity-door.js';
import { listOf } from '../../format/format-list.js';
import { signInWords } from '../../words/sign-in.words.js';

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
export function presentSignIn(personas: readonly PersonaCard[], to: string) {
  const organisations = [...new Set(personas.map((persona) => persona.organisation))];
  return {
    title: signInWords.title,
    section: 'sign-in' as const,
    to,
    returning: to !== '/',
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
