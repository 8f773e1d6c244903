import { testDatabase, type TestDatabase } from '#testing';
import { lookQueueContract } from './look-queue.contract.js';
import { assertQueueSchema, openQueueConnection } from './index.js';

describe('the queue on PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  lookQueueContract(() =>
    Promise.resolve(
      openQueueConnection({ redisUrl: null, postgresUrl: database.roles.queue }, 'works'),
    ),
  );

  it('is asked for its schema before any worker is built, and raises where it is missing', async () => {
    expect(await assertQueueSchema(database.roles.queue)).toBeGreaterThan(0);
    const empty = new URL(database.roles.queue);
    empty.pathname = '/postgres';
    await expect(assertQueueSchema(empty.toString())).rejects.toThrow();
  });
});
