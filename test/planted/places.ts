import { xlsxOf, xmlText } from '#testing/workbooks';
import { XLSX } from '../../apps/api/src/rest/read-submission-body.js';
import { IN_CELLS } from '../../libs/workbooks/src/places-in-cells-for-spec.js';
import { IN_PARTS } from '../../libs/workbooks/src/places-in-parts-for-spec.js';
import { BESIDE_CELLS } from '../../libs/workbooks/src/places-in-sheets-for-spec.js';
import { ask, SUBMIT } from '../api/ask.js';
import { form, sendTo } from '../api/send-to.js';
import type { Stand } from '../channels/stand.js';

/** What became of a text: refused with whatever it came in, or taken without being kept. */
type Outcome = 'refused' | 'taken';
export type Place = {
  readonly place: string;
  readonly send: (stand: Stand, text: string) => Promise<Outcome>;
};

const HEADER = 'council,period,measure,value';
const PAGE = '/council/return/2024-09';
const GUARDED = /PERSONAL_DATA_|WORDS_ABOUT_A_PERSON|COUNCIL_NOT_YOURS|BODY_UNREADABLE/;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

async function rest(
  stand: Stand,
  body: BodyInit,
  headers: Record<string, string>,
  options = '',
): Promise<Outcome> {
  const authorization = await stand.bearer({});
  const answer = await sendTo(stand.api, { authorization, body, headers, options });
  const said = await answer.text();
  return answer.status >= 400 && answer.status < 500 && GUARDED.test(said) ? 'refused' : 'taken';
}

const byCsv = (place: string, textOf: (planted: string) => string): Place => ({
  place: `CSV, ${place}`,
  send: (stand, text) => rest(stand, textOf(text), { 'content-type': 'text/csv' }),
});
const byJson = (
  place: string,
  figure: (x: string) => object,
  call: (x: string) => object,
): Place => ({
  place: `JSON, ${place}`,
  send: (stand, text) => {
    const observation = { metric: 'n_requests', period: { month: '2024-09' }, value: '6' };
    const body = { observations: [{ ...observation, ...figure(text) }], ...call(text) };
    return rest(stand, JSON.stringify(body), { 'content-type': 'application/json' });
  },
});
const byGraphql = (
  place: string,
  figure: (x: string) => object,
  call: (x: string) => object,
): Place => ({
  place: `GraphQL, ${place}`,
  send: async (stand, text) => {
    const observation = { metric: 'n_requests', period: { month: '2024-09' }, value: '6' };
    const input = { observations: [{ ...observation, ...figure(text) }], ...call(text) };
    const told = await ask(stand.api, await stand.bearer({}), SUBMIT, { input });
    return /FILE_REFUSED|COUNCIL_NOT_YOURS/.test(JSON.stringify(told)) ? 'refused' : 'taken';
  },
});
const byForm = (
  place: string,
  path: string,
  fields: (x: string) => Record<string, string>,
): Place => ({
  place: `form, ${place}`,
  send: async (stand, text) => {
    const officer = await stand.officer({});
    const sent = await officer.post(`${PAGE}${path}`, { action: 'send', ...fields(text) });
    return sent.status === 422 &&
      /one person|identifier of a person|describe (one|a) (child|person)/.test(sent.text)
      ? 'refused'
      : 'taken';
  },
});
const byUpload = (place: string, file: (x: string) => { name: string; text: string }): Place => ({
  place: `upload, ${place}`,
  send: async (stand, text) => {
    const officer = await stand.officer({});
    const sent = await officer.upload(`${PAGE}/file`, { action: 'send' }, file(text));
    return sent.status === 422 && /one person|identifier of a person/.test(sent.text)
      ? 'refused'
      : 'taken';
  },
});
const nothing = (): object => ({});
const GOOD = `${HEADER}\n857,2024-09,n_requests,6\n`;
const named = (x: string): string => `${x.replaceAll('/', '.')}.csv`;

