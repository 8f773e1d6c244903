import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerScope } from '#domain/access';
import { writeWorkbook } from '#workbooks';
import { createApiApp } from '../apps/api/src/api-app.js';
import { fileOf, importer, say, seconds } from './bench.js';
import { openBench } from './open-bench.js';

type Value = {
  readonly council: string;
  readonly month: string;
  readonly box: string;
  readonly value: string;
};
type Sent = { readonly type: string; readonly body: string | Blob; readonly path: string };
type Opened = Awaited<ReturnType<typeof openBench>>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADER = ['council', 'period', 'measure', 'value'] as const;
const MUTATION =
  'mutation ($input: SubmitObservationsInput!) { submitObservations(input: $input) { ... on SubmissionReceived { submission { acceptedCount receivedCount } } ... on SubmissionRefused { code message } } }';

const cellsOf = ({ council, month, box, value }: Value): readonly string[] => [
  council,
  month,
  box,
  value,
];
const observationsOf = (values: readonly Value[]) =>
  values.map(({ month, box, value }) => ({ metric: box, value, period: { month } }));

/** How each channel carries two years of one council. */
const CHANNELS: Readonly<Record<string, (values: readonly Value[]) => Sent>> = {
  CSV: (values) => ({
    path: '/v1/submissions',
    type: 'text/csv',
    body: `${[HEADER, ...values.map(cellsOf)].map((cells) => cells.join(',')).join('\n')}\n`,
  }),
  XLSX: (values) => ({
    path: '/v1/submissions',
    type: XLSX,
    body: new Blob([
      Buffer.from(
        writeWorkbook({ name: 'Return', rows: [HEADER, ...values.map(cellsOf)], widths: [] }),
      ),
    ]),
  }),
  JSON: (values) => ({
    path: '/v1/submissions',
    type: 'application/json',
    body: JSON.stringify({
      observations: observationsOf(values),
    }),
  }),
  GraphQL: (values) => ({
    path: '/graphql',
    type: 'application/json',
    body: JSON.stringify({
      query: MUTATION,
      variables: {
        input: {
          observations: observationsOf(values),
        },
      },
    }),
  }),
};

/**
 * Values accepted per second by each channel, by HTTP and with every rule: two years of every council of the demonstration,
 * one delivery a council, each channel on a fresh database; beside `unnest` of the same rows into the same tables, also one
 * transaction a council.
 */
export async function channels(): Promise<void> {
  const councils = twoYears();
  const count = councils.reduce((sum, values) => sum + values.length, 0);
  const floor = await onFresh((bench) => floorOf(bench, councils));
  say(
    `unnest of ${count} values of ${councils.length} councils: ${Math.round(count / floor)} values/s`,
  );
  for (const [name, carried] of Object.entries(CHANNELS)) {
    const { took, accepted } = await onFresh((bench) => sendAll(bench, councils.map(carried)));
    say(
      `${name}: ${accepted} of ${count} accepted, ${Math.round(accepted / took)} values/s; ratio ${((floor / took) * (accepted / count)).toFixed(2)}`,
    );
  }
}

/** The returns of the demonstration as they were sent, council by council. */
function twoYears(): readonly (readonly Value[])[] {
  const file = join(process.cwd(), 'programmes/send-ap/demonstration/returns.csv');
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const boxes = head.split(',').slice(2);
  const councils = new Map<string, Value[]>();
  for (const line of lines) {
    const [council = '', month = '', ...values] = line.split(',');
    const mine = councils.get(council) ?? [];
    boxes.forEach((box, index) => {
      const value = values[index] ?? '';
      if (/^\d+$/.test(value))
        mine.push({ council: council.replaceAll('-', ' '), month, box, value });
    });
    councils.set(council, mine);
  }
  return [...councils.values()];
}

async function onFresh<T>(work: (bench: Opened) => Promise<T>): Promise<T> {
  const bench = await openBench();
  try {
    return await work(bench);
  } finally {
    await bench.close();
  }
}

async function sendAll(
  { service, programme }: Opened,
  deliveries: readonly Sent[],
): Promise<{ took: number; accepted: number }> {
  const api = await createApiApp(service, { report: () => undefined, newReference: () => 'bench' });
  await api.listen(0, '127.0.0.1');
  const url = await api.getUrl();
  const keys = [...new Set(twoYears().map(([first]) => first?.council ?? ''))];
  const tokens = await Promise.all(
    keys.map((council) =>
      service.accessTokens.issue({
        role: 'council-submitter',
        councilId:
          programme.register.councils.find(({ key }) => key.replaceAll('-', ' ') === council)?.id ??
          null,
        partnership: null,
        label: 'bench',
        ttlSeconds: 600,
      }),
    ),
  );
  let accepted = 0;
  const took = await seconds(async () => {
    for (const [n, { path, type, body }] of deliveries.entries()) {
      const answer = await fetch(url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${tokens[n] ?? ''}`, 'content-type': type },
        body,
      });
      const text = await answer.text();
      const told = /"acceptedCount":(\d+)/.exec(text)?.[1];
      if (told === undefined) throw new Error(text.slice(0, 500));
      accepted += Number(told);
    }
  });
  await api.close();
  return { took, accepted };
}

async function floorOf(
  { service, transactions, programme }: Opened,
  councils: readonly (readonly Value[])[],
): Promise<number> {
  const ids = new Map(programme.register.councils.map(({ id, key }) => [key, id]));
  await service.receiveSubmission.run({
    ...fileOf('council,period,measure,value\nE06000017,2019,new_ehc_plans,1\n'),
    reader: importer,
    source: 'published',
    publishedOn: '2024-01-01',
  });
  const columns = `programme_id, metric, major, council_id, breakdown, period, acceptance_id, minor, period_start, period_end, numerator, denominator, value, state, symbol, comment, reason_kind, reason_text, demonstration, submission_id`;
  return seconds(async () => {
    for (const values of councils)
      await transactions.run(workerScope('bench'), (sql) =>
        sql.run(
          `with piece as (insert into revision (${columns}, published)
             select 1, o.metric, 1, o.council_id, 'Total', o.period, (select max(id) from acceptance), 0, (o.period || '-01')::date, ((o.period || '-01')::date + interval '1 month')::date, null, null, o.value, 'value', null, null, null, null, false, (select id from submission limit 1), false
             from unnest($1::int[], $2::text[], $3::text[], $4::numeric[]) as o(council_id, metric, period, value) returning ${columns})
           insert into current_figure (${columns}, standing) select ${columns}, 'provisional' from piece`,
          [
            values.map(({ council }) => ids.get(council.replaceAll(' ', '-')) ?? 0),
            values.map(({ box }) => box),
            values.map(({ month }) => month),
            values.map(({ value }) => value),
          ],
        ),
      );
  });
}
