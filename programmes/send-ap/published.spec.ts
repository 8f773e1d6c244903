import { addDecimals, parseDecimal } from '#domain/decimal';
import { periodFrom, periodKey } from '#domain/periods';
import {
  all,
  keyOf,
  metricOf,
  publications,
  rows,
  stoodIn,
  type Row,
} from './published-for-spec.js';

describe('The published figures', () => {
  it('name their origin, their licence and the metrics they hold, and nothing else', () => {
    for (const publication of publications) {
      const held = new Set(all.filter((f) => f.series === publication.series).map((f) => f.metric));
      expect([publication.series, [...held].sort()]).toEqual([
        publication.series,
        [...publication.metrics].sort(),
      ]);
      expect(publication.licence).toBe('Open Government Licence v3.0');
      expect(publication.origin.commit).toMatch(/^[0-9a-f]{40}$/);
      if (publication.origin.takenFrom.endsWith('send-attendance-dashboard'))
        expect(publication.origin.note).toMatch(/no licence file.*Open Government Licence v3\.0/);
    }
  });

  it('name councils by codes of the register, of other days only where that is said', () => {
    for (const { series, codesOfOtherDays } of publications) {
      const own = all.filter((figure) => figure.series === series);
      expect(own.filter((figure) => keyOf(figure.council) === '')).toEqual([]);
      const odd = new Set(own.filter((f) => !stoodIn(f.council, f.period)).map((f) => f.council));
      expect([series, [...odd].sort()]).toEqual([series, codesOfOtherDays]);
    }
  });

  it('are numbers or symbols of the publisher, one to a council, metric and period', () => {
    const wrong = all.filter(
      ({ value, numerator, denominator }) =>
        (parseDecimal(value) === null && !['x', 'z', 'c', 'low'].includes(value)) ||
        [numerator, denominator].some((part) => part !== '' && parseDecimal(part) === null),
    );
    expect(wrong).toEqual([]);
    const cells = all.map((f) => `${f.metric} ${keyOf(f.council)} ${periodKey(f.period)}`);
    expect(new Set(cells).size).toBe(cells.length);
  });

  it('have as many rows as were recorded, and add up to the recorded sum', () => {
    for (const { series, file, recorded } of publications) {
      const own = all.filter((f) => f.series === series && f.metric === recorded.metric);
      const values = own.map((f) => f.value).filter((value) => parseDecimal(value) !== null);
      expect({
        series,
        rows: rows(file).length,
        figures: values.length,
        sum: addDecimals(values),
      }).toEqual({ series, ...recorded, metric: undefined });
    }
  });

  it('became known after what they count had happened, on days of which the basis is said', () => {
    for (const { series, metrics: held, periods } of publications) {
      const flows = held.some((code) => metricOf.get(code)?.basis === 'flow');
      for (const { timePeriod, timeIdentifier, publishedOn, publishedOnBasis } of periods) {
        const period = periodFrom(timePeriod, timeIdentifier);
        const from = period.ok ? (flows ? period.value.end : period.value.start) : '9';
        expect([series, timePeriod, publishedOn > from]).toEqual([series, timePeriod, true]);
        expect(['source', 'calendar', 'assumed']).toContain(publishedOnBasis);
      }
    }
  });

  it('hold percentages that their own counts make', () => {
    const off = all.filter(({ metric, value, numerator, denominator }) => {
      const { unit = '' } = metricOf.get(metric) ?? {};
      const isShare = unit === 'percent' && parseDecimal(value) !== null;
      if (!isShare || numerator === '' || Number(denominator) === 0) return false;
      return Math.abs((100 * Number(numerator)) / Number(denominator) - Number(value)) > 0.0501;
    });
    expect(off.map((f) => `${f.metric} ${f.council} ${periodKey(f.period)}`)).toEqual([]);
  });
});

