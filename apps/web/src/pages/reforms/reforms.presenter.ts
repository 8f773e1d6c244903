import type { Programme } from '#application/ports';
import type { MilestoneRecord } from '#domain/delivery';
import type { FeedbackRecord } from '#domain/feedback';
import type { Day } from '#domain/periods';
import type { Participation } from '#domain/register';
import { addresses } from '../../addresses/addresses.js';
import { listOf } from '../../format/format-list.js';
import { formatDate } from '../../format/format-time.js';
import { alphabetically } from '../../http/councils.js';
import { reformWords as w } from '../../words/reform.words.js';
import { feedbackTable } from '../feedback/feedback.presenter.js';
import { milestoneTable, seenToday } from '../milestones/milestones.presenter.js';
import { cell, linkCell, numberCell, tagCell, type Table } from '../tables.js';

type Reform = Programme['reforms'][number];
type Parts = Pick<Programme, 'register' | 'reforms'>;

/** Where a council's part in a reform version stands on a day. */
function stateOf({ from, to, haltedReason }: Participation, today: Day): keyof typeof w.state {
  if (from > today) return 'planned';
  if (to === null || to > today) return 'testing';
  return haltedReason === null ? 'ended' : 'halted';
}

const partsIn = ({ code }: Reform, { register }: Parts): readonly Participation[] =>
  register.participations.filter(({ reform }) => reform === code);

/** How many councils have a part of this state. */
const councilsIn = (
  parts: readonly Participation[],
  state: ReturnType<typeof stateOf>,
  today: Day,
): number =>
  new Set(parts.filter((one) => stateOf(one, today) === state).map(({ councilId }) => councilId))
    .size;

/** Every reform, A to Z. */
export function presentReforms(programme: Parts, today: Day) {
  return {
    title: w.title,
    section: 'reforms' as const,
    intro: w.intro,
    table: {
      caption: w.title,
      head: [
        { text: w.head.name },
        { text: w.head.versions },
        { text: w.head.councils, numeric: true },
      ],
      rows: alphabetically(programme.reforms, ({ name }) => name).map((reform) => [
        linkCell(reform.name, addresses.reform(reform.code)),
        cell(listOf(reform.versions.map(({ version }) => String(version)))),
        numberCell(String(councilsIn(partsIn(reform, programme), 'testing', today))),
      ]),
    },
  };
}

export type ReformPage = {
  readonly reform: Reform;
  readonly programme: Programme;
  /** Still to be done. */
  readonly milestones: readonly MilestoneRecord[];
  /** On this reform, waiting for an answer, oldest first. */
  readonly feedback: readonly FeedbackRecord[];
  readonly today: Day;
};

/** A reform: its versions, which councils take part since when, its measures, and what is owed. */
export function presentReform(page: ReformPage) {
  const { reform, programme, today, feedback } = page;
  const parts = partsIn(reform, programme);
  const halted = councilsIn(parts, 'halted', today);
  const overdue = page.milestones
    .map((milestone) => seenToday(milestone, programme, today))
    .filter(({ standing }) => standing === 'overdue');
  return {
    title: reform.name,
    section: 'reforms' as const,
    backLink: { href: addresses.reforms, text: w.title },
    lead: [
      w.testing(councilsIn(parts, 'testing', today)),
      ...(halted > 0 ? [w.halted(halted)] : []),
    ].join(' '),
    versions: versionsTable(reform),
    councils: parts.length > 0 ? partsTable(page, parts) : null,
    measures: programme.metrics
      .filter(({ type, askedOf }) => type === 'measure' && askedOf === reform.code)
      .map(({ code, title }) => ({ text: title, href: addresses.metric(code) })),
    milestones: overdue.length > 0 ? milestoneTable(w.overdue, overdue) : null,
    milestonesHref: addresses.milestonesOfReform(reform.code),
    feedback:
      feedback.length > 0 ? feedbackTable(feedback, { programme, today }, w.feedback) : null,
  };
}

const versionsTable = ({ versions }: Reform): Table => ({
  caption: w.versions,
  head: [w.versionHead.version, w.versionHead.from].map((text) => ({ text })),
  rows: versions.map(({ title, validFrom }) => [cell(title), cell(formatDate(validFrom))]),
});

function partsTable(
  { reform, programme, today }: ReformPage,
  parts: readonly Participation[],
): Table {
  const nameOf = (id: number): string =>
    programme.register.councils.find((one) => one.id === id)?.name ?? '';
  const keyOf = (id: number): string =>
    programme.register.councils.find((one) => one.id === id)?.key ?? '';
  const head = w.takePartHead;
  return {
    caption: w.takePartCaption(reform.name),
    head: [head.council, head.version, head.from, head.state].map((text) => ({ text })),
    rows: alphabetically(
      parts.toSorted((a, b) => a.from.localeCompare(b.from)),
      ({ councilId }) => nameOf(councilId),
    ).map((part) => [
      linkCell(nameOf(part.councilId), addresses.councilPage(keyOf(part.councilId))),
      cell(String(part.version)),
      cell(formatDate(part.from)),
      { ...tagCell(w.state[stateOf(part, today)]), note: endOf(part, today) },
    ]),
  };
}

/** When a part ended and why, or will end. */
function endOf({ to, haltedReason }: Participation, today: Day): string | undefined {
  if (to === null) return undefined;
  const on = formatDate(to);
  return haltedReason !== null && to <= today ? w.because(on, haltedReason) : w.on(on);
}
