import type { AlertState } from '../judgement/index.js';
import type { Audience } from './decide-notifications.js';
import { inhibitedBy, type Inhibition, type Neighbour } from './inhibition.js';
import { isGoodNews } from './decide-notifications.js';
import { silencesOn, type Silence, type Silenceable } from './silence.js';

/** What is known of a message about an alert when it is due. */
export type DueTelling = {
  readonly audience: Audience;
  readonly event: string;
  readonly dueAt: Date;
  /** It was due before, and waited. */
  readonly wasHeld: boolean;
  readonly alert: Silenceable & { readonly state: AlertState; readonly resolvedAt: Date | null };
  /** Whether its recipient was told that the alert is open. */
  readonly wasTold: boolean;
};

export type TellingContext = {
  readonly now: Date;
  readonly silences: readonly Silence[];
  readonly inhibitions: readonly Inhibition[];
  /** Open alerts of the councils in question that may keep others quiet. */
  readonly open: readonly Neighbour[];
  /** Until when messages about the alert's council wait for its schools; null: they do not. */
  readonly mutedUntil: Date | null;
};

/**
 * What becomes of a message that is due. `hold`: it waits, until a moment (null: until the alert with the id `by` is over) and
 * is decided again.
 */
export type Telling =
  | { readonly kind: 'tell' }
  | { readonly kind: 'not-told'; readonly reason: string }
  | {
      readonly kind: 'hold';
      readonly held: HeldBy;
      readonly by: string | null;
      readonly until: Date | null;
      readonly reason: string;
    };
export type HeldBy = 'silence' | 'holidays' | 'inhibition';

/**
 * The stages through which a message goes before anybody is told, each with its reason: is there still something to tell; does a
 * silence hold it; do the school holidays; is it said by another alert already. The first that answers decides.
 */
export function decideTelling(message: DueTelling, context: TellingContext): Telling {
  return (
    nothingLeft(message) ??
    silenced(message, context) ??
    onHoliday(context) ??
    beneath(message, context) ?? { kind: 'tell' }
  );
}

/** That it opened is no news once it has cleared, and that it cleared none to who never heard of it. */
function nothingLeft(message: DueTelling): Telling | null {
  const { event, dueAt, wasHeld, wasTold, alert } = message;
  if (isGoodNews(event))
    return wasTold ? null : notTold('they had not been told that the alert was open');
  const { resolvedAt } = alert;
  if (resolvedAt === null || (!wasHeld && resolvedAt > dueAt)) return null;
  return notTold('the alert had cleared before they were to be told');
}

const notTold = (reason: string): Telling => ({ kind: 'not-told', reason });

function silenced({ audience, alert }: DueTelling, context: TellingContext): Telling | null {
  const [silence] = silencesOn(context.silences, alert, { audience, now: context.now });
  if (!silence) return null;
  const { id, until, createdBy } = silence;
  const reason = `${createdBy} has asked for no messages about this`;
  return { kind: 'hold', held: 'silence', by: id, until, reason };
}

/** Whoever it is for: nobody is to hear of it before the council. */
function onHoliday({ mutedUntil }: TellingContext): Telling | null {
  if (mutedUntil === null) return null;
  const reason = 'it waits for the first school day of the council';
  return { kind: 'hold', held: 'holidays', by: null, until: mutedUntil, reason };
}

function beneath({ event, alert }: DueTelling, context: TellingContext): Telling | null {
  if (isGoodNews(event)) return null;
  const found = inhibitedBy(alert, context);
  if (!found) return null;
  const { source, why } = found;
  return { kind: 'hold', held: 'inhibition', by: source.id, until: null, reason: why };
}
