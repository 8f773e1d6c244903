import { runKills } from './message-kills/run-kills.js';

describe('two senders, one of which is killed at a random moment', () => {
  it('tell everybody at least once, and nobody more often than an attempt was lost', async () => {
    const { faults, messages, repeats, lost } = await runKills([1, 2]);
    expect(faults).toEqual([]);
    expect(messages).toBe(2 * 4 * 2);
    expect(repeats).toBeLessThanOrEqual(lost);
  }, 60_000);
});
