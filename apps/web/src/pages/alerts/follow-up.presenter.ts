import type { AlertWithStory, Programme } from '#application/ports';
import { covers, scopeOf, type Reader } from '#domain/access';
import {
  closingOn,
  foldFollowUp,
  planOverdueSince,
  possibleDeeds,
  standingActions,
  type Closing,
  type FollowUp,
  type RecoveryAction,
} from '#domain/follow-up';
import { londonDay, type Day } from '#domain/periods';
import { addresses } from '../../addresses/addresses.js';
import { formatDate, formatDay, formatMoment } from '../../format/format-time.js';
import { followUpWords as w } from '../../words/follow-up.words.js';

type Asked = {
  readonly story: AlertWithStory;
  readonly programme: Programme;
  readonly reader: Reader;
  readonly now: Date;
};

/** What is being done about an alert: in words, with its plan, what was said, and what the reader can do. */
export function presentFollowUp({ story, programme, reader, now }: Asked) {
  const { alert, entries } = story;
  const { holidays, alertRules, validationRules } = programme;
  const followUp = foldFollowUp(entries);
  const today = londonDay(now);
  const since = planOverdueSince(alert, followUp, { today, holidays });
  const { assigned, comments } = followUp;
  const closing = closingOn(followUp, today);
  const mayAct = covers(scopeOf(reader).acts, alert.councilId);
  const deeds = possibleDeeds({
    ...{ followUp, state: alert.state, today, rules: validationRules },
    severity: alertRules.find(({ code }) => code === alert.ruleCode)?.severity ?? 'act',
    isAnalyst: reader.roles.includes('dfe-analyst'),
  });
  return {
    closedTag: closing ? w.closedTag : null,
    closed: closing && closedLines(closing),
    overdue: since && w.overdue(formatDate(since)),
    assigned:
      assigned && w.assigned[assigned.side](assigned.who, assigned.by, formatDay(assigned.at)),
    plan: planLines(followUp, today),
    actions: actionList({
      ...{ alertId: alert.id, actions: followUp.actions, today },
      mayAct: mayAct && !closing,
    }),
    comments: comments.map(({ by, at, words }) => ({ by, at: formatMoment(at), words })),
    ways: mayAct ? waysOf(alert.id, followUp, deeds) : [],
  };
}

const WAYS = [
  ['comment', 'comment'],
  ['assign', 'assign'],
  ['action', 'plan'],
  ['agree', 'agree'],
  ['close', 'close'],
  ['reopen', 'reopen'],
] as const;

/** What the reader can do, with its page; a plan that stands as it was agreed need not be agreed again. */
function waysOf(alertId: string, { agreed }: FollowUp, deeds: ReturnType<typeof possibleDeeds>) {
  const isAgreed = agreed !== null && !agreed.changedSince;
  return WAYS.filter(([kind]) => deeds.has(kind) && !(kind === 'agree' && isAgreed)).map(
    ([, deed]) => ({ text: w.links[deed], href: addresses.alertDeed(alertId, deed) }),
  );
}

function closedLines({ by, at, evidence, useful, because, reviewOn }: Closing): readonly string[] {
  const on = formatDay(at);
  const said = reviewOn ? w.closed.explained(by, on, formatDate(reviewOn)) : w.closed.line(by, on);
  const judged = useful ? w.closed.useful : w.closed.notUseful(w.because[because ?? 'other']);
  return [said, `“${evidence}”`, judged];
}

/** The plan in sentences: how many actions, when the next is due, what is overdue, whether it still is what was agreed. */
export function planLines(followUp: FollowUp, today: Day): readonly string[] {
  const standing = standingActions(followUp);
  if (standing.length === 0) return [w.plan.none];
  const { agreed } = followUp;
  const open = standing.filter(({ state }) => state === 'open').map(({ due }) => due);
  const late = open.filter((due) => due < today).sort();
  const [next] = open.filter((due) => due >= today).sort();
  const head = agreed
    ? w.plan.agreed(formatDay(agreed.at), standing.length)
    : w.plan.proposed(standing.length);
  const whenNext = next ? w.plan.next(formatDate(next)) : w.plan.end;
  const [first] = late;
  return [
    `${head}${open.length === 0 ? w.plan.allDone : whenNext}`,
    ...(first ? [w.plan.overdue(late.length, formatDate(first))] : []),
    ...(agreed?.changedSince ? [w.plan.changed] : []),
  ];
}

type Actions = {
  readonly alertId: string;
  readonly actions: readonly RecoveryAction[];
  readonly today: Day;
  readonly mayAct: boolean;
};

/** Every action with its owner, its day, how it stands, and what became of it; those that were dropped, too. */
const actionList = ({ alertId, actions, today, mayAct }: Actions) =>
  actions.map((action) => {
    const { n, what, who, due, redated, ended } = action;
    return {
      what,
      due: w.plan.due(who, formatDate(due)),
      state: stateOf(action, today),
      notes: [
        ...redated.map((one) => w.plan.redated(formatDate(one.from), one.words, one.by)),
        ...(ended ? [w.plan.ended(ended.words, ended.by, formatDay(ended.at))] : []),
      ],
      change:
        mayAct && action.state === 'open'
          ? {
              text: w.plan.change,
              hidden: w.plan.changeWhat(what),
              href: addresses.alertDeed(alertId, 'action', n),
            }
          : null,
    };
  });

function stateOf({ state, due }: RecoveryAction, today: Day): { text: string; mark: string } {
  if (state === 'done') return { text: w.plan.done, mark: 'done' };
  if (state === 'dropped') return { text: w.plan.dropped, mark: 'wait' };
  return due < today ? { text: w.plan.late, mark: 'act' } : { text: w.plan.open, mark: 'part' };
}
