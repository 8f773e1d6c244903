import type { Programme } from '#application/ports';
import type { Reader } from '#domain/access';
import { addresses } from '../addresses/addresses.js';
import { formatClock } from '../format/format-time.js';
import {
  isOfCouncil,
  isOfDepartment,
  maySeeRequests,
  maySendMessages,
  seesKeys,
} from '../http/access.js';
import type { PageModel } from '../http/page.js';
import { navigationWords, type Section } from '../words/navigation.words.js';
import { siteWords } from '../words/site.words.js';

export type LayoutQuestion = {
  readonly model: PageModel;
  readonly visitor: {
    readonly reader: Reader;
    readonly personaTitle: string;
    readonly csrf: string;
  } | null;
  readonly programme: Pick<Programme, 'demonstration'> | null;
  readonly now: Date;
  readonly nonce: string;
  readonly token: string;
  readonly path: string;
  /** Newest knowledge when the page was read; null where the page is not live. */
  readonly seq: number | null;
};

type NavigationItem = { readonly text: string; readonly href: string; readonly current: boolean };

const DEPARTMENT: readonly (readonly [Section, string])[] = [
  ['overview', addresses.overview],
  ['returns', addresses.returns],
  ['metrics', addresses.metrics],
  ['councils', addresses.councils],
  ['alerts', addresses.alerts],
];
const COUNCIL: readonly (readonly [Section, string])[] = [
  ['home', addresses.council],
  ['figures', '/council/figures'],
  ['alerts', addresses.alerts],
];
const titleOf = (section: Section): string =>
  section === 'sign-in' ? navigationWords.signIn : navigationWords[section];

/** The ways that a reader's roles open; without a role, only the public dashboard. */
function navigationFor(
  reader: Reader | null,
  section: Section | undefined,
): readonly NavigationItem[] {
  const ways = [
    ...(reader && isOfDepartment(reader) ? DEPARTMENT : []),
    ...(reader && maySeeRequests(reader) ? [['published', addresses.published] as const] : []),
    ...(reader && isOfCouncil(reader) ? COUNCIL : []),
    ...(reader?.roles.includes('board') ? [['alerts', addresses.alerts] as const] : []),
    ...(reader && seesKeys(reader) ? [['connections', addresses.connections] as const] : []),
    ...(reader && maySendMessages(reader) ? [['messages', addresses.messages] as const] : []),
    ['dashboard', addresses.dashboard] as const,
  ];
  const unique = ways.filter(
    ([, href], index) => ways.findIndex(([, other]) => other === href) === index,
  );
  return unique.map(([name, href]) => ({ text: titleOf(name), href, current: name === section }));
}

const labelsOf = ({ councilName }: PageModel, demonstration: boolean) => ({
  managementInformation: siteWords.managementInformation,
  demonstration: demonstration ? siteWords.demonstration(councilName ?? null) : null,
});

/** Where somebody says what works: the page that takes it, or for those who have none, who to turn to. */
const feedbackFor = (reader: Reader | null): string =>
  reader && (isOfCouncil(reader) || isOfDepartment(reader))
    ? addresses.feedback
    : addresses.howToGiveFeedback;

/** Everything around a page's own content. */
export function layoutOf(question: LayoutQuestion) {
  const { model, visitor, programme, now } = question;
  const demonstration = programme?.demonstration === true;
  const clock = formatClock(now);
  return {
    title: `${model.hasErrors ? siteWords.errorPrefix : ''}${model.title}`,
    nonce: question.nonce,
    token: question.token,
    path: question.path,
    seq: question.seq,
    navigation: navigationFor(visitor?.reader ?? null, model.section),
    feedback: feedbackFor(visitor?.reader ?? null),
    personaTitle: visitor?.personaTitle ?? null,
    showSignIn: visitor === null && model.section !== 'sign-in',
    labels: visitor ? labelsOf(model, demonstration) : null,
    clock: demonstration ? siteWords.demonstrationClock(clock) : siteWords.clock(clock),
    backLink: model.backLink ?? null,
  };
}
