import { fastify } from 'fastify';
import { scopeOf } from '#domain/access';
import { PostgresFigureReadModel } from '#persistence';
import { createApiApp } from '../apps/api/src/api-app.js';
import { analyst, seconds, say, type Bench } from './bench.js';

const READINGS = 200;

/** One reading of all 153 councils by GraphQL, against a bare route that runs the same scoped transaction. */
export async function reading({ service, app }: Bench): Promise<void> {
  const api = await createApiApp(service, { report: () => undefined, newReference: () => 'bench' });
  await api.listen(0, '127.0.0.1');
  const token = await service.accessTokens.issue({
    role: 'dfe-analyst',
    councilId: null,
    partnership: null,
    label: 'bench',
    ttlSeconds: 600,
  });
  const question = {
    query:
      '{ seriesByMetric(metric: "ehcp_timeliness_20wk_excl", period: { timePeriod: "2022", timeIdentifier: "Calendar year" }) { area { name } points { value numerator denominator } } }',
  };
  const figures = new PostgresFigureReadModel(app);
  const bare = fastify();
  const period = { from: '2022-01-01', to: '2023-01-01' };
  bare.get('/reading', async () => {
    const { register } = await service.programme.current();
    const names = new Map(register.councils.map(({ id, name }) => [id, name]));
    const rows = await figures.figures(scopeOf(analyst), {
      programmeId: register.programmeId,
      metrics: ['ehcp_timeliness_20wk_excl'],
      councilIds: 'all',
      breakdown: 'Total',
      ...period,
      now: service.clock.now(),
      asKnownAt: null,
    });
    const seriesByMetric = rows.map(({ councilId, value, numerator, denominator }) => ({
      area: { name: names.get(councilId) },
      points: [{ value, numerator, denominator }],
    }));
    return { data: { seriesByMetric } };
  });
  const address = await bare.listen({ port: 0, host: '127.0.0.1' });
  const ask = async (): Promise<void> => {
    const answer = await fetch(`${await api.getUrl()}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    const text = await answer.text();
    if (text.includes('errors')) throw new Error(text);
  };
  const askBare = async (): Promise<void> => {
    await (await fetch(`${address}/reading`)).text();
  };
  const each = async (work: () => Promise<void>): Promise<number> => {
    for (let n = 0; n < 10; n += 1) await work();
    return (
      ((await seconds(async () => {
        for (let n = 0; n < READINGS; n += 1) await work();
      })) *
        1000) /
      READINGS
    );
  };
  const [ours, theirs] = [await each(ask), await each(askBare)];
  say(
    `one reading of 153 councils by GraphQL: ${ours.toFixed(1)} ms; bare Fastify route on the same transaction: ${theirs.toFixed(1)} ms; ratio ${(ours / theirs).toFixed(2)}`,
  );
  await bare.close();
  await api.close();
}
