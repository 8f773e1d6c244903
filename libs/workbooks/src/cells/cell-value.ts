import type { WorkbookCell } from '#domain/intake';
import { unreadable } from '../refusal.js';
import { unescapeText } from '../xml/parse-xml.js';
import { dateText, timeText, type DateSystem } from './date-text.js';
import type { FormatKind } from './number-format.js';
import { numberText } from './number-text.js';

export type CellValue = Pick<WorkbookCell, 'text' | 'kind'>;

/** What a stored value is read with. */
export type ValueContext = {
  readonly system: DateSystem;
  /** The format of a cell's style number. */
  readonly format: (style: string | undefined) => FormatKind;
  /** A string of the shared table; throws when it is not there. */
  readonly shared: (index: string) => string;
};

/** A cell as it is stored: its type, its style number, and what stands in it. */
export type StoredCell = {
  readonly type: string;
  readonly style: string | undefined;
  readonly value: string;
  readonly inline: string;
};

const text = (of: string): CellValue => ({ text: of, kind: 'text' });

/** A stored value as the sender sees it, where that matters. */
export function cellValue(cell: StoredCell, context: ValueContext): CellValue {
  const { type, value, inline } = cell;
  if (type === 'inlineStr') return text(unescapeText(inline));
  if (value.trim() === '') return text('');
  switch (type) {
    case 's':
      return text(context.shared(value.trim()));
    case 'str':
      return text(unescapeText(value));
    case 'b':
      return { text: /^(?:1|true)$/i.test(value.trim()) ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'e':
      return { text: value.trim(), kind: 'error' };
    case 'd':
      return { text: value.trim().replace(/T00:00:00(?:\.0+)?Z?$/, ''), kind: 'date' };
    case 'n':
      return numberValue(value, context.format(cell.style), context.system);
    default:
      throw unreadable();
  }
}

function numberValue(stored: string, format: FormatKind, system: DateSystem): CellValue {
  const plain = numberText(stored);
  if (plain === null) return text(stored.trim());
  if (format === 'percent') return { text: `${numberText(stored, 2)}%`, kind: 'percent' };
  const shown =
    format === 'date'
      ? dateText(Number(stored), system)
      : format === 'time'
        ? timeText(Number(stored))
        : null;
  return shown === null ? { text: plain, kind: 'number' } : { text: shown, kind: 'date' };
}
