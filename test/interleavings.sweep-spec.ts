import { memberKeys } from './interleavings/councils.js';
import { runOne } from './interleavings/run-one.js';
import { testService, type TestService } from './service/test-service.js';

const SEEDS = Array.from({ length: 40 }, (_, n) => n);

describe('two people and a machine that send for one council at once', () => {
  let at: TestService;
  beforeAll(async () => {
    at = await testService('2025-01-20T09:00:00Z');
  });
  afterAll(() => at.close());

  it('are answered as in some serial order, and nothing is lost: forty seeds', async () => {
    const councils = await memberKeys(at);
    for (const seed of SEEDS) expect(await runOne(at, seed, councils)).toEqual([]);
    expect(await at.broken()).toEqual([]);
  });
});
