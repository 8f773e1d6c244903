import { startTestServer } from '#testing';
import { runKills } from '../message-kills/run-kills.js';

const RUNS = 200;

/** Two hundred times a sender of messages is killed at a seeded moment while another one works beside it. */
export async function messageKills(say: (line: string) => void): Promise<boolean> {
  const server = await startTestServer(process.cwd());
  process.env['TEST_OWNER_URL'] = server.ownerUrl;
  try {
    const seeds = Array.from({ length: RUNS }, (_, n) => n + 1);
    const { runs, messages, repeats, lost, faults } = await runKills(seeds);
    for (const fault of faults) say(fault);
    say(
      `${runs} kills of a sender: ${messages} messages outside, each told; ${repeats} came again, of ${lost} attempts lost; ${faults.length} faults`,
    );
    return faults.length === 0;
  } finally {
    await server.stop();
  }
}
