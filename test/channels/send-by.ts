import { load } from 'cheerio';
import { XLSX } from '../../apps/api/src/rest/read-submission-body.js';
import { xlsxOf } from '#testing/workbooks';
import type { Workbook } from '#domain/intake';
import { ask, SUBMIT } from '../api/ask.js';
import { sendTo } from '../api/send-to.js';
import type { Case, SentRow } from '../../libs/domain/src/intake/context-for-spec.js';
import type { Carried, Channel } from './carried.js';
import { toldOf, type Told } from './expected.js';
import type { Stand } from './stand.js';

/** What came of sending: what was told, by the answer itself where it tells fields, and the text that a person reads. */
export type Answered = {
  readonly told: readonly Told[];
  readonly page: string | null;
  readonly replayed: boolean;
};
type Sending = {
  readonly one: Case;
  readonly channel: Channel;
  readonly carried: Carried;
  readonly month: string | null;
  readonly dryRun?: boolean;
};

export async function sendBy(stand: Stand, sending: Sending): Promise<Answered> {
  const { channel } = sending;
  if (channel === 'form' || channel === 'page file') return byPage(stand, sending);
  return channel === 'GraphQL' ? byGraphql(stand, sending) : byRest(stand, sending);
}

/** A workbook of a case as the bytes of a file. */
const bytesOfBook = ({ sheets, traces }: Workbook): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    xlsxOf({
      sheets: sheets.map(({ name, visibility, rows }) => ({
        name,
        ...(visibility === 'visible' ? {} : { state: visibility }),
        rows: rows.map(({ cells }) => {
          const width = Math.max(0, ...cells.map(({ column }) => column + 1));
          const texts = new Map(cells.map(({ column, text }) => [column, text]));
          return Array.from({ length: width }, (_, column) => texts.get(column) ?? null);
        }),
        hiddenRows: rows.filter(({ hidden }) => hidden).map(({ number }) => number),
      })),
      parts: Object.fromEntries(
        Array.from({ length: traces.pivotCaches }, (_, n) => [
          `xl/pivotCache/pivotCacheDefinition${n + 1}.xml`,
          '<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cacheFields/></pivotCacheDefinition>',
        ]),
      ),
    }),
  );

async function byRest(stand: Stand, { one, carried, dryRun }: Sending): Promise<Answered> {
  const [body, type] = bodyOf(carried);
  const answer = await sendTo(stand.api, {
    authorization: await stand.bearer(one),
    body,
    headers: { 'content-type': type },
    options: dryRun ? '?dryRun=true' : '',
  });
  return fromFields(await answer.json());
}

function bodyOf(carried: Carried): [string | Uint8Array<ArrayBuffer>, string] {
  if (carried.kind === 'file') return [carried.csv, 'text/csv'];
  if (carried.kind === 'workbook') return [bytesOfBook(carried.book), XLSX];
  if (carried.kind !== 'rows') throw new Error(`nothing for REST: ${carried.kind}`);
  return [JSON.stringify({ observations: carried.rows.map(toObservation) }), 'application/json'];
}

const toObservation = (row: SentRow): object => ({
  ...(row['council'] === undefined ? {} : { council: row['council'] }),
  metric: row['measure'] ?? '',
  period:
    row['time_period'] === undefined
      ? { month: row['period'] ?? '2024-09' }
      : { timePeriod: row['time_period'], timeIdentifier: row['time_identifier'] ?? '' },
  ...Object.fromEntries(
    ['breakdown', 'value', 'numerator', 'denominator', 'state', 'comment'].flatMap((name) =>
      row[name] === undefined ? [] : [[name, row[name]]],
    ),
  ),
  ...(row['reason'] ? { reason: { kind: row['reason'], text: row['reason_text'] ?? '' } } : {}),
});

type Fields = { readonly findings?: readonly Told[]; readonly replayed?: boolean };

function fromFields(sent: unknown): Answered {
  const { findings, replayed } = sent as Fields;
  if (!findings) throw new Error(`no findings in ${JSON.stringify(sent)}`);
  const told = findings.map((finding) =>
    toldOf({ ...finding, severity: finding.severity.toLowerCase() as Told['severity'] }),
  );
  return { told, page: null, replayed: replayed ?? false };
}

const SUBMIT_WHOLE = SUBMIT.replace(
  'code message fix findings { code row value }',
  'code message fix findings { code severity row column value message fix ruleVersion }',
);

async function byGraphql(
  stand: Stand,
  { one, carried, dryRun = false }: Sending,
): Promise<Answered> {
  if (carried.kind !== 'rows') throw new Error(`nothing for GraphQL: ${carried.kind}`);
  const observations = carried.rows.map(toObservation);
  const input = { council: carried.council, dryRun, observations };
  const { data, errors } = await ask<{
    submitObservations: { submission?: Fields } & Fields;
  }>(stand.api, await stand.bearer(one), SUBMIT_WHOLE, { input });
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return fromFields(data.submitObservations.submission ?? data.submitObservations);
}

async function byPage(stand: Stand, { one, carried, month, dryRun }: Sending): Promise<Answered> {
  const officer = await stand.officer(one);
  const path = `/council/return/${month}`;
  const action = dryRun ? 'check' : 'send';
  const sent =
    carried.kind === 'typed'
      ? await officer.post(path, { ...carried.fields, action })
      : await officer.upload(
          `${path}/file`,
          { action },
          { name: 'return.csv', text: carried.kind === 'file' ? carried.csv : '' },
        );
  // What is only checked is not kept: the page alone tells it.
  const told = dryRun ? [] : await stand.kept();
  const isRead = sent.location?.startsWith('/council/receipt/') && told.length > 0;
  const page = isRead ? await officer.get(sent.location ?? '') : sent;
  if (![200, 303, 422].includes(page.status)) throw new Error(`the page said ${page.status}`);
  return {
    told,
    page: mainText(page.text),
    replayed: false,
  };
}

/** What a person reads of a page. These pages close every element, so that the quicker parser reads them alike. */
function mainText(page: string): string {
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  return load(main, { xml: { xmlMode: false, decodeEntities: true } }, false)
    .root()
    .text()
    .replaceAll(/\s+/g, ' ');
}
