import 'reflect-metadata';
import { dataOf } from './ask.js';
import { runningApi, type RunningApi } from './running-api.js';

type Answer = Readonly<Record<string, unknown>>;
const PARTS = `... on Refused { code } ... on SilenceFaults { faults { field code message } }
  ... on Silence { id rule council { name } messages from until reason createdBy endedBy }`;

describe('silences by GraphQL', () => {
  let api: RunningApi;
  let lead: string;
  let analyst: string;
  beforeAll(async () => {
    api = await runningApi();
    lead = await api.bearer('council-approver', 'rutland');
    analyst = await api.bearer('dfe-analyst');
  });
  afterAll(() => api.close());

  const silence = async (who: string, input: string): Promise<Answer> => {
    const query = `mutation { silence(input: { ${input} }) { ${PARTS} } }`;
    return (await dataOf<{ silence: Answer }>(api, who, query)).silence;
  };
  const words = 'reason: "The case system is being replaced."';

  it('are made, listed and ended early', async () => {
    const input = `council: "Rutland", rule: "off_trajectory", messages: COUNCIL, until: "2099-01-01", ${words}`;
    expect(await silence(lead, input)).toEqual({
      faults: [expect.objectContaining({ field: 'until', code: 'SILENCE_UNTIL_WRONG' })],
    });
    const until = new Date(api.at.clock.now().getTime() + 5 * 86_400_000).toJSON().slice(0, 10);
    const made = await silence(lead, input.replace('2099-01-01', until));
    expect(made).toMatchObject({
      ...{ rule: 'off_trajectory', council: { name: 'Rutland' }, messages: 'COUNCIL' },
      ...{ reason: 'The case system is being replaced.', endedBy: null },
    });
    const listed = await dataOf<{ silences: Answer[] }>(api, analyst, '{ silences { id } }');
    expect(listed.silences).toEqual([{ id: made['id'] }]);
    const end = `mutation { endSilence(id: "${String(made['id'])}") { ${PARTS} } }`;
    expect(await dataOf(api, analyst, end)).toEqual({ endSilence: { code: 'NOT_ALLOWED' } });
    const ended = await dataOf<{ endSilence: Answer }>(api, lead, end);
    expect(ended.endSilence).toMatchObject({ endedBy: expect.any(String) as string });
    expect(await dataOf(api, lead, end)).toEqual({ endSilence: { code: 'SILENCE_NOT_STANDING' } });
  });

  it('say every fault at its field, and are refused to who may not', async () => {
    const faults = `messages: ALL, council: "Atlantis", until: "never", reason: "x"`;
    expect(await silence(lead, `messages: ALL, until: "2025-01-20", ${words}`)).toEqual({
      code: 'NOT_ALLOWED',
    });
    expect(await silence(analyst, faults.replace('never', '2024-01-01'))).toEqual({
      faults: ['council', 'until', 'reason'].map(
        (field) => expect.objectContaining({ field }) as object,
      ),
    });
  });
});
