import type { AlertRule } from '#domain/judgement';

type Named = {
  readonly council: string;
  readonly measure: string | null;
  readonly since: string;
};

type Kind = AlertRule['condition']['kind'];

/** What an alert says has happened to a measure, after whose it is and before since when. */
const HAPPENED: Readonly<Record<Exclude<Kind, 'return-missing' | 'published-floor'>, string>> = {
  'plan-band': 'off track since',
  'off-trajectory': 'off track since',
  'getting-worse': 'getting worse since',
  'target-unlikely': 'very unlikely to meet its agreed plan, as of',
  'backlog-building': 'a backlog building since',
  'gain-with-side-effect': 'improved with side effects to check since',
  'unlike-the-others': 'unlike other councils since',
  'milestone-overdue': 'due in',
  'answer-overdue': 'due in',
};

/** The name of an alert: what, whose, since when. */
function alertTitle(
  rule: Pick<AlertRule, 'condition' | 'title'> | null,
  { council, measure, since }: Named,
): string {
  if (!rule) return `${measure ?? 'Alert'}: ${council}, since ${since}`;
  const { condition, title } = rule;
  if (condition.kind === 'return-missing') return `${council} has not reported ${since}`;
  const happened =
    condition.kind === 'published-floor'
      ? `clearly below ${condition.floor}% since`
      : HAPPENED[condition.kind];
  return `${measure ?? title}: ${council}, ${happened} ${since}`;
}

const months = (n: number): string => (n === 1 ? 'one month' : `${n} months`);

export const alertStateWords = {
  pending: { text: 'Being watched', mark: 'wait' },
  firing: { text: 'Open', mark: 'act' },
  recovering: { text: 'Recovering', mark: 'part' },
  resolved: { text: 'Cleared', mark: 'done' },
} as const;

