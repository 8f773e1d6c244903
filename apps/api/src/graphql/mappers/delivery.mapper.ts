import { foldMilestone, standingOn, type MilestoneRecord } from '#domain/delivery';
import { foldFeedback, type FeedbackAbout as About, type FeedbackRecord } from '#domain/feedback';
import { answerDue } from '#application/feedback';
import type { Day } from '#domain/periods';
import { testEndOf } from '#domain/register';
import type { Programme } from '#application/ports';
import { FeedbackAbout, MilestoneStanding } from '../types/enums.js';
import type { FeedbackType } from '../types/feedback.type.js';
import type { MilestoneType } from '../types/milestone.type.js';
import { councilById } from './register.mapper.js';

const STANDINGS = {
  open: MilestoneStanding.OPEN,
  overdue: MilestoneStanding.OVERDUE,
  done: MilestoneStanding.DONE,
  dropped: MilestoneStanding.DROPPED,
};
const ABOUT: Readonly<Record<About, FeedbackAbout>> = {
  reform: FeedbackAbout.REFORM,
  measure: FeedbackAbout.MEASURE,
  service: FeedbackAbout.SERVICE,
};

export function toMilestone(
  milestone: MilestoneRecord,
  { register }: Programme,
  today: Day,
): MilestoneType {
  const { id, councilId, reform, version, title, owner, plannedAt, plannedBy } = milestone;
  const state = foldMilestone(milestone);
  const endsOn = testEndOf(register, milestone)?.on ?? null;
  return {
    ...{ id, reform, version, title, owner, plannedAt, plannedBy },
    council: councilById(councilId, register),
    due: state.due,
    standing: STANDINGS[standingOn(state, today, endsOn)],
    doneAt: state.done?.at ?? null,
    doneBy: state.done?.by ?? null,
    evidence: state.done?.words ?? null,
    redated: state.redated.map(({ words: reason, ...one }) => ({ ...one, reason })),
  };
}

export function toFeedback(feedback: FeedbackRecord, programme: Programme): FeedbackType {
  const { id, councilId, about, code, words: text, saidAt, saidBy } = feedback;
  const { owner, answer } = foldFeedback(feedback);
  return {
    ...{ id, aboutCode: code, text, saidAt, saidBy, owner },
    council: councilById(councilId, programme.register),
    about: ABOUT[about],
    answerDue: answerDue(feedback, programme),
    answer: answer?.words ?? null,
    answeredAt: answer?.at ?? null,
    answeredBy: answer?.by ?? null,
  };
}

/** What feedback is about, as the domain says it. */
export const feedbackAbout = (asked: FeedbackAbout): About => {
  const [found] = Object.entries(ABOUT).find(([, name]) => name === asked) ?? [];
  return (found as About | undefined) ?? 'service';
};
