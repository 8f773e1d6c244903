import type { Reader } from '#domain/access';
import { addresses } from '../addresses/addresses.js';
import { errorWords } from '../words/error.words.js';
import { isOfCouncil, isOfDepartment } from './access.js';

/** Where a reader can go from an error page, by what they may open. */
export function waysOn(reader: Reader | null) {
  const { go } = errorWords;
  if (!reader) return [way(go.signIn, addresses.signIn), way(go.help, addresses.help)];
  return [
    ...(isOfDepartment(reader)
      ? [way(go.overview, addresses.overview), way(go.councils, addresses.councils)]
      : []),
    ...(isOfCouncil(reader) ? [way(go.council, addresses.council)] : []),
    ...(reader.councilIds.length === 1 ? [way(go.sent, addresses.everythingSent)] : []),
    ...(isOfDepartment(reader) || isOfCouncil(reader) ? [] : [way(go.start, addresses.home)]),
    way(go.help, addresses.help),
  ];
}

const way = (text: string, href: string) => ({ text, href });
