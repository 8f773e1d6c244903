import 'reflect-metadata';
import { dataOf } from './ask.js';
import { runningApi, type RunningApi } from './running-api.js';

describe('milestones and feedback by GraphQL', () => {
  let api: RunningApi;
  let wakefield: string;
  let analyst: string;
  beforeAll(async () => {
    api = await runningApi();
    wakefield = await api.bearer('council-submitter', 'wakefield');
    analyst = await api.bearer('dfe-analyst');
  });
  afterAll(() => api.close());

  const RECORD = `mutation ($input: RecordMilestoneInput!) { recordMilestone(input: $input) {
    ... on Milestone { id reform version title owner due standing evidence council { name } redated { from to reason } }
    ... on Refused { code } } }`;
  const record = async (input: object): Promise<{ id: string }> =>
    (await dataOf<{ recordMilestone: { id: string } }>(api, wakefield, RECORD, { input }))
      .recordMilestone;

  it('plans a milestone of one’s own council, gives it a new date, and says that it is done', async () => {
    const planned = await record({
      ...{ reform: 'multi-agency-panels', title: 'First panel has met', owner: 'SEND lead' },
      due: '2025-02-03',
    });
    expect(planned).toMatchObject({
      ...{ version: 1, standing: 'OPEN', council: { name: 'Wakefield' } },
    });
    const { id } = planned;
    const reason = 'The chair starts in March.';
    expect(await record({ id, due: '2025-03-10', reason })).toMatchObject({
      ...{ due: '2025-03-10', redated: [{ from: '2025-02-03', to: '2025-03-10', reason }] },
    });
    const evidence = 'The minutes are on the council site.';
    expect(await record({ id })).toEqual({ code: 'MILESTONE_UNCLEAR' });
    expect(await record({ id, evidence, due: '2025-03-11', reason })).toEqual({
      code: 'MILESTONE_UNCLEAR',
    });
    expect(await record({ id, evidence })).toMatchObject({ standing: 'DONE', evidence });
    expect(await record({ id, due: '2025-03-11', reason })).toEqual({ code: 'MILESTONE_ENDED' });
    const list = `{ milestones(council: "Wakefield", reform: "multi-agency-panels", open: false, first: 1) {
      edges { node { id } } pageInfo { hasNextPage } } nowhere: milestones(council: "Atlantis") { edges { node { id } } } }`;
    expect(await dataOf(api, analyst, list)).toEqual({
      milestones: { edges: [{ node: { id } }], pageInfo: { hasNextPage: false } },
      nowhere: { edges: [] },
    });
  });

  it('takes feedback, says by when it is answered, and takes one answer of DfE', async () => {
    const parts = `... on Feedback { id about aboutCode answerDue owner answer } ... on Refused { code }`;
    const give = `mutation { giveFeedback(input: { about: MEASURE, aboutCode: "plans_issued",
      text: "It is not clear whether amended plans count." }) { ${parts} } }`;
    type Given = { giveFeedback: { id: string } };
    const { giveFeedback: given } = await dataOf<Given>(api, wakefield, give);
    expect(given).toMatchObject({
      about: 'MEASURE',
      aboutCode: 'plans_issued',
      answerDue: '2025-02-05',
    });
    const answer = `mutation ($input: AnswerFeedbackInput!) { answerFeedback(input: $input) { ${parts} } }`;
    const answered = async (bearer: string, input: object) =>
      dataOf(api, bearer, answer, { input: { id: given.id, ...input } });
    expect(await answered(wakefield, { answer: 'They do not.' })).toMatchObject({
      answerFeedback: { code: 'NOT_ALLOWED' },
    });
    expect(await answered(analyst, {})).toMatchObject({
      answerFeedback: { code: 'FEEDBACK_EMPTY' },
    });
    expect(await answered(analyst, { owner: 'Data lead' })).toMatchObject({
      answerFeedback: { owner: 'Data lead', answer: null },
    });
    expect(await answered(analyst, { answer: 'They do not: only new plans.' })).toMatchObject({
      answerFeedback: { owner: 'Data lead', answer: 'They do not: only new plans.' },
    });
    const waits = `{ feedback(open: true) { edges { node { id } } } all: feedback { edges { node { id text } } } }`;
    expect(await dataOf(api, wakefield, waits)).toMatchObject({
      feedback: { edges: [] },
      all: { edges: [{ node: { id: given.id } }] },
    });
  });
});