export const alertWords = {
  title: alertTitle,
  noDataTag: 'Open, no new figures',
  inboxTitle: 'Alerts',
  openCaption: 'Open alerts, newest first',
  openOfRule: (title: string) => `Open alerts of the rule “${title}”, newest first`,
  clearedCaption: 'Cleared alerts, newest first',
  noneOpen: 'No alerts are open.',
  noneCleared: 'No alerts have cleared.',
  head: { opened: 'Opened', alert: 'Alert', state: 'State', council: 'Council', withWhom: 'With' },
  seen: (by: string, on: string) => `Seen by ${by} on ${on}`,
  notSeen: 'Not yet acknowledged',
  more: 'Older alerts',
  messages: 'Messages to you',
  noMessages: 'You have no messages.',
  messageHead: { at: 'Delivered', subject: 'Subject', why: 'Why you are told' },
  corrected: (month: string, on: string) => `The figures for ${month} were corrected on ${on}.`,
  stillStands:
    'The alert was judged again on the corrected figures; the steps below say what came of it.',
  wouldNotHaveOpened: 'On the corrected figures this alert would not have opened.',
  wereTold: (on: string) => `People were told on ${on}; that record stays.`,
  whatHappened: 'What happened',
  /** After the tag with the state. */
  since: {
    pending: (at: string) => `since ${at}.`,
    firing: (at: string) => `since ${at}.`,
    recovering: (at: string) => `since ${at}.`,
    resolved: (at: string) => `at ${at}.`,
    noData: (at: string) => `It has been open since ${at}.`,
  },
  isChance: 'Is it just chance?',
  dataVersion: (at: string, seq: number) =>
    `It went by the figures as they were known at ${at}, up to number ${seq} in the order in which figures became known`,
  standing: {
    approved: ', all approved or published.',
    provisional: ', provisional and not yet approved.',
    mixed: ', some of them approved and some provisional.',
  },
  ruleNow: (version: number) => `Version ${version} of this rule is in force now.`,
  ruleOff: 'This rule is off now.',
  rule: 'The rule',
  ruleAndFigures: 'The rule and the figures it went by',
  ruleLine: (title: string, version: number) => `${title}, version ${version}`,
  ruleGone: 'This rule is no longer in force; the version that opened the alert is kept with it.',
  whyFired: 'Why it fired, step by step',
  stepsIntro: 'Each step is kept with its reason, as the figures were known at that moment.',
  step: (from: string, to: string) => `From “${from}” to “${to}”`,
  inactive: 'nothing unusual',
  chartHeading: 'The figures',
  noChart: 'This alert is about a return, not a measure, so there is no chart.',
  noFigures: 'There are no figures of this measure that you can see.',
  owed: {
    heading: 'What is owed',
    wasHeading: 'What was owed',
    milestone: (title: string) => `The milestone “${title}”.`,
    answer: (on: string) => `DfE’s answer to what the council said on ${on}.`,
    plan: (alert: string) => `A recovery plan for the alert “${alert}”.`,
    due: (on: string) => `It was due on ${on}.`,
    by: (who: string) => `It is with ${who}.`,
    department: 'DfE',
    return: (month: string) => `The return for ${month}.`,
    toReturn: 'Open the return',
    toMilestone: 'Open the milestone',
    toFeedback: 'Open what was said',
    toAlert: 'Open that alert',
  },
  otherMoves: 'What else to look at',
  balancing: (titles: string) => `Look at these beside it: ${titles}.`,
  noBalancing: 'No other measure is named as one to look at beside this.',
  cannotTell: 'What this cannot tell you',
  why: 'Why. Only the council knows what happened. Ask before you conclude.',
  whyOwed: 'Why. Ask whoever it is with before you conclude.',
  whoKnows: 'Who knows',
  nobodyYet: 'Nobody has been told yet.',
  everyMessage: 'Every message, with its reason and what became of it',
  ledgerCaption: 'Who was told',
  ledgerHead: {
    who: 'Who',
    reason: 'What they were told, and why',
    due: 'Due',
    sent: 'What happened',
  },
  notSent: 'Not sent yet',
  waits: (why: string) => `Not told yet: ${why}`,
  because: (said: string, why: string) => `${said}: ${why}`,
  outcome: {
    delivered: 'Delivered',
    failed: 'Not delivered yet',
    dead: 'Could not be delivered',
    'not-told': 'Not told',
  } as Readonly<Record<string, string>>,
  by: (audience: string, channel: string) => `${audience}, ${channel}`,
  channels: {
    'in-app': 'in the inbox',
    email: 'by email',
    webhook: 'by a signed post',
  } as Readonly<Record<string, string>>,
  audience: {
    council: 'Council',
    partnership: 'Partnership',
    dfe: 'DfE',
    board: 'Programme board',
  } as Readonly<Record<string, string>>,
  beingDone: 'What is being done',
  acknowledge: 'Acknowledge this alert',
  acknowledgeHint:
    'Acknowledging says that somebody has seen it and is looking into it. It stays open until what opened it has changed.',
  acknowledged: (by: string, at: string) => `Acknowledged by ${by} at ${at}.`,
  notAcknowledged: 'The alert was not acknowledged',
  whenClears: 'When it will clear',
  clears: {
    'plan-band': (n: number) =>
      `After ${months(n)} back near the plan. A month without figures does not clear it.`,
    'published-floor': () =>
      'When a later published year is clearly above the limit. A year without a figure does not clear it.',
    'return-missing': () => 'When the return, or an answer to it, arrives.',
    'off-trajectory': (n: number) =>
      `After ${months(n)} in which the shortfall has been made up to half of what opens an alert. A month without figures does not clear it.`,
    'getting-worse': (n: number) =>
      `After ${months(n)} in which it has come back to half of what opens an alert. A month without figures does not clear it.`,
    'target-unlikely': (n: number) =>
      `After ${months(n)} in which the agreed plan is likely enough to be met. A month without figures does not clear it.`,
    'backlog-building': (n: number) =>
      `After ${months(n)} in which fewer months of work are waiting, or the number has fallen for as long as the rule asks. A month without figures does not clear it.`,
    'gain-with-side-effect': (n: number) =>
      `After ${months(n)} with nothing to check beside the improvement for as long as the rule asks. A month without figures does not clear it.`,
    'unlike-the-others': () =>
      'When the council is back among the others, or its explanation has been accepted.',
    'milestone-overdue': () =>
      'When the milestone is done, has a new date, or the reform is no longer tested there.',
    'answer-overdue': () =>
      'When there is an answer or a plan, or the alert that needs one is over.',
  },
  cleared: (at: string) => `It cleared at ${at}.`,
  noDataNow:
    'Still open. The newest figures have not been reported, so we cannot say if it has changed.',
} as const;
