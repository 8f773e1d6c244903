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

/** Every way that a reader's roles open, the most used first; without a role, only the public dashboard. */
function everyWay(reader: Reader | null): readonly Way[] {
  const ways = [
    ...(reader && isOfDepartment(reader) ? DEPARTMENT : []),
    ...(reader && maySeeRequests(reader) ? [['published', addresses.published] as const] : []),
    ...(reader && isOfCouncil(reader) ? COUNCIL : []),
    ...(reader?.partnership
      ? [['partnership', addresses.partnership(reader.partnership)] as const]
      : []),
    ...(reader && packsOf(reader) !== null ? [['packs', addresses.packs] as const] : []),
    ...(reader?.roles.includes('board') ? [['alerts', addresses.alerts] as const] : []),
    ...(reader && seesKeys(reader) ? [['connections', addresses.connections] as const] : []),
    ...(reader && maySendMessages(reader) ? [['messages', addresses.messages] as const] : []),
    ['dashboard', addresses.dashboard] as const,
  ];
  return ways
    .filter(([, href], index) => ways.findIndex(([, other]) => other === href) === index)
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
