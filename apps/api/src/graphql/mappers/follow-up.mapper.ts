import {
  closingOn,
  foldFollowUp,
  planOverdueSince,
  type Closing,
  type NotUsefulBecause,
  type RecoveryAction,
} from '#domain/follow-up';
import { londonDay } from '#domain/periods';
import type { AlertQuality } from '#application/alerts';
import { falseAlarmsPerSeriesYear } from '#application/alerts';
import type { AlertWithStory, Programme } from '#application/ports';
import { AlertSide, NotUseful, RecoveryActionState } from '../types/enums.js';
import type { AlertType } from '../types/alert.type.js';
import type {
  AlertClosingType,
  AlertFollowUpType,
  AlertQualityType,
  RecoveryActionType,
} from '../types/follow-up.type.js';
import { toAlert } from './alert.mapper.js';

const STATES = {
  open: RecoveryActionState.OPEN,
  done: RecoveryActionState.DONE,
  dropped: RecoveryActionState.DROPPED,
};
const BECAUSE: Readonly<Record<NotUsefulBecause, NotUseful>> = {
  'wrong-data': NotUseful.WRONG_DATA,
  'known-already': NotUseful.KNOWN_ALREADY,
  'not-important': NotUseful.NOT_IMPORTANT,
  other: NotUseful.OTHER,
};

/** An alert with every step, and with what people have done about it. */
export const toWholeAlert = (story: AlertWithStory, programme: Programme, now: Date): AlertType =>
  toAlert(story.alert, programme, {
    steps: story.steps,
    followUp: toFollowUp(story, programme, now),
  });

function toFollowUp(
  { alert, entries }: AlertWithStory,
  { holidays }: Programme,
  now: Date,
): AlertFollowUpType {
  const followUp = foldFollowUp(entries);
  const { comments, assigned, actions, agreed } = followUp;
  const today = londonDay(now);
  const closing = closingOn(followUp, today);
  return {
    comments: comments.map(({ at, by, words: text }) => ({ at, by, text })),
    assigned: assigned && {
      ...assigned,
      side: assigned.side === 'dfe' ? AlertSide.DFE : AlertSide.COUNCIL,
    },
    actions: actions.map(toAction),
    planAgreedAt: agreed?.at ?? null,
    planAgreedBy: agreed?.by ?? null,
    planChangedSince: agreed?.changedSince ?? false,
    planOverdueSince: planOverdueSince(alert, followUp, { today, holidays }),
    closed: closing && toClosing(closing),
  };
}

const toAction = (action: RecoveryAction): RecoveryActionType => ({
  number: action.n,
  what: action.what,
  owner: action.who,
  due: action.due,
  state: STATES[action.state],
  addedAt: action.at,
  addedBy: action.by,
  endedAt: action.ended?.at ?? null,
  endedBy: action.ended?.by ?? null,
  note: action.ended?.words ?? null,
  redated: action.redated.map(({ words: reason, ...one }) => ({ ...one, reason })),
});

const toClosing = ({ because, ...closing }: Closing): AlertClosingType => ({
  ...closing,
  because: because && BECAUSE[because],
});

/** Why an alert was not useful, as the domain says it. */
export const notUsefulBecause = (asked: NotUseful | null | undefined): NotUsefulBecause | null => {
  const [found] = Object.entries(BECAUSE).find(([, name]) => name === asked) ?? [];
  return (found as NotUsefulBecause | undefined) ?? null;
};

/** The measures of the alerts, in the order of the programme’s rules. */
export const toAlertQuality = (
  { from, to, rules }: AlertQuality,
  { alertRules }: Programme,
): AlertQualityType => ({
  from,
  to,
  rules: alertRules.flatMap((rule) => {
    const found = rules.find(({ ruleCode }) => ruleCode === rule.code);
    if (!found) return [];
    const { ruleCode, councils: _, ...counts } = found;
    return [
      {
        ...counts,
        rule: ruleCode,
        falseAlarmsPerSeriesYear: falseAlarmsPerSeriesYear(found),
      },
    ];
  }),
});
