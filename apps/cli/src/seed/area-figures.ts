import { join } from 'node:path';
import type { z } from 'zod';
import type { AreaFigure } from '#application/ports';
import { parseDecimal } from '#domain/decimal';
import { periodFrom } from '#domain/periods';
import { plainRows } from './plain-rows.js';
import type { publicationsFile } from './programme-files.js';

/**
 * The published figures of regions and England, each known from the day on which its period of its series was published.
 * A row of a metric or period that no publication names is a fault of the data.
 */
export function areaFigures(
  folder: string,
  publications: z.output<typeof publicationsFile>,
): readonly AreaFigure[] {
  const days = new Map<string, string>(
    publications.flatMap(({ metrics, periods }) =>
      metrics.flatMap((metric) =>
        periods.map(
          (one) => [`${metric} ${one.timePeriod} ${one.timeIdentifier}`, one.publishedOn] as const,
        ),
      ),
    ),
  );
  const files = new Set(
    publications.flatMap(({ nationalFile, regionsFile }) =>
      [nationalFile, regionsFile].filter((file) => file !== undefined),
    ),
  );
  return [...files].flatMap((file) =>
    plainRows(join(folder, file)).map((row): AreaFigure => {
      const { council = '', measure = '', time_period = '', time_identifier = '' } = row;
      const period = periodFrom(time_period, time_identifier);
      const publishedOn = period.ok && days.get(`${measure} ${time_period} ${time_identifier}`);
      if (!period.ok || !publishedOn)
        throw new Error(
          `${file}: no publication has ${measure} of ${time_period} ${time_identifier}`,
        );
      const number = (name: string) => (row[name] ? parseDecimal(row[name]) : null);
      return {
        areaCode: council,
        metric: measure,
        period: period.value,
        numerator: number('numerator'),
        denominator: number('denominator'),
        value: number('value'),
        state: row['value'] ? 'value' : 'x',
        symbol: row['state'] || null,
        publishedOn,
      };
    }),
  );
}
