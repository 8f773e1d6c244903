import fc from 'fast-check';
import { TOTAL } from '../../observations/index.js';
import { MONTHS, periodKey } from '../../periods/index.js';
import { readEesFile } from '../read/read-ees-file.js';
import { register } from '../read/small-file-for-spec.js';
import { REFERENCE } from '../screen/good-pair-for-spec.js';
import { screenDataFile } from '../screen/screen-data-file.js';
import { byAge, council, figure, none, pairOf } from './given-for-spec.js';
import { brokenRules } from './guidance-for-spec.js';
import { intakeTableOf, mappingOf, screenFileOf } from './pair-for-spec.js';
import type { EesFigure } from './written.js';

const REFERENCES = {
  ...REFERENCE,
  councils: [
    ['801', 'E06000101', 'Ashby'],
    ['802', 'E06000102', 'Brook'],
    ['802', 'E10000102', 'Brook'],
  ] as const,
  timeIdentifiers: { four: [MONTHS], six: [] },
};
describe('any data file for Explore Education Statistics', () => {
  it('keeps every rule, passes the screening and is read back the same, whatever the figures are', () => {
    const parts = fc.record({ n: fc.nat({ max: 400 }), more: fc.nat({ max: 400 }) });
    const state = fc.oneof(
      { weight: 3, arbitrary: fc.constant('value' as const) },
      fc.constantFrom('z' as const, 'x' as const, 'c' as const, 'low' as const),
    );
    const one = fc.tuple(parts, state).map(([{ n, more }, is]): EesFigure => {
      if (is !== 'value') return { ...none, state: is };
      const all = n + more;
      const value = all === 0 ? null : (Math.round((1000 * n) / all) / 10).toString();
      return { ...none, numerator: String(n), denominator: String(all), value, state: 'value' };
    });
    const at = fc.record({
      id: fc.constantFrom(1, 2),
      when: fc.constantFrom('2019-12', '2020-03', '2020-04', '2020-06'),
      breakdown: fc.constantFrom(TOTAL, 'young', 'old'),
    });
    const figures = fc.uniqueArray(fc.tuple(at, one), {
      ...{ minLength: 1, selector: ([where]) => JSON.stringify(where) },
    });
    fc.assert(
      fc.property(figures, fc.boolean(), (all, demonstration) => {
        const sent = all.map(([{ id, when, breakdown }, what]) =>
          figure(council(id), when, what, breakdown),
        );
        const pair = pairOf(sent, { metric: byAge, demonstration });
        expect(brokenRules(pair)).toEqual([]);
        const screened = screenDataFile(
          screenFileOf(pair.data),
          screenFileOf(pair.metadata),
          REFERENCES,
        );
        expect(screened.findings.filter(({ severity }) => severity === 'fail')).toEqual([]);
        expect(screened.stage).toBe('main tests');
        const back = readEesFile(intakeTableOf(pair.data), mappingOf(pair, byAge), { register });
        if (!back.ok) throw new Error(back.error.sentence);
        const found = new Map(
          back.value.observations.map((o) => [
            `${o.area.council?.id ?? 0} ${periodKey(o.period)} ${o.breakdown}`,
            [o.value, o.numerator, o.denominator, o.state],
          ]),
        );
        for (const { place, period: when, breakdown, ...what } of sent) {
          const id = place.level === 'Local authority' ? place.councilId : 0;
          const empty = what.state === 'value' && what.value === null;
          expect(found.get(`${id} ${periodKey(when)} ${breakdown}`)).toEqual([
            ...[what.value, what.numerator, what.denominator],
            empty ? 'z' : what.state,
          ]);
        }
        const others = [...found.values()].filter(([, , , is]) => is === 'x').length;
        const unavailable = sent.filter(({ state: is }) => is === 'x').length;
        expect(others).toBe(found.size - sent.length + unavailable);
      }),
      { numRuns: 60 },
    );
  });
});
