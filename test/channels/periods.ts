import { MONTHS } from '#domain/periods';

/** `2024-09` of `2024 September`. */
export function readPeriodOf(key: string): string {
  const [year = '', name = ''] = key.split(' ');
  return `${year}-${String(MONTHS.findIndex((month) => month === name) + 1).padStart(2, '0')}`;
}
