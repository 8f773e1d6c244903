import { addDays, formatDay, periodKey, type Day, type Period } from '../../periods/index.js';
import { resolveCouncil, type Council, type Register } from '../../register/index.js';
import type { EesAreaColumns } from './mapping.js';
import { counted, type OddityNotes } from './oddities.js';
import type { EesArea } from './reading.js';

export type AreaTexts = Readonly<Record<keyof EesAreaColumns, string>>;

/**
 * Whose figure a row is. A council is found by its nine-character code on the last day of the period or its first, then by
 * its old three-digit code, then by its name, and last by whoever held the code: files are published with codes that
 * ended before the period began, which is noted. Null where nobody is meant, or where the level is not taken.
 */
export function findArea(
  texts: AreaTexts,
  period: Period,
  { register, notes }: { register: Register; notes: OddityNotes },
): EesArea | null {
  switch (texts.level) {
    case 'National':
      return { level: 'National', code: texts.countryCode, council: null };
    case 'Regional':
      if (!register.regions.some((region) => region.code === texts.regionCode))
        notes.add('region-not-in-register', '', {
          place: `${texts.regionCode} ${texts.regionName}`,
          say: (examples, count) =>
            `The register has no region ${examples}: read for checking sums only (${counted(count, 'row')}).`,
        });
      return { level: 'Regional', code: texts.regionCode, council: null };
    case 'Local authority':
      return councilArea(texts, period, { register, notes });
    default:
      notes.add('area-level-not-taken', texts.level, {
        place: texts.level,
        say: (_examples, count) =>
          `The level "${texts.level}" is not taken: councils, regions and England are (${counted(count, 'row')}).`,
      });
      return null;
  }
}

function councilArea(
  texts: AreaTexts,
  period: Period,
  { register, notes }: { register: Register; notes: OddityNotes },
): EesArea | null {
  const days = [addDays(period.end, -1), period.start];
  const on = (text: string): Council | null => {
    if (text.trim() === '') return null;
    const found = days.map((day) => resolveCouncil(register, text, day)).find(({ ok }) => ok);
    return found?.ok ? found.value : null;
  };
  const byCode = on(texts.councilCode);
  const byName = on(texts.councilName);
  const council =
    byCode ?? on(texts.oldCouncilCode) ?? byName ?? holderOf(register, texts.councilCode);
  const place = `${texts.councilName} (${texts.councilCode || texts.oldCouncilCode})`;
  if (!council) {
    notes.add('area-unknown', '', {
      place,
      say: (examples, count) =>
        `No council is called ${examples}: not taken (${counted(count, 'row')}).`,
    });
    return null;
  }
  const ended = endOf(council, texts.councilCode, period.start);
  if (ended)
    notes.add('code-ended', `${texts.councilCode} ${council.key}`, {
      place: periodKey(period),
      say: (examples, count) =>
        `${texts.councilCode} (${texts.councilName}) ended on ${formatDay(ended)} but names ${counted(count, 'row')} of later periods (${examples}): read as ${council.name}.`,
    });
  if (byCode && byName && byCode.id !== byName.id)
    notes.add('code-and-name-differ', texts.councilCode, {
      place,
      say: (examples, count) =>
        `Code and name are of different councils: ${examples}, read by the code as ${byCode.name} (${counted(count, 'row')}).`,
    });
  return { level: 'Local authority', code: texts.councilCode, council };
}

const holderOf = (register: Register, code: string): Council | null =>
  register.councils.find((council) => council.codes.some((held) => held.code === code.trim())) ??
  null;

/** The day on which this code of the council had ended by then; null where it stood. */
function endOf(council: Council, code: string, day: Day): Day | null {
  const held = council.codes.filter((one) => one.code === code.trim());
  if (held.length === 0 || held.some(({ validTo }) => validTo === null || validTo > day))
    return null;
  return held.reduce<Day | null>(
    (last, { validTo }) => (last === null || (validTo ?? '') > last ? validTo : last),
    null,
  );
}
