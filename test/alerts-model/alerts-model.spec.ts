import fc from 'fast-check';
import { anyStep, faults, happen } from './steps.js';
import { World } from './world.js';

describe('alerts, whatever happens', () => {
  it('are never lost, doubled or cleared by silence, and stand where a fresh replay puts them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 80 }), async (steps) => {
        const world = new World();
        for (const step of steps) await happen(world, step);
        expect(await faults(world)).toEqual([]);
      }),
      { numRuns: 60, seed: 20_261_126 },
    );
  });
});
