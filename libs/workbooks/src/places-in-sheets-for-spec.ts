import { relationship, relationshipsPart } from '#testing/workbooks';
import {
  inSheet,
  MAIN,
  ofSheet,
  pivot,
  RETURN,
  SHEET_RELS,
  withParts,
} from './planted-books-for-spec.js';
import type { Place } from './places-in-cells-for-spec.js';

export const BESIDE_CELLS: readonly Place[] = [
  ['text that no cell shows', (_, raw) => ({ sheets: [RETURN], unused: [raw] })],
  [
    'text that no cell shows',
    (x) =>
      withParts({
        'xl/sharedStrings.xml': `<sst ${MAIN}>${['council', 'period', 'measure', 'value', '857', '2024-09', 'n_requests'].map((t) => `<si><t>${t}</t><rPh sb="0" eb="1"><t>${x}</t></rPh></si>`).join('')}</sst>`,
      }),
  ],
  ['name of a sheet', (_, raw) => ({ sheets: [RETURN, { name: raw, rows: [] }] })],
  [
    'defined name',
    (x) =>
      inSheet('', {
        inWorkbook: `<definedNames><definedName name="a" comment="${x}">1</definedName></definedNames>`,
      }),
  ],
  [
    'defined name',
    (x) =>
      inSheet('', {
        inWorkbook: `<definedNames><definedName name="a">"${x}"</definedName></definedNames>`,
      }),
  ],
  [
    'pivot cache',
    (x) => pivot(`<cacheField name="a"><sharedItems><s v="${x}"/></sharedItems></cacheField>`, ''),
  ],
  ['pivot cache', (x) => pivot(`<cacheField name="${x}"/>`, '')],
  ['pivot cache', (x) => pivot('<cacheField name="a"/>', `<r><s v="${x}"/></r>`)],
  [
    'pivot cache',
    (x) =>
      withParts({
        'xl/left/over.xml': `<pivotCacheRecords ${MAIN}><r><s v="${x}"/></r></pivotCacheRecords>`,
      }),
  ],
  [
    'comment on B2 of sheet "Return"',
    (x) =>
      ofSheet(
        'comments',
        'xl/comments1.xml',
        `<comments ${MAIN}><authors><author>a</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>${x}</t></r></text></comment></commentList></comments>`,
      ),
  ],
  [
    'comments of sheet "Return"',
    (x) =>
      ofSheet(
        'comments',
        'xl/comments1.xml',
        `<comments ${MAIN}><authors><author>${x}</author></authors></comments>`,
      ),
  ],
  [
    'comment on C3 of sheet "Return"',
    (x) =>
      ofSheet(
        'threadedComment',
        'xl/threadedComments/t1.xml',
        `<ThreadedComments><threadedComment ref="C3" dT="2024-10-01T10:00:00" personId="{1}" id="{2}"><text>${x}</text></threadedComment></ThreadedComments>`,
      ),
  ],
  [
    'person who wrote a comment',
    (x) =>
      withParts({
        'xl/persons/person.xml': `<personList><person displayName="${x}" id="{1}" userId="a" providerId="None"/></personList>`,
      }),
  ],
  [
    'header or footer of sheet "Return"',
    (x) =>
      inSheet(`<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"${x}</oddHeader></headerFooter>`),
  ],
  [
    'header or footer of sheet "Return"',
    (x) =>
      inSheet(`<headerFooter><evenFooter>&amp;C${x}&amp;RPage &amp;P</evenFooter></headerFooter>`),
  ],
  [
    'link of sheet "Return"',
    (x) => inSheet(`<hyperlinks><hyperlink ref="A1" tooltip="${x}"/></hyperlinks>`),
  ],
  [
    'address of a link',
    (_, raw) =>
      withParts({
        [SHEET_RELS]: relationshipsPart(
          relationship(
            'r1',
            'hyperlink',
            `mailto:a@example.org?subject=${encodeURIComponent(raw)}`,
            'External',
          ),
        ),
      }),
  ],
  [
    'rule or prompt for a cell of sheet "Return"',
    (x) => inSheet(`<dataValidations><dataValidation prompt="${x}" sqref="A1"/></dataValidations>`),
  ],
  [
    'rule or prompt for a cell of sheet "Return"',
    (x) =>
      inSheet(
        `<dataValidations><dataValidation sqref="A1"><formula1>"${x}"</formula1></dataValidation></dataValidations>`,
      ),
  ],
  [
    'filter of sheet "Return"',
    (x) =>
      inSheet(
        `<autoFilter ref="A1:B2"><filterColumn><filters><filter val="${x}"/></filters></filterColumn></autoFilter>`,
      ),
  ],
  [
    'conditional format of sheet "Return"',
    (x) =>
      inSheet(
        `<conditionalFormatting sqref="A1"><cfRule><formula>"${x}"</formula></cfRule></conditionalFormatting>`,
      ),
  ],
];
