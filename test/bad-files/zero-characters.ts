import { form } from '../api/send-to.js';

const ZERO = 'a\u0000b';
const JSON_TYPE = { 'content-type': 'application/json' };
const FIGURE = { metric: 'n_requests', period: { month: '2024-09' }, value: '6' };
const observation = (more: object) => (): BodyInit =>
  JSON.stringify({ observations: [{ ...FIGURE, ...more }] });
const call = (more: object) => (): BodyInit => JSON.stringify({ observations: [FIGURE], ...more });

type ByRest = readonly [string, () => BodyInit, Record<string, string>];

/** Every place of a body in which a text may stand, with a zero character in it, which PostgreSQL keeps in no text. */
export const WITH_ZERO_BY_REST: readonly ByRest[] = [
  ['the comment of a figure', observation({ comment: ZERO }), JSON_TYPE],
  ['a value', observation({ value: '6\u0000' }), JSON_TYPE],
  ['a state', observation({ state: 'x\u0000' }), JSON_TYPE],
  ['the name of a measure', observation({ metric: 'n\u0000' }), JSON_TYPE],
  ['a breakdown', observation({ breakdown: ZERO }), JSON_TYPE],
  ['a month', observation({ period: { month: '2024-09\u0000' } }), JSON_TYPE],
  ['the reason of a figure', observation({ reason: { kind: 'ERROR', text: ZERO } }), JSON_TYPE],
  ['the comment of a return', call({ comment: ZERO }), JSON_TYPE],
  ['a key', call({ idempotencyKey: ZERO }), JSON_TYPE],
  ['the name of a council', call({ council: '857\u0000' }), JSON_TYPE],
  ['the name of a file', () => form({ comment: ZERO }, [`${ZERO}.csv`, 'a,b\n1,2\n']), {}],
];

export const WITH_ZERO_BY_PAGE: readonly (readonly [string, string, Record<string, string>])[] = [
  ['a box', '', { action: 'send', 'box-n_plans': '6\u0000' }],
  ['a note', '', { action: 'send', 'box-n_plans': '6', 'note-n_plans': ZERO }],
  ['a state', '', { action: 'send', 'state-n_plans': 'x\u0000' }],
  ['the comment', '', { action: 'send', 'box-n_plans': '6', comment: ZERO }],
  ['the key', '', { action: 'send', 'box-n_plans': '6', key: ZERO }],
  ['an answer', '/answer', { kind: 'nil', text: `nothing to send ${ZERO}` }],
];
