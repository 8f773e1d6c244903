import { startTestServer } from '#testing';
import { memberKeys } from '../interleavings/councils.js';
import { runOne } from '../interleavings/run-one.js';
import { testService } from '../service/test-service.js';

const SEEDS = 500;

/**
 * Three senders for one council at once, five hundred times, each with its own council and month: every answer, and what
 * stands in the end, as in some serial order. Says each fault with its seed.
 */
export async function interleave(say: (line: string) => void): Promise<boolean> {
  const server = await startTestServer(process.cwd());
  process.env['TEST_OWNER_URL'] = server.ownerUrl;
  try {
    const at = await testService('2025-01-20T09:00:00Z');
    const councils = await memberKeys(at);
    const faults: string[] = [];
    for (let seed = 0; seed < SEEDS; seed += 1) faults.push(...(await runOne(at, seed, councils)));
    const broken = await at.broken();
    await at.close();
    for (const line of [...faults, ...broken]) say(line);
    say(`${SEEDS} interleavings of three senders: ${faults.length + broken.length} faults`);
    return faults.length + broken.length === 0;
  } finally {
    await server.stop();
  }
}
