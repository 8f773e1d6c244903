import { assuranceStands } from '../index.js';

describe('assuranceStands', () => {
  it.each([
    ['common_cause', 'consistent_pass', true],
    ['common_cause', 'inconsistent', true],
    ['special_cause_improvement', 'consistent_pass', true],
    ['special_cause_improvement', 'inconsistent', false],
    ['special_cause_improvement', 'consistent_fail', false],
    ['special_cause_concern', 'consistent_pass', false],
    ['special_cause_concern', 'inconsistent', false],
    ['special_cause_concern', 'consistent_fail', true],
    ['special_cause_concern', null, null],
    ['insufficient', 'insufficient', null],
  ] as const)('says of %s with %s: %s', (variation, assurance, stands) => {
    expect(assuranceStands({ variation, assurance })).toBe(stands);
  });
});
