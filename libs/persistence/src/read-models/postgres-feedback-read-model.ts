import { FeedbackReadModel } from '#application/ports';
import type { FeedbackQuery, PageOf } from '#application/ports';
import type { Scope } from '#domain/access';
import type { FeedbackRecord } from '#domain/feedback';
import {
  FEEDBACK_COLUMNS,
  toFeedback,
  UNANSWERED,
  type FeedbackRow,
} from '../rows/feedback-row.js';
import type { ScopedTransactions } from '../scoped-transactions.js';
import { cursorOf, readCursor } from './cursor.js';

export class PostgresFeedbackReadModel extends FeedbackReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  async list(scope: Scope, query: FeedbackQuery): Promise<PageOf<FeedbackRecord>> {
    const after = readCursor(query.after);
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<FeedbackRow>(
        `select ${FEEDBACK_COLUMNS} from feedback f
         where f.programme_id = $1 and ($2::int is null or f.council_id = $2) and ($3::boolean is null or ${UNANSWERED} = $3)
           and ($4::timestamptz is null or (f.said_at, f.id) > ($4, $5::uuid))
           and ($7::int[] is null or f.council_id = any ($7)) and ($8::text is null or f.about = 'reform' and f.code = $8)
         order by f.said_at, f.id limit $6`,
        [
          query.programmeId,
          query.councilId,
          query.open,
          after?.at ?? null,
          after?.id ?? null,
          query.first + 1,
          query.councilIds ?? null,
          query.reform ?? null,
        ],
      ),
    );
    const items = rows.slice(0, query.first).map(toFeedback);
    const cursors = items.map(({ saidAt, id }) => cursorOf(saidAt, id));
    return { items, cursors, next: rows.length > query.first ? (cursors.at(-1) ?? null) : null };
  }

  async byId(scope: Scope, id: string): Promise<FeedbackRecord | null> {
    const row = await this.transactions.read(scope, (sql) =>
      sql.one<FeedbackRow>(`select ${FEEDBACK_COLUMNS} from feedback f where f.id = $1`, [id]),
    );
    return row && toFeedback(row);
  }
}
