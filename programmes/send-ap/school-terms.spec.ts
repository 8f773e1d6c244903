import { readFileSync } from 'node:fs';
import { TERMS, schoolDaysIn, type SchoolTerm } from '#domain/calendar';
import { periodFrom } from '#domain/periods';

type Year = {
  council: string | null;
  academicYear: string;
  source: string;
  terms: Pick<SchoolTerm, 'term' | 'starts' | 'ends' | 'halfTerm'>[];
};
const json = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;
const years = json<Year[]>('school-terms.json');
const councils = new Set(json<{ key: string }[]>('councils.json').map(({ key }) => key));
const holidays = new Set(json<{ day: string }[]>('bank-holidays.json').map(({ day }) => day));

describe('school terms', () => {
  it.each(years.map((year) => [`${year.council ?? 'all'} ${year.academicYear}`, year] as const))(
    'of %s are three, in order, with a half-term from Monday to Friday inside each, and a source',
    (_, { council, source, terms }) => {
      expect(council === null || councils.has(council)).toBe(true);
      expect(source).not.toBe('');
      expect(terms.map(({ term }) => term)).toEqual([...TERMS]);
      const days = terms.flatMap(({ starts, ends, halfTerm }) => [
        starts,
        ...(halfTerm ? [halfTerm.starts, halfTerm.ends] : []),
        ends,
      ]);
      expect(days).toEqual(days.toSorted());
      const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
      for (const { halfTerm } of terms)
        expect(halfTerm && [weekday(halfTerm.starts), weekday(halfTerm.ends)]).toEqual([1, 5]);
    },
  );

  it('make about the 190 to 195 days that schools are open for pupils and teachers', () => {
    for (const { academicYear, council, terms, source } of years) {
      const year = periodFrom(academicYear, 'Academic year');
      if (!year.ok) throw new Error(academicYear);
      const whole = terms.map((term) => ({ ...term, councilId: null, academicYear, source }));
      // Some councils open in the last days of August.
      const from = whole[0]?.starts ?? year.value.start;
      const before = {
        ...whole[0],
        academicYear: `${Number(academicYear.slice(0, 4)) - 1}${academicYear.slice(2, 4)}`,
      };
      const earlier = {
        ...before,
        starts: '1999-09-01',
        ends: '1999-09-02',
        halfTerm: null,
      } as SchoolTerm;
      const days = schoolDaysIn(
        { start: from, end: year.value.end },
        [...whole, earlier],
        holidays,
      );
      expect([council, academicYear, days !== null && days >= 188 && days <= 197]).toEqual([
        council,
        academicYear,
        true,
      ]);
    }
  });
});
