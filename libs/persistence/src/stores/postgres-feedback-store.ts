import { FeedbackStore } from '#application/ports';
import type { Feedback, FeedbackEntry, FeedbackRecord } from '#domain/feedback';
import {
  FEEDBACK_COLUMNS,
  toFeedback,
  UNANSWERED,
  type FeedbackRow,
} from '../rows/feedback-row.js';
import type { SqlSession } from '../sql-session.js';
import { appendEntries } from './append-entries.js';

export class PostgresFeedbackStore extends FeedbackStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  async add(feedback: Feedback, mostWaiting: number): Promise<boolean> {
    const added = await this.sql.run(
      `insert into feedback (id, programme_id, council_id, about, code, words, said_at, said_by)
       select $1, $2, $3, $4, $5, $6, $7, $8
       where (select count(*) from feedback f where f.programme_id = $2 and f.council_id = $3 and ${UNANSWERED}) < $9`,
      [
        feedback.id,
        feedback.programmeId,
        feedback.councilId,
        feedback.about,
        feedback.code,
        feedback.words,
        feedback.saidAt,
        feedback.saidBy,
        mostWaiting,
      ],
    );
    return added === 1;
  }

  async open(id: string): Promise<FeedbackRecord | null> {
    // The app may not change what was said, so that its row cannot be locked: its id is.
    await this.sql.run(`select pg_advisory_xact_lock(hashtext('feedback'), hashtext($1))`, [id]);
    const row = await this.sql.keptOne<FeedbackRow>(
      `select ${FEEDBACK_COLUMNS} from feedback f where f.id = $1`,
      [id],
    );
    return row && toFeedback(row);
  }

  async append(
    { id, councilId }: Pick<Feedback, 'id' | 'councilId'>,
    entries: readonly FeedbackEntry[],
  ): Promise<void> {
    await appendEntries(this.sql, 'feedback', { id, councilId }, entries);
  }
}
