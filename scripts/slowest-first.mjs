// The order in which Jest runs spec files: those known to be long first, so that none of them is left for the end while the
// other worker has nothing to do. Jest's own memory of durations is empty on a clean checkout. The rest goes by size.
import { statSync } from 'node:fs';

const LONG = [
  'test/demonstration.sweep-spec.ts',
  'test/rules-by-channel.sweep-spec.ts',
  'test/access/row-security.sweep-spec.ts',
  'test/access/operations.sweep-spec.ts',
  'test/words/pseudo-language.sweep-spec.ts',
  'test/whole/start.e2e-spec.ts',
  'test/bad-files.sweep-spec.ts',
  'libs/workbooks/src/planted-identifiers.sweep-spec.ts',
];

const placeOf = ({ path }) => {
  const place = LONG.findIndex((name) => path.endsWith(`/${name}`));
  return place < 0 ? LONG.length : place;
};

/** What Jest asks of a sequencer; durations are not kept, so that two runs have one order. */
export default class SlowestFirst {
  sort(tests) {
    const sized = tests.map((test) => ({
      test,
      place: placeOf(test),
      size: statSync(test.path).size,
    }));
    return sized.sort((a, b) => a.place - b.place || b.size - a.size).map(({ test }) => test);
  }

  allFailedTests(tests) {
    return tests;
  }

  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_test, at) => at % shardCount === shardIndex - 1);
  }

  cacheResults() {}
}
