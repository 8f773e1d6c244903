import {
  BenchmarkReadModel,
  type AreaFigure,
  type AreaFigureQuery,
  type Neighbour,
} from '#application/ports';
import type { Scope } from '#domain/access';
import { londonDay, londonInstant, periodFromKey } from '#domain/periods';
import type { ScopedTransactions } from '../scoped-transactions.js';

type Row = Omit<AreaFigure, 'period'> & { readonly period: string };

/** The time of day at which statistics are published. */
const PUBLISHED_AT = '09:30';

export class PostgresBenchmarkReadModel extends BenchmarkReadModel {
  constructor(private readonly transactions: ScopedTransactions) {
    super();
  }

  async areaFigures(scope: Scope, query: AreaFigureQuery): Promise<readonly AreaFigure[]> {
    const day = londonDay(query.asKnownAt);
    const isOut = query.asKnownAt >= londonInstant(day, PUBLISHED_AT);
    const rows = await this.transactions.read(scope, (sql) =>
      sql.rows<Row>(
        `select distinct on (metric, area_code, period_start, period) area_code as "areaCode", metric, period,
           numerator::text as numerator, denominator::text as denominator, value::text as value, state, symbol,
           published_on::text as "publishedOn"
         from area_figure where programme_id = $1 and metric = any ($2) and area_code = any ($3)
           and (published_on < $4 or (published_on = $4 and $5))
         order by metric, area_code, period_start, period, published_on desc`,
        [query.programmeId, query.metrics, query.areaCodes, day, isOut],
      ),
    );
    return rows.flatMap((row) => {
      const period = periodFromKey(row.period);
      return period ? [{ ...row, period }] : [];
    });
  }

  neighboursOf(scope: Scope, councilId: number): Promise<readonly Neighbour[]> {
    return this.transactions.read(scope, (sql) =>
      sql.rows<Neighbour>(
        `select neighbour_id as "councilId", rank, closeness, vintage from statistical_neighbour
         where council_id = $1 and vintage = (select max(vintage) from statistical_neighbour where council_id = $1)
         order by rank`,
        [councilId],
      ),
    );
  }
}