/** Every place of every channel in which a text may stand. */
export const PLACES: readonly Place[] = [
  byCsv('as it is', (x) => x),
  byCsv('a comment', (x) => `${HEADER},comment\n857,2024-09,n_requests,6,${quoted(`see ${x}`)}\n`),
  byCsv(
    'a column of the sender’s own',
    (x) => `${HEADER},ref\n857,2024-09,n_requests,6,${quoted(x)}\n`,
  ),
  byCsv('a header', (x) => `${HEADER},${quoted(x)}\n857,2024-09,n_requests,6,1\n`),
  byCsv('the number’s place', (x) => `${HEADER}\n857,2024-09,n_requests,${quoted(x)}\n`),
  byCsv('the month’s place', (x) => `${HEADER}\n857,${quoted(x)},n_requests,6\n`),
  byCsv('the council’s place', (x) => `${HEADER}\n${quoted(x)},2024-09,n_requests,6\n`),
  byCsv('the measure’s place', (x) => `${HEADER}\n857,2024-09,${quoted(x)},6\n`),
  byCsv('beyond the last column', (x) => `${GOOD}857,2024-09,n_decisions,6,${quoted(x)}\n`),
  {
    place: 'a form, the name of a file',
    send: (stand, x) => rest(stand, form({}, [named(x), GOOD]), {}),
  },
  {
    place: 'a form, its comment',
    send: (stand, x) => rest(stand, form({ comment: x }, ['a.csv', GOOD]), {}),
  },
  {
    place: 'a form, its key',
    send: (stand, x) => rest(stand, form({ idempotencyKey: x }, ['a.csv', GOOD]), {}),
  },
  {
    place: 'the address, the council',
    send: (stand, x) =>
      rest(stand, GOOD, { 'content-type': 'text/csv' }, `?council=${encodeURIComponent(x)}`),
  },
  {
    place: 'the address, something else',
    send: (stand, x) =>
      rest(stand, GOOD, { 'content-type': 'text/csv' }, `?file=${encodeURIComponent(x)}`),
  },
  {
    place: 'a header of HTTP, the key',
    send: (stand, x) => rest(stand, GOOD, { 'content-type': 'text/csv', 'idempotency-key': x }),
  },
  byJson('a comment', (comment) => ({ comment }), nothing),
  byJson('a value', (value) => ({ value }), nothing),
  byJson('a state', (state) => ({ value: undefined, state }), nothing),
  byJson('a measure', (metric) => ({ metric }), nothing),
  byJson('a breakdown', (breakdown) => ({ breakdown }), nothing),
  byJson('a council', (council) => ({ council }), nothing),
  byJson('a reason', (text) => ({ reason: { kind: 'ERROR', text } }), nothing),
  byJson('the comment of the return', nothing, (comment) => ({ comment })),
  byJson('the key', nothing, (idempotencyKey) => ({ idempotencyKey })),
  byGraphql('a comment', (comment) => ({ comment }), nothing),
  byGraphql('a value', (value) => ({ value }), nothing),
  byGraphql('a reason', (text) => ({ reason: { kind: 'ERROR', text } }), nothing),
  byGraphql('the comment of the return', nothing, (comment) => ({ comment })),
  byGraphql('the key', nothing, (idempotencyKey) => ({ idempotencyKey })),
  byGraphql('the council', nothing, (council) => ({ council })),
  byForm('a note', '', (x) => ({ 'box-n_plans': '6', 'note-n_plans': x })),
  byForm('a box', '', (x) => ({ 'box-n_plans': x })),
  byForm('the comment', '', (x) => ({ 'box-n_plans': '6', comment: x })),
  byForm('an answer', '/answer', (x) => ({ kind: 'not-available', text: `we wait for ${x}` })),
  byForm('the key', '', (x) => ({ 'box-n_plans': '6', key: x })),
  byUpload('the name of a file', (x) => ({ name: named(x), text: GOOD })),
  byUpload('a comment', (x) => ({
    name: 'a.csv',
    text: `${HEADER},comment\n857,2024-09,n_requests,6,${quoted(x)}\n`,
  })),
  ...[...IN_CELLS, ...BESIDE_CELLS, ...IN_PARTS].map(([place, book], n): Place => ({
    place: `workbook, ${place} (${n})`,
    send: (stand, x) =>
      rest(stand, new Uint8Array(xlsxOf(book(xmlText(x), x))), { 'content-type': XLSX }),
  })),
];
