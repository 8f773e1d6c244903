import fc from 'fast-check';
import { metrics } from './context-for-spec.js';
import { likestMeasures } from './likest-measures.js';

const boxes = metrics.filter(({ type }) => type === 'box');
const likest = (...names: string[]) => likestMeasures(names, boxes);

describe('which box a column may mean', () => {
  it.each([
    ["EHC requests rec'd", 'n_requests'],
    ['Decisions made', 'n_decisions'],
    ['Decs in 6 wks', 'n_decisions_6wk'],
    ['Refusals', 'n_refused'],
    ['New plans', 'n_plans'],
    ['Plans within 20 weeks', 'n_plans_20wk'],
    ['No. of assessments completed', 'n_assessments'],
    ['Annual reviews overdue', 'n_reviews_overdue'],
    ['Perm exclusions YTD', 'n_exclusions_ytd'],
    ['Susps ytd', 'n_suspensions_ytd'],
    ['Mediation cases', 'n_mediation'],
    ['Tribunal appeals', 'n_appeals'],
  ])('proposes for %p the box %p', (name, code) => expect(likest(name)).toEqual([code]));

  it.each(['Our notes', 'Ref', 'x', '', '2024'])('proposes nothing for %p', (name) =>
    expect(likest(name)).toEqual([null]),
  );

  it('gives no box to two columns: the likest has it', () => {
    expect(likest('Requests', 'Requests received')).toEqual([null, 'n_requests']);
  });

  it('proposes the same whatever the order of the columns', () => {
    const names = ["EHC requests rec'd", 'Decisions made', 'Decs in 6 wks', 'Refusals', 'Notes'];
    const whole = new Map(likest(...names).map((code, index) => [names[index], code]));
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (order) => {
        likest(...order).forEach((code, index) => expect(code).toBe(whole.get(order[index])));
      }),
    );
  });
});
