import { err, ok, type Result } from '#domain';
import type { Turns } from '#application/ports';
import {
  sheetPlace,
  type Workbook,
  type WorkbookFault,
  type WorkbookSheet,
  type WorkbookText,
} from '#domain/intake';
import { counterFor, type Counter } from './counter.js';
import { LIMITS, type WorkbookLimits } from './limits.js';
import { readOtherPart } from './parts/other-part.js';
import { readPivotFields, readPivotRecords } from './parts/pivot-cache.js';
import { readRelationships, type Relationship, type Relationships } from './parts/relationships.js';
import { NO_STRINGS, readSharedStrings, type SharedStrings } from './parts/shared-strings.js';
import { readSheet } from './parts/sheet.js';
import { NO_STYLES, readStyles, type Styles } from './parts/styles.js';
import type { Emit } from './parts/text-collector.js';
import { readWorkbookPart } from './parts/workbook-part.js';
import { Refusal, unreadable } from './refusal.js';
import { openPackage, type Package } from './zip/package.js';

/**
 * Reads a workbook (.xlsx, .xlsm; both forms of ISO/IEC 29500) whole: every sheet, and every text of every part, shown or
 * not. A file that is none, is encrypted, is broken or costs more than `limits` is a fault. Parts are unpacked piece by
 * piece, with a turn given between two of them.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = LIMITS,
  turns: Turns | null = null,
): Promise<Result<Workbook, WorkbookFault>> {
  try {
    return ok(
      await new Reading(await openPackage(bytes, limits, turns), counterFor(limits)).whole(),
    );
  } catch (error) {
    if (error instanceof Refusal) return err(error.fault);
    throw error;
  }
}

/** One reading: every part is read once, by the reader that knows it or else for its texts alone. */
class Reading {
  private readonly texts: WorkbookText[] = [];
  private readonly emit: Emit = (text) => {
    this.counter.other();
    this.texts.push(text);
  };
  private readonly done = new Set<string>();
  private traces = { pivotCaches: 0, externalLinks: 0, comments: 0, embeddedFiles: 0 };

  constructor(
    private readonly parts: Package,
    private readonly counter: Counter,
  ) {}

  async whole(): Promise<Workbook> {
    const relationships = await readRelationships(this.parts, this.emit);
    for (const name of this.parts.names) if (name.endsWith('.rels')) this.done.add(name);
    const main = relationships.get('')?.find(({ type }) => type === 'officeDocument')?.part;
    if (!main) throw unreadable();
    const book = await readWorkbookPart(this.take(main), this.counter, this.emit);
    const targets = relationships.get(main) ?? [];
    const shared = await this.sharedStrings(targets);
    const format = await this.styles(targets);
    const owners = new Map<string, string>();
    const sheets: WorkbookSheet[] = [];
    for (const [index, { relationship, ...listed }] of book.sheets.entries()) {
      const part = targets.find(({ id }) => id === relationship)?.part;
      if (!part) throw unreadable();
      const of = ` of ${sheetPlace(listed, index)}`;
      for (const owned of relationships.get(part) ?? []) if (owned.part) owners.set(owned.part, of);
      const { counter, emit } = this;
      const context = { of, system: book.system, format, shared: shared.at, counter, emit };
      sheets.push({ ...listed, ...(await readSheet(this.take(part), context)) });
    }
    await this.pivotCaches(relationships);
    await this.others(owners);
    shared.emitUnused(this.emit);
    this.sayNames();
    return { sheets, traces: this.traces, texts: this.texts };
  }

  private async sharedStrings(targets: readonly Relationship[]): Promise<SharedStrings> {
    const part = targets.find(({ type }) => type === 'sharedStrings')?.part;
    return part ? readSharedStrings(this.take(part), this.counter, this.emit) : NO_STRINGS;
  }

  /** Without its styles a workbook has its numbers still. */
  private async styles(targets: readonly Relationship[]): Promise<Styles> {
    const part = targets.find(({ type }) => type === 'styles')?.part;
    return part && this.parts.has(part)
      ? readStyles(this.take(part), this.counter, this.emit)
      : NO_STYLES;
  }

  /** A part to read; each may be read once. */
  private take(name: string): AsyncGenerator<Uint8Array> {
    if (this.done.has(name)) throw unreadable();
    this.done.add(name);
    return this.parts.read(name);
  }

  private async pivotCaches(relationships: Relationships): Promise<void> {
    const caches = [...relationships.values()]
      .flat()
      .flatMap(({ type, part }) =>
        type === 'pivotCacheDefinition' && part && this.parts.has(part) ? [part] : [],
      );
    for (const cache of new Set(caches)) {
      this.traces.pivotCaches += 1;
      const fields = await readPivotFields(this.take(cache), this.counter, this.emit);
      const records = relationships.get(cache)?.find(({ type }) => type === 'pivotCacheRecords');
      if (!records?.part || !this.parts.has(records.part)) continue;
      const { counter, emit } = this;
      await readPivotRecords(this.take(records.part), fields, { counter, emit });
    }
  }

  private async others(owners: ReadonlyMap<string, string>): Promise<void> {
    for (const name of this.parts.names) {
      if (this.done.has(name)) continue;
      const of = owners.get(name) ?? null;
      const part = await readOtherPart(name, () => this.take(name), { of, emit: this.emit });
      if (part.kind === 'file') this.traces.embeddedFiles += 1;
      if (part.kind === 'xml') this.count(part.root);
    }
  }

  private count(root: string | null): void {
    if (root === 'pivotCacheDefinition') this.traces.pivotCaches += 1;
    if (root === 'externalLink') this.traces.externalLinks += 1;
    if (root === 'comments' || root === 'ThreadedComments') this.traces.comments += 1;
  }

  private sayNames(): void {
    for (const title of this.parts.titles) {
      const file = title.slice(title.lastIndexOf('/') + 1).replace(/\.[a-z]+$/i, '');
      for (const text of [title, file])
        this.emit({ place: 'name of a part', texts: [text], heads: false });
    }
    for (const note of this.parts.notes)
      this.emit({ place: 'note on the file', texts: [note], heads: false });
  }
}
