import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { ValidationRule } from '../intake/index.js';
import { keepableTexts, mergeDraft, type DraftFields } from './draft.js';

const rules = JSON.parse(
  readFileSync('programmes/send-ap/validation-rules.json', 'utf8'),
) as ValidationRule[];

const fields = fc.dictionary(
  fc.constantFrom('box-a', 'box-b', 'note-a', 'state-b', 'comment'),
  fc.constantFrom('', '1', '2', 'three'),
  { noNullPrototype: true },
);
const text = (of: DraftFields, field: string): string => of[field] ?? '';
const FIELDS = ['box-a', 'box-b', 'note-a', 'state-b', 'comment'];

const anyMerge = (check: (was: DraftFields, mine: DraftFields, theirs: DraftFields) => void) =>
  fc.assert(fc.property(fields, fields, fields, check));

describe('two people at one draft', () => {
  it('lose nothing that either of them typed', () => {
    anyMerge((was, mine, theirs) => {
      const merge = mergeDraft({ version: 2, fields: theirs }, { readAt: 1, was, fields: mine });
      for (const field of FIELDS) {
        const conflict = merge.conflicts.find((one) => one.field === field);
        const found = conflict ? [conflict.mine, conflict.theirs] : [text(merge.fields, field)];
        const typed = [mine, theirs]
          .map((of) => text(of, field))
          .filter((one) => one !== text(was, field));
        expect(found).toEqual(expect.arrayContaining(typed));
      }
    });
  });

  it('are asked only about what both changed, and differently', () => {
    anyMerge((was, mine, theirs) => {
      const { conflicts } = mergeDraft(
        { version: 2, fields: theirs },
        { readAt: 1, was, fields: mine },
      );
      const both = FIELDS.filter(
        (field) => new Set([was, mine, theirs].map((of) => text(of, field))).size === 3,
      );
      expect(conflicts.map(({ field }) => field).sort()).toEqual(both.sort());
    });
  });

  it('come to the same, whoever saves first', () => {
    anyMerge((was, mine, theirs) => {
      const one = mergeDraft({ version: 2, fields: theirs }, { readAt: 1, was, fields: mine });
      const other = mergeDraft({ version: 2, fields: mine }, { readAt: 1, was, fields: theirs });
      for (const field of FIELDS) expect(text(one.fields, field)).toBe(text(other.fields, field));
      expect(one.conflicts.length).toBe(other.conflicts.length);
    });
  });

  it('are not asked again once they have chosen', () => {
    anyMerge((was, mine, theirs) => {
      const saved = { version: 2, fields: theirs };
      const first = mergeDraft(saved, { readAt: 1, was, fields: mine });
      const chosen = Object.fromEntries(first.conflicts.map((one) => [one.field, one.mine]));
      const second = mergeDraft(saved, {
        readAt: 2,
        was: theirs,
        fields: { ...first.fields, ...chosen },
      });
      expect(second.conflicts).toEqual([]);
    });
  });
});

describe('one person at a draft', () => {
  it('keeps exactly what they typed, with or without an earlier version', () => {
    anyMerge((was, mine, theirs) => {
      const sent = { readAt: 3, was, fields: mine };
      expect(mergeDraft(null, sent).fields).toEqual(mine);
      expect(mergeDraft({ version: 3, fields: theirs }, sent).fields).toEqual(mine);
    });
  });
});

describe('texts of a draft', () => {
  it('are kept unless they may describe a person or are too long', () => {
    const typed = {
      'box-a': '12',
      'note-a': 'His NHS number is 943 476 5919',
      comment: 'x'.repeat(4_001),
      'box-b': '',
    };
    expect(keepableTexts(typed, rules)).toEqual({
      kept: { 'box-a': '12' },
      leftOut: [
        { field: 'note-a', why: 'person' },
        { field: 'comment', why: 'too-long' },
      ],
    });
  });

  it('are kept under names of fields only', () => {
    expect(keepableTexts({ '<b>': 'x', 'box-a': '1' }, rules).kept).toEqual({ 'box-a': '1' });
  });
});
