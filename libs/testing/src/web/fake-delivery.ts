import { err, ok, refusal, type RefusalCode } from '#domain';
import { covers, scopeOf, type Extent, type Reader } from '#domain/access';
import { foldFeedback, type FeedbackRecord } from '#domain/feedback';
import { foldMilestone, type MilestoneDeed, type MilestoneRecord } from '#domain/delivery';
import type { MilestonePlan } from '#application/delivery';
import type { FeedbackAnswer, Said } from '#application/feedback';
import { councilNamed } from './a-programme.js';

export const MILESTONE_ID = '0190f0a0-0000-7000-8000-0000000000e1';
export const DONE_MILESTONE_ID = '0190f0a0-0000-7000-8000-0000000000e2';
export const FEEDBACK_ID = '0190f0a0-0000-7000-8000-0000000000e3';
export const ANSWERED_FEEDBACK_ID = '0190f0a0-0000-7000-8000-0000000000e4';

/** Rutland's milestones: one is overdue and was given a new date before, one is done. */
const someMilestones = (): readonly MilestoneRecord[] => {
  const of = {
    ...{ programmeId: 1, councilId: councilNamed('Rutland').id, reform: 'panels', version: 1 },
    ...{ owner: 'SEND lead', plannedAt: new Date('2024-02-05T10:00:00Z') },
    plannedBy: 'Rutland SEND lead',
  };
  const at = new Date('2024-10-01T10:00:00Z');
  const by = 'Rutland SEND lead';
  return [
    {
      ...{ ...of, id: MILESTONE_ID, title: 'First panel has met', due: '2024-10-31' },
      entries: [
        {
          ...{ n: 1, at, by },
          deed: { kind: 'redate', due: '2024-12-13', words: 'The chair starts in November.' },
        },
      ],
    },
    {
      ...{ ...of, id: DONE_MILESTONE_ID, title: 'Members are trained', due: '2024-10-31' },
      entries: [{ n: 1, at, by, deed: { kind: 'done', words: 'All 14 are in the record.' } }],
    },
  ];
};

/** What Rutland said: one waits, and should have been answered; one was. */
const someFeedback = (): readonly FeedbackRecord[] => {
  const of = { programmeId: 1, councilId: councilNamed('Rutland').id, saidBy: 'Rutland SEND lead' };
  const analyst = { at: new Date('2024-12-20T10:00:00Z'), by: 'DfE analyst' };
  return [
    {
      ...{ ...of, id: FEEDBACK_ID, about: 'service', code: null },
      words: 'A list of what changed since last month would help us to check the return.',
      saidAt: new Date('2024-12-02T10:00:00Z'),
      entries: [{ ...analyst, n: 1, deed: { kind: 'assign', who: 'Service owner' } }],
    },
    {
      ...{ ...of, id: ANSWERED_FEEDBACK_ID, about: 'reform', code: 'panels' },
      words: 'Panels need the papers two days earlier.',
      saidAt: new Date('2024-12-09T10:00:00Z'),
      entries: [
        { ...analyst, n: 1, deed: { kind: 'answer', words: 'The guidance will say three days.' } },
      ],
    },
  ];
};

type Listed = { readonly open: boolean | null };

/** Milestones and feedback in memory: what is asked for is remembered, and nothing else changes. */
export function fakeDelivery() {
  const asked: object[] = [];
  const deliveryState: { problem: RefusalCode | null } = { problem: null };
  const seen = <T extends { readonly councilId: number }>(reader: Reader, all: readonly T[]) =>
    all.filter(({ councilId }) => covers(scopeOf(reader).anyStatus, councilId));
  const keep = <T>(request: object, all: readonly T[]) => {
    asked.push(request);
    const [first] = all;
    const { problem } = deliveryState;
    return Promise.resolve(first && !problem ? ok(first) : err(refusal(problem ?? 'NOT_FOUND')));
  };
  const pageOf = <T>(items: readonly T[]) => Promise.resolve({ items, cursors: [], next: null });
  const find = <T extends { readonly id: string }>(all: readonly T[], id: string) =>
    Promise.resolve(all.find((one) => one.id === id) ?? null);
  return {
    delivered: { asked, state: deliveryState },
    milestones: {
      plan: (_: Reader, plan: MilestonePlan) => keep(plan, someMilestones()),
      say: (_: Reader, id: string, deed: MilestoneDeed) => keep({ id, ...deed }, someMilestones()),
      one: (reader: Reader, id: string) => find(seen(reader, someMilestones()), id),
      list: (reader: Reader, { open, councilIds }: Listed & { councilIds: Extent }) =>
        pageOf(
          seen(reader, someMilestones()).filter(
            (one) =>
              covers(councilIds, one.councilId) &&
              (open === null || open === (foldMilestone(one).done === null)),
          ),
        ),
    },
    feedback: {
      give: (_: Reader, said: Said) => keep(said, someFeedback()),
      answer: (_: Reader, id: string, answer: FeedbackAnswer) =>
        keep({ id, ...answer }, someFeedback()),
      one: (reader: Reader, id: string) => find(seen(reader, someFeedback()), id),
      list: (reader: Reader, { open, councilIds = 'all' }: Listed & { councilIds?: Extent }) =>
        pageOf(
          seen(reader, someFeedback()).filter(
            (one) =>
              covers(councilIds, one.councilId) &&
              (open === null || open === (foldFeedback(one).answer === null)),
          ),
        ),
    },
  };
}
