import { ReturnReadModel } from '#application/ports';
import type { ReturnFacts, ReturnQuery } from '#application/ports';
import type { Scope } from '#domain/access';
import type { ScopedTransactions } from '../scoped-transactions.js';

type FactsRow = {
  council_id: number;
  period: string;
  answered: number;
  approved: number;
  boxes: string[];
  first_received: Date;
  last_received: Date;
  submission_ids: string[];
};
type AnswerRow = {
  council_id: number;
  period: string;
  kind: 'nil' | 'not-available';
  text: string;
  expected_on: string | null;
  at: Date;
};

export class PostgresReturnReadModel extends ReturnReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  async facts(scope: Scope, query: ReturnQuery): Promise<readonly ReturnFacts[]> {
    const councils = query.councilIds === 'all' ? null : query.councilIds;
    const parameters = [query.programmeId, councils, query.from, query.to, query.now];
    const { rows, answers } = await this.transactions.read(scope, async (sql) => ({
      rows: await sql.rows<FactsRow>(
        `select f.council_id, f.period, count(*)::int as answered, array_agg(f.metric) as boxes,
           count(*) filter (where f.standing = 'approved')::int as approved, min(a.known_at) as first_received,
           max(a.known_at) as last_received, array_agg(distinct f.submission_id::text) as submission_ids
         from current_figure f join acceptance a on a.id = f.acceptance_id
         where f.programme_id = $1 and f.standing <> 'published' and ($2::int[] is null or f.council_id = any ($2))
           and f.period_start >= $3 and f.period_start < $4 and a.known_at <= $5
         group by f.council_id, f.period`,
        parameters,
      ),
      answers: await sql.rows<AnswerRow>(
        `select distinct on (n.council_id, n.period) n.council_id, n.period, n.kind, n.text, n.expected_on::text,
           n.answered_at as at
         from return_answer n join acceptance a on a.id = n.acceptance_id
         where n.programme_id = $1 and ($2::int[] is null or n.council_id = any ($2))
           and n.period_start >= $3 and n.period_start < $4 and a.known_at <= $5
         order by n.council_id, n.period, a.known_seq desc`,
        parameters,
      ),
    }));
    return combine(rows, answers);
  }
}

function combine(rows: readonly FactsRow[], answers: readonly AnswerRow[]): readonly ReturnFacts[] {
  const facts = new Map<string, ReturnFacts>();
  for (const row of rows) {
    facts.set(`${row.council_id} ${row.period}`, {
      councilId: row.council_id,
      period: row.period,
      boxes: row.boxes,
      boxesApproved: row.approved,
      firstReceivedAt: row.first_received,
      lastReceivedAt: row.last_received,
      answer: null,
      submissionIds: row.submission_ids,
    });
  }
  for (const { council_id, period, kind, text, expected_on, at } of answers) {
    const key = `${council_id} ${period}`;
    const none: ReturnFacts = {
      councilId: council_id,
      period,
      boxes: [],
      boxesApproved: 0,
      firstReceivedAt: null,
      lastReceivedAt: null,
      answer: null,
      submissionIds: [],
    };
    facts.set(key, {
      ...(facts.get(key) ?? none),
      answer: { kind, text, expectedOn: expected_on, at },
    });
  }
  return [...facts.values()];
}
