import type { Reader } from '#domain/access';
import { foldFeedback } from '#domain/feedback';
import { foldMilestone } from '#domain/delivery';
import { periodFromKey, type Period } from '#domain/periods';
import { dueOf } from '#domain/returns';
import { answerDue } from '#application/feedback';
import type { AlertRecord, Programme } from '#application/ports';
import { addresses } from '../../addresses/addresses.js';
import { formatPeriod } from '../../format/format-period.js';
import { formatDate, formatDay } from '../../format/format-time.js';
import type { ServiceDoor } from '../../service-door.js';
import { alertWords } from '../../words/alert.words.js';
import { titleOfAlert } from './alert-lines.js';

const { owed: w } = alertWords;

/** What an alert about a promise is about: what is owed, by whom, since when; and where it stands. */
export type OwedPart = {
  readonly lines: readonly string[];
  readonly link: { readonly href: string; readonly text: string };
};

type From = Pick<ServiceDoor, 'milestones' | 'feedback' | 'readAlerts'>;

/** What an alert says is owed; null for one about figures. */
export async function owedOf(
  door: From,
  reader: Reader,
  { seriesKey, councilId }: AlertRecord,
  programme: Programme,
): Promise<OwedPart | null> {
  const [kind, id = '', name = ''] = seriesKey.split(' ');
  if (kind === 'return') return owedReturn(periodFromKey(`${id} ${name}`), councilId, programme);
  if (kind === 'milestone') return owedMilestone(door, reader, id);
  if (kind === 'feedback') return owedAnswer(door, reader, id, programme);
  return kind === 'plan' ? owedPlan(door, reader, id, programme) : null;
}

function owedReturn(
  period: Period | null,
  councilId: number,
  programme: Programme,
): OwedPart | null {
  const { register, returnDefinition, holidays } = programme;
  const council = register.councils.find(({ id }) => id === councilId);
  if (!council || !period) return null;
  return {
    lines: [
      w.return(formatPeriod(period)),
      w.due(formatDay(dueOf(returnDefinition, period, holidays, []))),
    ],
    link: { href: addresses.returnOf(period, council.key), text: w.toReturn },
  };
}

async function owedMilestone(door: From, reader: Reader, id: string): Promise<OwedPart | null> {
  const milestone = await door.milestones.one(reader, id);
  if (!milestone) return null;
  const due = formatDate(foldMilestone(milestone).due);
  return {
    lines: [w.milestone(milestone.title), w.due(due), w.by(milestone.owner)],
    link: { href: addresses.milestone(id), text: w.toMilestone },
  };
}

async function owedAnswer(
  door: From,
  reader: Reader,
  id: string,
  programme: Programme,
): Promise<OwedPart | null> {
  const feedback = await door.feedback.one(reader, id);
  if (!feedback) return null;
  const due = answerDue(feedback, programme);
  return {
    lines: [
      w.answer(formatDay(feedback.saidAt)),
      ...(due === null ? [] : [w.due(formatDate(due))]),
      w.by(foldFeedback(feedback).owner ?? w.department),
    ],
    link: { href: addresses.feedbackItem(id), text: w.toFeedback },
  };
}

async function owedPlan(
  door: From,
  reader: Reader,
  id: string,
  programme: Programme,
): Promise<OwedPart | null> {
  const story = await door.readAlerts.one(reader, id);
  if (!story) return null;
  const { acknowledgedAt, acknowledgedBy } = story.alert;
  return {
    lines: [
      w.plan(titleOfAlert(story.alert, programme)),
      ...(acknowledgedAt && acknowledgedBy
        ? [alertWords.seen(acknowledgedBy, formatDay(acknowledgedAt))]
        : []),
    ],
    link: { href: `${addresses.alert(id)}#being-done`, text: w.toAlert },
  };
}
