import {
  decideTelling,
  isGoodNews,
  mutedUntil,
  sourcesOf,
  type Neighbour,
  type Silence,
  type Telling,
} from '#domain/notifications';
import { partnershipOf } from '../alerts/recipients.js';
import type { DueMessage, Programme, Stores } from '../ports/index.js';
import { lostAccess } from './lost-access.js';

/** More than may stand at once. */
const MOST_SILENCES = 1_000;

/** What becomes of a message that is due. `lost`: its recipient has lost access, which is its own reason not to tell. */
export type Decided = {
  readonly message: DueMessage;
  readonly telling: Telling;
  readonly lost: boolean;
};

/** What every decision of a batch rests on: read once. */
type Known = {
  readonly programme: Programme;
  readonly now: Date;
  readonly silences: readonly Silence[];
  readonly open: readonly Neighbour[];
  /** `alert recipient`; grows while the batch is decided. */
  readonly told: Set<string>;
};

/** What becomes of messages that are due, in their order: what is decided of one is known to those after it. */
export async function decideAll(
  stores: Stores,
  programme: Programme,
  { messages, now }: { readonly messages: readonly DueMessage[]; readonly now: Date },
): Promise<readonly Decided[]> {
  const about = messages.filter(({ alertId }) => alertId !== null);
  const known: Known = {
    ...{ programme, now },
    ...(about.length === 0
      ? { silences: [], open: [], told: new Set<string>() }
      : await knownOf(stores, programme, { about, now })),
  };
  return messages.map((message) => decide(message, known));
}

async function knownOf(
  { silences, telling }: Stores,
  { register: { programmeId }, inhibitions }: Programme,
  { about, now }: { readonly about: readonly DueMessage[]; readonly now: Date },
): Promise<Pick<Known, 'silences' | 'open' | 'told'>> {
  const alertIds = [...new Set(about.flatMap(({ alertId }) => alertId ?? []))];
  const councilIds = [...new Set(about.flatMap(({ councilId }) => councilId ?? []))];
  return {
    silences: await silences.standing(programmeId, now, MOST_SILENCES),
    open: await telling.openBy({ programmeId, councilIds, ruleCodes: sourcesOf(inhibitions) }),
    told: new Set(await telling.told(alertIds)),
  };
}

function decide(message: DueMessage, known: Known): Decided {
  const { programme, now, told } = known;
  const { alert, alertId, councilId, recipient, audience, event, dueAt, wasHeld } = message;
  const lost = lostAccess(message, programme, now);
  if (lost !== null) return { message, telling: { kind: 'not-told', reason: lost }, lost: true };
  if (!alert || councilId === null) return { message, telling: { kind: 'tell' }, lost: false };
  const key = `${alertId} ${recipient}`;
  const partnership = partnershipOf(councilId, programme.register)?.code ?? null;
  const telling = decideTelling(
    {
      ...{ audience, event, dueAt, wasHeld, wasTold: told.has(key) },
      alert: { ...alert, councilId, partnership },
    },
    {
      ...{ now, silences: known.silences, open: known.open },
      inhibitions: programme.inhibitions,
      mutedUntil: muteOf(programme, { ruleCode: alert.ruleCode, councilId, now }),
    },
  );
  if (telling.kind === 'tell' && !isGoodNews(event)) told.add(key);
  return { message, telling, lost: false };
}

/** Until when the messages of a rule to a council wait for its schools; null: they do not. */
export const muteOf = (
  { alertRules, schoolTerms: terms, holidays }: Programme,
  of: { readonly ruleCode: string; readonly councilId: number; readonly now: Date },
): Date | null =>
  alertRules.find(({ code }) => code === of.ruleCode)?.mute === 'school-holidays'
    ? mutedUntil(of.now, of.councilId, { terms, holidays })
    : null;
