import { mayDescribeAPerson, type ValidationRule } from '../intake/index.js';

/** What was typed into a form, as text, by the name of its field; a field that is not named was empty. */
export type DraftFields = Readonly<Record<string, string>>;

/** A return that somebody saved to come back to. Nothing of it counts as received. */
export type ReturnDraft = {
  /** Rises with each save, and never comes again for another draft. */
  readonly version: number;
  readonly fields: DraftFields;
  readonly savedAt: Date;
  readonly savedBy: string;
  /** When it ends, unless it is saved again. */
  readonly expiresAt: Date;
};

/** What one person saves: `readAt` is the version that their page was opened at (0 for none), `was` what it said then. */
export type DraftSave = {
  readonly readAt: number;
  readonly was: DraftFields;
  readonly fields: DraftFields;
};

export type FieldConflict = {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
};

/** `fields`: what can be settled. `conflicts`: what both changed, differently. `changed`: what the other one changed. */
export type DraftMerge = {
  readonly fields: DraftFields;
  readonly conflicts: readonly FieldConflict[];
  readonly changed: readonly string[];
};

const DAY_MS = 86_400_000;

/** When a draft that is saved now ends: as many times 24 hours later as drafts are kept days. */
export const endOfDraft = (savedAt: Date, daysKept: number): Date =>
  new Date(savedAt.getTime() + daysKept * DAY_MS);

const DRAFT_LIMITS = { fields: 300, characters: 4_000 } as const;
const FIELD_NAME = /^[a-z][a-z0-9_-]{0,99}$/;

const textIn = (fields: DraftFields, field: string): string =>
  Object.hasOwn(fields, field) ? (fields[field] ?? '') : '';

/**
 * Two people's work on one return, field by field against what both began from: what one of them changed is taken, what
 * both changed differently is a conflict that a person must settle. Nothing that anybody typed is lost.
 */
export function mergeDraft(
  saved: Pick<ReturnDraft, 'version' | 'fields'> | null,
  { readAt, was, fields }: DraftSave,
): DraftMerge {
  if (!saved || saved.version === readAt) return { fields, conflicts: [], changed: [] };
  const merged: Record<string, string> = {};
  const conflicts: FieldConflict[] = [];
  const changed: string[] = [];
  const names = [was, fields, saved.fields].flatMap((texts) => Object.keys(texts));
  for (const field of new Set(names)) {
    const [before, mine, theirs] = [was, fields, saved.fields].map((of) => textIn(of, field));
    if (theirs !== before) changed.push(field);
    if (mine === theirs || theirs === before) merged[field] = mine ?? '';
    else if (mine === before) merged[field] = theirs ?? '';
    else conflicts.push({ field, mine: mine ?? '', theirs: theirs ?? '' });
  }
  return { fields: merged, conflicts, changed };
}

export type LeftOut = { readonly field: string; readonly why: 'person' | 'too-long' };

/** Of what was typed, the texts that may be kept: bounded, and none that may describe a person. */
export function keepableTexts(
  fields: DraftFields,
  rules: readonly ValidationRule[],
): { readonly kept: DraftFields; readonly leftOut: readonly LeftOut[] } {
  const kept: Record<string, string> = {};
  const leftOut: LeftOut[] = [];
  const named = Object.entries(fields).filter(([name, text]) => FIELD_NAME.test(name) && text);
  for (const [field, text] of named.slice(0, DRAFT_LIMITS.fields)) {
    if (text.length > DRAFT_LIMITS.characters) leftOut.push({ field, why: 'too-long' });
    else if (mayDescribeAPerson(text, rules)) leftOut.push({ field, why: 'person' });
    else kept[field] = text;
  }
  return { kept, leftOut };
}
