import { workerScope } from '#domain/access';
import { MONTHS } from '#domain/periods';
import { fileOf, importer, say, seconds, type Bench } from './bench.js';

const VALUES = 20_000;

/** Values accepted per second by CSV, against `unnest` of the same rows into the same tables, in one run. */
export async function acceptance(
  { service, transactions }: Bench,
  codes: readonly string[],
): Promise<void> {
  const rows = Array.from({ length: VALUES }, (_, n) => ({
    code: codes[n % codes.length] ?? '',
    block: Math.floor(n / codes.length),
    n,
  }));
  const month = (block: number): { year: number; name: string } => ({
    year: 1925 + Math.floor(block / 12),
    name: MONTHS[block % 12] ?? '',
  });
  const lines = rows.map(
    ({ code, block, n }) => `${code},${month(block).year},${month(block).name},new_ehc_plans,${n}`,
  );
  const text = `council,time_period,time_identifier,measure,value\n${lines.join('\n')}\n`;
  const ours = await seconds(async () => {
    const answer = await service.receiveSubmission.run({
      ...fileOf(text),
      reader: importer,
      source: 'published',
      publishedOn: '2024-01-01',
    });
    if (answer.kind === 'refused') throw new Error(JSON.stringify(answer.findings[0]));
    await service.checkStoredSubmissions.run();
  });
  const floor = await seconds(() =>
    transactions.run(workerScope('bench'), async (sql) => {
      await sql.run(
        `create temp table stage on commit drop as select * from revision where metric = 'new_ehc_plans'`,
      );
      const columns = `programme_id, metric, major, council_id, breakdown, period, acceptance_id, minor, period_start, period_end, numerator, denominator, value, state, symbol, comment, reason_kind, reason_text, demonstration, submission_id`;
      for (let from = 0; from < VALUES; from += 5_000) {
        const piece = rows.slice(from, from + 5_000);
        await sql.run(
          `with piece as (insert into revision (${columns}, published)
             select 1, 'floor', 1, o.council_id, 'Total', o.period, (select max(id) from acceptance), 0, '2024-01-01', '2024-02-01', null, null, o.value, 'value', null, null, null, null, false, (select id from submission limit 1), true
             from unnest($1::int[], $2::text[], $3::numeric[]) as o(council_id, period, value) returning ${columns})
           insert into current_figure (${columns}, standing) select ${columns}, 'published' from piece`,
          [
            piece.map(({ n }) => n % codes.length),
            piece.map(({ block }) => `${month(block).year} ${month(block).name}`),
            piece.map(({ n }) => String(n)),
          ],
        );
      }
    }),
  );
  const rate = (took: number): number => Math.round(VALUES / took);
  say(
    `values accepted per second by CSV: ${rate(ours)}; unnest into the same tables: ${rate(floor)}; ratio ${(floor / ours).toFixed(2)}`,
  );
}
