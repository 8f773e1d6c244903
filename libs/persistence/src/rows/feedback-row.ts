import type { FeedbackAbout, FeedbackDeed, FeedbackRecord } from '#domain/feedback';

export type FeedbackRow = {
  id: string;
  programme_id: number;
  council_id: number;
  about: FeedbackAbout;
  code: string | null;
  words: string;
  said_at: Date;
  said_by: string;
  entries: readonly { n: number; at: string; by: string; deed: FeedbackDeed }[];
};

/** The columns of feedback `f`, each with its entries in their order. */
export const FEEDBACK_COLUMNS = `f.id, f.programme_id, f.council_id, f.about, f.code, f.words, f.said_at, f.said_by,
  coalesce((select json_agg(json_build_object('n', e.n, 'at', e.at, 'by', e.made_by, 'deed', e.deed) order by e.n)
    from feedback_entry e where e.feedback_id = f.id), '[]') as entries`;

/** Whether feedback `f` waits for an answer. */
export const UNANSWERED = `not exists (select from feedback_entry a where a.feedback_id = f.id and a.kind = 'answer')`;

export const toFeedback = (row: FeedbackRow): FeedbackRecord => ({
  id: row.id,
  programmeId: row.programme_id,
  councilId: row.council_id,
  about: row.about,
  code: row.code,
  words: row.words,
  saidAt: row.said_at,
  saidBy: row.said_by,
  entries: row.entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
});
