import type { Refusal } from '#domain';
import { covers, scopeOf, type Reader } from '#domain/access';
import { foldMilestone, type MilestoneDeed, type MilestoneRecord } from '#domain/delivery';
import type { Day } from '#domain/periods';
import { testEndOf } from '#domain/register';
import type { Programme } from '#application/ports';
import { addresses } from '../../addresses/addresses.js';
import { formatDate, formatDay } from '../../format/format-time.js';
import type { FormFields } from '../../http/csrf.js';
import { milestoneWords as w } from '../../words/milestone.words.js';
import {
  choiceField,
  dateField,
  dayIn,
  errorsAt,
  selectField,
  textIn,
  whoField,
  wordsField,
  type FieldFault,
} from '../form-fields.js';
import { cell, type Table } from '../tables.js';
import { councilsWithin, reformName, seenToday } from './milestones.presenter.js';

const BACK = { href: addresses.milestones, text: w.back };

type Typed = {
  readonly fields: FormFields;
  readonly fault: FieldFault | null;
  readonly today: Day;
  readonly reader: Reader;
  readonly programme: Programme;
};

/** The form to plan a milestone: for one of the councils that the reader acts for. */
export function presentNewMilestone({ fields, fault, today, reader, programme }: Typed) {
  const shown = { fields, fault, today };
  const councils = councilsWithin(reader, programme, 'acts');
  const title = { name: 'title', hint: w.plan.whatHint, most: 120 };
  return {
    title: w.plan.title,
    section: 'alerts' as const,
    backLink: BACK,
    ...errorsAt(fault),
    form: {
      address: addresses.newMilestone(),
      fields: [
        selectField(shown, 'council', {
          label: w.plan.council,
          choices: councils.map(({ key, name }) => ({ value: key, text: name })),
        }),
        selectField(shown, 'reform', { label: w.plan.reform, choices: versionsIn(programme) }),
        whoField(shown, w.plan.what, title),
        whoField(shown, w.plan.who),
        dateField(shown, 'due', w.plan.due),
      ],
      send: w.plan.send,
    },
  };
}

/** Every version of every reform: which of them a council tests, the rules say. */
const versionsIn = ({ reforms }: Programme) =>
  reforms.flatMap(({ code, name, versions }) =>
    versions.map(({ version }) => ({
      value: `${code} ${version}`,
      text: w.reform(name, version),
    })),
  );

/** The reform and version of the form to plan a milestone. */
export function versionTyped(fields: FormFields): { reform: string; version: number } {
  const [reform = '', version = ''] = textIn(fields, 'reform').split(' ');
  return { reform, version: Number(version) };
}

/** What the form says has become of a milestone, or what has to be chosen first. */
export function milestoneDeedTyped(fields: FormFields): MilestoneDeed | FieldFault {
  const change = textIn(fields, 'change');
  const words = textIn(fields, 'words');
  if (change === 'done') return { kind: change, words };
  if (change === 'redate') return { kind: change, due: dayIn(fields, 'due'), words };
  return { field: 'change', text: w.say.choose };
}

const PLACES: Readonly<Record<string, string>> = {
  NAME_WRONG: 'who',
  MILESTONE_TITLE_WRONG: 'title',
  MILESTONE_DAY_WRONG: 'due-day',
  NOT_TAKING_PART: 'reform',
};

/** The place of a refusal on a form; `wordsAt` is the field whose words are screened. */
export function milestoneFaultAt(
  { code, message, fix }: Refusal,
  wordsAt: 'words' | 'title',
): FieldFault {
  const field = PLACES[code] ?? (code.startsWith('WORDS_') ? wordsAt : 'send');
  return { field, text: `${message} ${fix}` };
}

/** One milestone, what became of it, and the form to say more while it is still to be done. */
export function presentMilestone(milestone: MilestoneRecord, typed: Typed) {
  const { reader, programme, fields, fault, today } = typed;
  const { done, redated } = foldMilestone(milestone);
  const { council, due, standing } = seenToday(milestone, programme, today);
  const end = testEndOf(programme.register, milestone);
  const isOpen = standing === 'open' || standing === 'overdue';
  const shown = { fields, fault, today };
  return {
    title: milestone.title,
    caption: reformName(milestone, programme),
    section: 'alerts' as const,
    councilName: council,
    backLink: BACK,
    ...errorsAt(fault),
    state: w.standing[standing],
    lines: [
      `${council}. ${w.due(formatDate(due))} ${w.owner(milestone.owner)}.`,
      w.planned(milestone.plannedBy, formatDay(milestone.plannedAt)),
      ...(done ? [w.done(done.by, formatDay(done.at))] : []),
      ...(standing === 'dropped' && end?.on ? [w.dropped(formatDate(end.on))] : []),
      ...(standing === 'dropped' && end?.haltedReason ? [w.why(end.haltedReason)] : []),
    ],
    parts: done
      ? [{ heading: w.evidence, text: done.words, note: w.by(done.by, formatDay(done.at)) }]
      : [],
    table: redated.length > 0 ? datesOf(redated) : null,
    form:
      isOpen && covers(scopeOf(reader).acts, milestone.councilId)
        ? {
            heading: w.say.title,
            address: addresses.milestone(milestone.id),
            fields: [
              choiceField(shown, 'change', { label: w.say.change, choices: w.say.changes }),
              dateField(shown, 'due', w.say.due),
              wordsField(shown, w.say.words),
            ],
            send: w.say.send,
          }
        : null,
  };
}

const datesOf = (redated: ReturnType<typeof foldMilestone>['redated']): Table => ({
  caption: w.redated,
  head: [w.redatedHead.from, w.redatedHead.to, w.redatedHead.reason, w.redatedHead.by].map(
    (text) => ({ text }),
  ),
  rows: redated.map(({ from, to, words, by, at }) => [
    cell(formatDate(from)),
    cell(formatDate(to)),
    cell(words),
    cell(w.by(by, formatDay(at))),
  ]),
});
