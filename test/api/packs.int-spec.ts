import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { PagePackPainter } from '#web/packs';
import { sendFor } from '../service/fifteen-months.js';
import { testService } from '../service/test-service.js';
import { ask, dataOf } from './ask.js';
import { apiOver, type RunningApi } from './running-api.js';

type Answer = Readonly<Record<string, unknown>>;
const OPENED =
  'id title checksum manifest verified corrected correctedSince { period before after }';
const PARTS = `... on Refused { code } ... on PackFaults { faults { field code message } } ... on OpenedEvidencePack { ${OPENED} }`;

describe('evidence packs by GraphQL', () => {
  let api: RunningApi;
  let analyst: string;
  let board: string;
  beforeAll(async () => {
    const at = await testService('2024-12-05T09:00:00Z', null, undefined, new PagePackPainter());
    api = await apiOver(at);
    await sendFor(at, 'rutland', { month: '2024-10', sent: { n_requests: '6' } });
    at.clock.set(new Date('2025-01-15T09:00:00Z'));
    analyst = await api.bearer('dfe-analyst');
    board = await api.bearer('board');
  });
  afterAll(() => api.close());

  const build = async (who: string, input: string): Promise<Answer> => {
    const query = `mutation { buildPack(input: { ${input} }) { ${PARTS} } }`;
    return (await dataOf<{ buildPack: Answer }>(api, who, query)).buildPack;
  };
  const terms = `title: "Panels", question: "Should panels go on?", measures: ["requests_received"]`;

  it('are made by DfE, and listed and opened by the board with what was corrected since', async () => {
    const made = await build(analyst, `${terms}, councils: ["E06000017"]`);
    expect(made).toMatchObject({ title: 'Panels', verified: true, corrected: 0 });
    const digest = createHash('sha256').update(String(made['manifest'])).digest('hex');
    expect(made['checksum']).toBe(digest);
    await sendFor(api.at, 'rutland', {
      ...{ month: '2024-10', sent: { n_requests: '7' } },
      reason: 'one more was found',
    });
    const id = String(made['id']);
    expect(
      await dataOf(api, board, '{ packs(first: 5) { edges { node { id corrected } } } }'),
    ).toEqual({ packs: { edges: [{ node: { id, corrected: 1 } }] } });
    const one = `{ pack(id: "${id}") { ${OPENED} } }`;
    const seen = await dataOf<{ pack: Answer }>(api, analyst, one);
    expect(seen.pack['correctedSince']).toEqual([
      { period: '2024 October', before: '6', after: '7' },
    ]);
    const told = await dataOf<{ pack: Answer }>(api, board, one);
    expect(told.pack['correctedSince']).toEqual([
      { period: '2024 October', before: '6', after: null },
    ]);
  });

  it('say every fault at its field, and are refused to who may not', async () => {
    expect(await build(board, terms)).toEqual({ code: 'NOT_ALLOWED' });
    const wrong = 'title: "", question: "", measures: [], councils: ["Atlantis"]';
    expect(await build(analyst, wrong)).toEqual({
      faults: ['title', 'question', 'measures', 'councils'].map(
        (field) => expect.objectContaining({ field }) as object,
      ),
    });
    const council = await api.bearer('council-approver', 'rutland');
    const { errors } = await ask(api, council, '{ packs { edges { node { id } } } }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(api.reported).toEqual([]);
  });
});
