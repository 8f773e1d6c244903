import { packsOf, type Reader } from '#domain/access';
import { addresses } from '../addresses/addresses.js';
import {
  isOfCouncil,
  isOfDepartment,
  maySeeRequests,
  maySendMessages,
  seesKeys,
} from '../http/access.js';
import { navigationWords, type Section } from '../words/navigation.words.js';

export type Way = { readonly section: Section; readonly text: string; readonly href: string };

/** So many ways stand side by side on a screen; with more, the last of them leads to the others. */
const ROOM = 6;

const DEPARTMENT: readonly (readonly [Section, string])[] = [
  ['overview', addresses.overview],
  ['alerts', addresses.alerts],
  ['metrics', addresses.metrics],
  ['councils', addresses.councils],
  ['returns', addresses.returns],
  ['partnerships', addresses.partnerships],
  ['regions', addresses.regions],
  ['reforms', addresses.reforms],
  ['milestones', addresses.milestones],
  ['feedback', addresses.feedback],
  ['rules', addresses.alertRules],
];
const COUNCIL: readonly (readonly [Section, string])[] = [
  ['home', addresses.council],
  ['figures', addresses.ownFiguresOfAny],
  ['alerts', addresses.alerts],
];

const textOf = (section: Section): string =>
  section === 'sign-in' ? navigationWords.signIn : navigationWords[section];

type Place = readonly [Section, string];

/** Every place that a reader's roles open, the most used first. Some stand there twice. */
const placesOf = (reader: Reader): readonly Place[] => [
  ...(isOfDepartment(reader) ? DEPARTMENT : []),
  ...when(maySeeRequests(reader), ['published', addresses.published]),
  ...(isOfCouncil(reader) ? COUNCIL : []),
  ...(reader.partnership === null
    ? []
    : [['partnership', addresses.partnership(reader.partnership)] as const]),
  ...when(packsOf(reader) !== null, ['packs', addresses.packs]),
  ...when(reader.roles.includes('board'), ['alerts', addresses.alerts]),
  ...when(seesKeys(reader), ['connections', addresses.connections]),
  ...when(maySendMessages(reader), ['messages', addresses.messages]),
];
const when = (isOpen: boolean, place: Place): readonly Place[] => (isOpen ? [place] : []);

/** Every way that is open to a reader; without a role, only the public dashboard. */
function everyWay(reader: Reader | null): readonly Way[] {
  const places = [...(reader ? placesOf(reader) : []), ['dashboard', addresses.dashboard] as const];
  return places
    .filter(([, href], index) => places.findIndex(([, other]) => other === href) === index)
    .map(([section, href]) => ({ section, text: textOf(section), href }));
}

/** The ways that the navigation shows, and those that are behind its last one. */
export function waysOf(reader: Reader | null): {
  readonly shown: readonly Way[];
  readonly more: readonly Way[];
} {
  const ways = everyWay(reader);
  if (ways.length <= ROOM) return { shown: ways, more: [] };
  const more = { section: 'more', text: navigationWords.more, href: addresses.more } as const;
  return { shown: [...ways.slice(0, ROOM - 1), more], more: ways.slice(ROOM - 1) };
}
