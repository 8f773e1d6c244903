import type { WorkbookText } from '#domain/intake';
import { unescapeText, type Attributes, type XmlHandler } from '../xml/parse-xml.js';
import { headerFooterTexts } from './header-footer-text.js';
import { isMachineMade } from './machine-made.js';
import { kindOf, type PartKind } from './part-kinds.js';

export type Emit = (text: WorkbookText) => void;

type Frame = {
  readonly place: string;
  /** Where the text inside goes: an element whose runs of formatting make one text, or the element itself. */
  readonly run: { text: string } | null;
  readonly own: { text: string };
  group: string[];
};

/** Elements whose descendants together make one text, however it was formatted. */
const RUNS = new Set(['si', 'is', 'text', 'p', 'rPh']);
const GUID = /^\{?[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}?$/i;
/** What names columns or fields. */
const HEADED = new Set(['tableColumn', 'cacheField']);
const MOST_TOGETHER = 200;
const MOST_NAMES = 1_000;

/**
 * Takes every text of an XML part, in elements and attributes alike, with the place that its root stands for. Texts of a
 * part that may be a list of people (`grouped`) are given together, as far as they stand side by side.
 */
export class TextCollector implements XmlHandler {
  private readonly frames: Frame[] = [];
  private readonly names = new Set<string>();
  private kind: PartKind | null = null;

  /** `place` where the part is known; otherwise it follows from the root element. */
  constructor(
    private readonly emit: Emit,
    private readonly of: string | null = null,
  ) {}

  /** The name of the root element, once it was seen. */
  root: string | null = null;

  readonly open = (name: string, attributes: Attributes): void => {
    if (!this.kind) {
      this.root = name;
      this.kind = kindOf(name);
    }
    const parent = this.frames.at(-1);
    const place =
      this.kind.placeOf?.(name, attributes, this.of) ??
      parent?.place ??
      `${this.kind.place}${this.of ?? ''}`;
    const run = RUNS.has(name) ? { text: '' } : (parent?.run ?? null);
    this.frames.push({ place, run, own: { text: '' }, group: [] });
    if (this.kind.grouped && this.names.size < MOST_NAMES) this.names.add(name);
    this.takeAttributes(name, attributes, place);
  };

  readonly text = (text: string): void => {
    const frame = this.frames.at(-1);
    if (frame) (frame.run ?? frame.own).text += text;
  };

  readonly comment = (text: string): void => {
    this.say(this.frames.at(-1)?.place ?? 'a remark inside the file', [text]);
  };

  readonly close = (name: string): void => {
    const frame = this.frames.pop();
    if (!frame) return;
    const parent = this.frames.at(-1);
    const isRun = RUNS.has(name) && frame.run !== null;
    const text = isRun ? (frame.run?.text ?? '') : frame.own.text;
    if (text.trim() !== '') this.pass(frame, parent, text);
    for (const part of headerFooterTexts(name, text)) this.say(frame.place, [part]);
    if (frame.group.length === 1 && parent) this.join(parent, frame.group);
    else if (frame.group.length > 0) this.say(frame.place, frame.group);
    if (!parent && this.names.size > 0)
      this.emit({ place: frame.place, texts: [...this.names], heads: true });
  };

  private pass(frame: Frame, parent: Frame | undefined, text: string): void {
    if (this.kind?.grouped && parent) this.join(parent, [text]);
    else this.say(frame.place, [text]);
  }

  private join(parent: Frame, texts: readonly string[]): void {
    parent.group.push(...texts);
    if (parent.group.length < MOST_TOGETHER) return;
    this.say(parent.place, parent.group);
    parent.group = [];
  }

  private takeAttributes(name: string, attributes: Attributes, place: string): void {
    const values: string[] = [];
    for (const key of Object.keys(attributes)) {
      const value = attributes[key] ?? '';
      if (this.isNobodys(key, value)) continue;
      values.push(value);
      if (this.kind?.grouped && this.names.size < MOST_NAMES) this.names.add(key);
    }
    if (values.length === 0) return;
    if (HEADED.has(name)) this.emit({ place, texts: values.map(unescapeText), heads: true });
    else if (this.kind?.grouped) this.say(place, values);
    else for (const value of values) this.say(place, [value]);
  }

  /** Whether an attribute holds nothing that a person wrote. */
  private isNobodys(key: string, value: string): boolean {
    if (key.startsWith('xml') || value.trim() === '' || GUID.test(value)) return true;
    const machine = this.kind?.machine;
    return machine !== undefined && isMachineMade(machine, key, value);
  }

  private say(place: string, texts: readonly string[]): void {
    this.emit({ place, texts: texts.map(unescapeText), heads: false });
  }
}
