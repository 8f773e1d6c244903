import { join } from 'node:path';
import { readMappings } from '../../apps/cli/src/ees/mapping-file.js';
import { readReference } from '../../apps/cli/src/ees/reference-files.js';
import { councilsFile } from '../../apps/cli/src/seed/programme-files.js';
import { readJson } from '../../apps/cli/src/seed/read-json.js';

const folder = join(process.cwd(), 'programmes', 'send-ap');

describe('what the programme knows of Explore education statistics', () => {
  it('maps each series once, each metric in one place, and only columns told apart from other series', () => {
    const mappings = readMappings(folder);
    const metrics = mappings.flatMap(({ indicators }) => indicators.map(({ metric }) => metric));
    expect(new Set(mappings.map(({ series }) => series)).size).toBe(mappings.length);
    expect(new Set(metrics).size).toBe(metrics.length);
    const marks = mappings.map(({ recognise, recogniseTimeIdentifier: by }) =>
      JSON.stringify([recognise, by]),
    );
    expect(new Set(marks).size).toBe(mappings.length);
  });

  it('has every council of the register under its codes in the list of combinations', () => {
    const listed = new Set(readReference(folder).councils.flatMap(([old, code]) => [old, code]));
    const codes = readJson(join(folder, 'councils.json'), councilsFile).flatMap((council) =>
      council.codes.map(({ code }) => code),
    );
    expect(codes.filter((code) => !listed.has(code))).toEqual([]);
  });

  it('names only levels of its own list as filled for others', () => {
    const { levels } = readReference(folder);
    const known = new Set(levels.map(({ level }) => level));
    const named = levels.flatMap(({ alsoFilledFor }) => alsoFilledFor ?? []);
    expect(named.filter((level) => !known.has(level))).toEqual([]);
  });
});
