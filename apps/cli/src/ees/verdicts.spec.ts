import type { Screened } from '#domain/ees';
import { differences, verdictOf } from './verdicts.js';

const finding = (check: 'utf8' | 'total' | 'ignored_rows', severity: 'fail' | 'advice') => ({
  check,
  severity,
  place: '',
  message: '',
  fix: '',
});
const screened = (...findings: Screened['findings']): Screened => ({
  findings,
  stage: 'main tests',
});

describe('the verdict of an index on a data file', () => {
  it('is the check that the file is named after, or what its name is known to mean', () => {
    expect(verdictOf('fails the named check at pre-check 2', 'utf8')).toEqual({ finds: ['utf8'] });
    expect(verdictOf('fails the named check at pre-check 2', 'col_type_blank')).toEqual({
      finds: ['col_type'],
    });
    expect(verdictOf('other edge case', 'noFilters')).toEqual({ finds: [], outcome: 'passes' });
    expect(verdictOf('other edge case', 'never heard of')).toBeNull();
  });

  it('is kept where the check finds something, whatever else is found', () => {
    const stated = { finds: ['utf8'] };
    expect(
      differences(screened(finding('utf8', 'fail'), finding('total', 'advice')), stated),
    ).toEqual([]);
    expect(differences(screened(finding('total', 'fail')), stated)).toEqual(['utf8 finds nothing']);
  });

  it('says in what a screening differs from it', () => {
    const passes = { finds: [], findsNot: ['total'], outcome: 'passes', advice: 'none' } as const;
    expect(differences(screened(), passes)).toEqual([]);
    expect(differences(screened(finding('ignored_rows', 'advice')), passes)).toEqual([]);
    expect(
      differences(screened(finding('utf8', 'fail'), finding('total', 'advice')), passes),
    ).toEqual(['total finds something', 'it fails: utf8', 'it has advice']);
    expect(differences(screened(), { finds: [], stage: 'pre-check 1', advice: 'some' })).toEqual([
      'it ends at main tests',
      'it has no advice',
    ]);
  });
});