describe('The published figures of England', () => {
  const national = [...new Set(publications.flatMap((p) => p.nationalFile ?? []))].flatMap(rows);
  const england = (metric: string, timePeriod: string): Row | undefined =>
    national.find((row) => row['measure'] === metric && row['time_period'] === timePeriod);

  it('are of metrics and periods that the councils have', () => {
    const places = new Set(all.map((f) => `${f.metric} ${periodKey(f.period)}`));
    const odd = national.filter(
      (row) =>
        row['council'] !== 'E92000001' ||
        !places.has(`${row['measure'] ?? ''} ${row['time_period']} ${row['time_identifier']}`),
    );
    expect(odd).toEqual([]);
  });

  it.each([
    ['ehcp_timeliness_20wk_excl', '2024', '46.4'],
    ['ehcna_requests_received', '2024', '154489'],
    ['ehcna_assessments', '2024', '105340'],
    ['ehcna_no_plan_16wk_pc', '2024', '34.1'],
    ['annual_review_held_pc', '2024', '86.5'],
    ['annual_review_4wk_pc', '2024', '44.4'],
    ['mediation_total', '2024', '14493'],
    ['mediation_to_tribunal_pc', '2021', '25.5444'],
    ['tribunal_appeal_rate_v1', '2022', '2.3'],
    ['tribunal_appeal_rate_v1', '2024', '3.2'],
    ['pupils_ehcp_pc', '202425', '5.3'],
    ['dsg_cumulative_balance_pc', '202122', '-2.26'],
  ])('say %s of %s as the publication does', (metric, timePeriod, value) => {
    expect(england(metric, timePeriod)?.['value']).toBe(value);
  });

  it.each(['ehc_plans_january', 'ehc_plans_started', 'new_ehc_plans_by_need'])(
    'are what the councils add up to, for %s in every year',
    (metric) => {
      const years = new Set(all.filter((f) => f.metric === metric).map((f) => f.period.timePeriod));
      for (const year of years) {
        const values = all.filter((f) => f.metric === metric && f.period.timePeriod === year);
        expect([year, addDecimals(values.map((f) => f.value))]).toEqual([
          year,
          england(metric, year)?.['value'],
        ]);
      }
    },
  );
});

describe('The published figures of the regions', () => {
  const regional = rows('published/sen2-regions.csv');
  const england = rows('published/sen2-national.csv');

  it('are nine of each, and of metrics and periods that the councils have', () => {
    const places = new Set(all.map((f) => `${f.metric} ${periodKey(f.period)}`));
    const counts = new Map<string, number>();
    for (const row of regional) {
      const place = `${row['measure'] ?? ''} ${row['time_period']} ${row['time_identifier']}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    expect([...counts].filter(([place]) => !places.has(place))).toEqual([]);
    expect([...counts].filter(([, count]) => count !== 9)).toEqual([]);
  });

  it('add up to England, for counts', () => {
    for (const metric of [
      'ehcna_requests_received',
      'new_ehc_plans',
      'ehcna_assessments',
      'new_ehc_plans_by_need',
    ]) {
      const own = regional.filter(
        (row) => row['measure'] === metric && row['time_period'] === '2024',
      );
      const whole = england.find(
        (row) => row['measure'] === metric && row['time_period'] === '2024',
      );
      expect([metric, addDecimals(own.map((row) => row['value'] ?? ''))]).toEqual([
        metric,
        whole?.['value'],
      ]);
    }
  });
});

describe('The published figures of a council', () => {
  it.each([
    ['rutland', 'ehc_plans_january', '2025 January', '376'],
    ['rutland', 'ehcna_assessments', '2024 Calendar year', '80'],
    ['rutland', 'specialist_spend_per_head', '202122 Financial year', '217.07'],
    ['leeds', 'ehc_plans_january', '2025 January', '6093'],
    ['leeds', 'tribunal_appeal_rate_v1', '2024 Calendar year', '1.9'],
    ['leeds', 'dsg_cumulative_balance_pc', '202122 Financial year', '0.02'],
    ['bradford', 'suspension_rate_ehcp', '202324 Autumn term', '12.121'],
    ['bradford', 'suspension_rate_ehcp', '202425 Autumn term', '15.023'],
    ['stockton-on-tees', 'annual_review_4wk_pc', '2024 Calendar year', '90'],
    ['dorset-county', 'tribunal_appeal_rate_v1', '2018 Calendar year', '1.7'],
  ])('say of %s %s of %s what was published', (key, metric, period, value) => {
    const found = all.filter(
      (f) => keyOf(f.council) === key && f.metric === metric && periodKey(f.period) === period,
    );
    expect(found.map((f) => f.value)).toEqual([value]);
  });
});
