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
import { cell, linkCell, tagCell, type Cell, type Table } from '../tables.js';

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
    actions: actionTable({ alertId: alert.id, followUp, today, mayAct: mayAct && !closing }),
    comments: comments.map(({ by, at, words }) => ({ by, at: formatMoment(at), words })),
    ways: mayAct ? waysOf(alert.id, deeds) : [],
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

const waysOf = (alertId: string, deeds: ReturnType<typeof possibleDeeds>) =>
  WAYS.filter(([kind]) => deeds.has(kind)).map(([, deed]) => ({
    text: w.links[deed],
    href: addresses.alertDeed(alertId, deed),
  }));

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
  readonly followUp: FollowUp;
  readonly today: Day;
  readonly mayAct: boolean;
};

function actionTable({ alertId, followUp, today, mayAct }: Actions): Table | null {
  const { actions } = followUp;
  if (actions.length === 0) return null;
  const { what, who, due, state, change } = w.plan.head;
  const changes = mayAct && actions.some((one) => one.state === 'open');
  return {
    caption: w.plan.caption,
    head: [what, who, due, state, ...(changes ? [change] : [])].map((text) => ({ text })),
    rows: actions.map((action) => [
      cell(action.what),
      cell(action.who),
      { ...cell(formatDate(action.due)), note: redatedNote(action) },
      stateCell(action, today),
      ...(changes ? [changeCell(alertId, action)] : []),
    ]),
  };
}

function redatedNote({ redated }: RecoveryAction): string | undefined {
  const notes = redated.map(({ from, words, by }) => w.plan.redated(formatDate(from), words, by));
  return notes.length > 0 ? notes.join(' ') : undefined;
}

function stateCell({ state, due, ended }: RecoveryAction, today: Day): Cell {
  const note = ended ? w.plan.ended(ended.words, ended.by, formatDay(ended.at)) : undefined;
  if (state === 'done') return { ...tagCell({ text: w.plan.done, mark: 'done' }), note };
  if (state === 'dropped') return { ...tagCell({ text: w.plan.dropped, mark: 'wait' }), note };
  const isLate = due < today;
  return tagCell(isLate ? { text: w.plan.late, mark: 'act' } : { text: w.plan.open, mark: 'part' });
}

const changeCell = (alertId: string, { n, what, state }: RecoveryAction): Cell =>
  state === 'open'
    ? linkCell(w.plan.change, addresses.alertDeed(alertId, 'action', n), w.plan.changeWhat(what))
    : cell('');
