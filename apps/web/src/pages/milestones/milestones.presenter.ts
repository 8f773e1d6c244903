import type { Reader } from '#domain/access';
import { covers, scopeOf } from '#domain/access';
import { foldMilestone, standingOn, type MilestoneRecord } from '#domain/delivery';
import type { Day } from '#domain/periods';
import { testEndOf, type Council } from '#domain/register';
import type { PageOf, Programme } from '#application/ports';
import { addresses } from '../../addresses/addresses.js';
import { formatDate } from '../../format/format-time.js';
import { alphabetically } from '../../http/councils.js';
import { milestoneWords as w } from '../../words/milestone.words.js';
import { cell, linkCell, tagCell, type Table } from '../tables.js';

/** What an address asks for; what is none is left out. */
export type MilestoneFilter = {
  readonly council: Council | null;
  readonly reform: string | null;
  readonly open: boolean | null;
};

const STATES = { all: null, open: true, ended: false } as const;

export function readMilestoneFilter(
  { council, reform, state }: Readonly<Record<string, unknown>>,
  { register, reforms }: Programme,
): MilestoneFilter {
  return {
    council: register.councils.find(({ key }) => key === council) ?? null,
    reform: reforms.find(({ code }) => code === reform)?.code ?? null,
    open: state === 'open' || state === 'ended' ? STATES[state] : null,
  };
}

/** The councils that a reader sees milestones of, or may plan them for, A to Z. */
export function councilsWithin(
  reader: Reader,
  { register }: Programme,
  part: 'anyStatus' | 'acts',
): readonly Council[] {
  const scope = scopeOf(reader);
  const members = new Set(register.memberships.map(({ councilId }) => councilId));
  return alphabetically(
    register.councils.filter(({ id }) => members.has(id) && covers(scope[part], id)),
    ({ name }) => name,
  );
}

export type MilestonesPage = {
  readonly reader: Reader;
  readonly programme: Programme;
  readonly filter: MilestoneFilter;
  readonly page: PageOf<MilestoneRecord>;
  readonly today: Day;
};

export type Seen = {
  readonly milestone: MilestoneRecord;
  readonly due: Day;
  readonly standing: ReturnType<typeof standingOn>;
  readonly council: string;
};

/** How a milestone stands today, with the words that its pages need. */
export function seenToday(milestone: MilestoneRecord, { register }: Programme, today: Day): Seen {
  const state = foldMilestone(milestone);
  return {
    milestone,
    due: state.due,
    standing: standingOn(state, today, testEndOf(register, milestone)?.on ?? null),
    council: register.councils.find(({ id }) => id === milestone.councilId)?.name ?? '',
  };
}

export const reformName = (
  { reform, version }: Pick<MilestoneRecord, 'reform' | 'version'>,
  { reforms }: Programme,
): string => w.reform(reforms.find(({ code }) => code === reform)?.name ?? reform, version);

/** Milestones by reform, and within one by council, A to Z: with what is overdue of each reform, and what is next. */
export function presentMilestones({ reader, programme, filter, page, today }: MilestonesPage) {
  const groups = new Map<string, Seen[]>();
  for (const milestone of page.items) {
    const heading = reformName(milestone, programme);
    const seen = seenToday(milestone, programme, today);
    groups.set(heading, [...(groups.get(heading) ?? []), seen]);
  }
  const councils = councilsWithin(reader, programme, 'anyStatus');
  return {
    title: w.title,
    section: 'alerts' as const,
    newHref:
      councilsWithin(reader, programme, 'acts').length > 0
        ? addresses.newMilestone(filter.council?.key)
        : null,
    selects: [
      {
        ...{ name: 'council', label: w.filter.council },
        items: chosen(filter.council?.key ?? '', [
          { value: '', text: w.everyCouncil },
          ...councils.map(({ key, name }) => ({ value: key, text: name })),
        ]),
      },
      {
        ...{ name: 'reform', label: w.filter.reform },
        items: chosen(filter.reform ?? '', [
          { value: '', text: w.everyReform },
          ...alphabetically(programme.reforms, ({ name }) => name).map(({ code, name }) => ({
            ...{ value: code, text: name },
          })),
        ]),
      },
      {
        ...{ name: 'state', label: w.filter.state },
        items: chosen(
          stateOf(filter),
          Object.entries(w.states).map(([value, text]) => ({ value, text })),
        ),
      },
    ],
    reforms: [...groups].map(([heading, all]) => ({
      heading,
      lines: linesOf(all),
      table: milestoneTable(w.caption(heading), all),
    })),
    moreHref:
      page.next === null
        ? null
        : addresses.milestonesAfter(page.next, {
            council: filter.council?.key ?? '',
            reform: filter.reform ?? '',
            state: stateOf(filter),
          }),
  };
}

const stateOf = ({ open }: MilestoneFilter): keyof typeof STATES =>
  open === null ? 'all' : open ? 'open' : 'ended';

const chosen = (value: string, items: readonly { value: string; text: string }[]) =>
  items.map((item) => ({ ...item, selected: item.value === value }));

function linesOf(all: readonly Seen[]): readonly string[] {
  const overdue = all.filter(({ standing }) => standing === 'overdue').length;
  const [next] = all
    .filter(({ standing }) => standing === 'open')
    .toSorted((a, b) => a.due.localeCompare(b.due));
  return [
    ...(overdue > 0 ? [w.overdue(overdue)] : []),
    ...(next ? [w.next(next.milestone.title, next.council, formatDate(next.due))] : []),
  ];
}

/** Milestones in a table: what, where, by when, and how each stands. */
export const milestoneTable = (caption: string, all: readonly Seen[]): Table => ({
  caption,
  head: [w.head.what, w.head.council, w.head.due, w.head.state].map((text) => ({ text })),
  rows: all.map(({ milestone, council, due, standing }) => [
    {
      ...linkCell(milestone.title, addresses.milestone(milestone.id)),
      note: w.owner(milestone.owner),
    },
    cell(council),
    cell(formatDate(due)),
    tagCell(w.standing[standing]),
  ]),
});
