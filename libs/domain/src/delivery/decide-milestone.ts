import { isNoName } from '../follow-up/index.js';
import { mayDescribeAPerson, wordsFault, type ValidationRule } from '../intake/index.js';
import { addDays, isDayWithin, type Day } from '../periods/index.js';
import type { RefusalCode } from '../refusals.js';
import { testEndOf, type Register } from '../register/index.js';
import {
  foldMilestone,
  standingOn,
  type Milestone,
  type MilestoneDeed,
  type MilestoneRecord,
} from './milestone.js';

/** How much may be planned and said. */
export const MILESTONE_LIMITS = {
  /** Of one council, those that are done or dropped counted too. */
  ofCouncil: 500,
  entries: 50,
  titleCharacters: 120,
  /** How far ahead a milestone may be due, in days. */
  dueDays: 1_830,
} as const;

/** What is known when a person wants to plan a milestone, or to say what became of one. */
export type MilestoneContext = {
  readonly register: Pick<Register, 'participations'>;
  readonly today: Day;
  readonly rules: readonly ValidationRule[];
};

/** Why a milestone cannot be planned now; null when it can. Only who tests the reform version, or is going to, plans one. */
export function planFault(
  milestone: Pick<Milestone, 'councilId' | 'reform' | 'version' | 'title' | 'owner' | 'due'>,
  { register, today, rules }: MilestoneContext,
): RefusalCode | null {
  const end = testEndOf(register, milestone);
  if (!end || (end.on !== null && end.on <= today)) return 'NOT_TAKING_PART';
  const title = milestone.title.trim();
  if (title.length < 3 || title.length > MILESTONE_LIMITS.titleCharacters)
    return 'MILESTONE_TITLE_WRONG';
  if (mayDescribeAPerson(title, rules)) return 'WORDS_ABOUT_A_PERSON';
  if (isNoName(milestone.owner, rules)) return 'NAME_WRONG';
  return dayFault(milestone.due, today);
}

/** Why this cannot be said of a milestone now; null when it can. */
export function milestoneFault(
  deed: MilestoneDeed,
  milestone: MilestoneRecord,
  { register, today, rules }: MilestoneContext,
): RefusalCode | null {
  const endedOn = testEndOf(register, milestone)?.on ?? null;
  const standing = standingOn(foldMilestone(milestone), today, endedOn);
  if (standing === 'done' || standing === 'dropped') return 'MILESTONE_ENDED';
  // One that is full of new dates can still be done.
  if (deed.kind === 'redate' && milestone.entries.length >= MILESTONE_LIMITS.entries)
    return 'MILESTONES_FULL';
  const day = deed.kind === 'redate' ? dayFault(deed.due, today) : null;
  return day ?? wordsFault(deed.words, rules);
}

const dayFault = (due: string, today: Day): RefusalCode | null =>
  isDayWithin(due, today, addDays(today, MILESTONE_LIMITS.dueDays)) ? null : 'MILESTONE_DAY_WRONG';
