import { relationship, relationshipsPart, type Xlsx } from '#testing/workbooks';

export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
export const RETURN = {
  name: 'Return',
  rows: [
    ['council', 'period', 'measure', 'value'],
    ['857', '2024-09', 'n_requests', 6],
  ],
};
export const SHEET_RELS = 'xl/worksheets/_rels/sheet1.xml.rels';
export const withParts = (parts: Xlsx['parts'] = {}, more: Partial<Xlsx> = {}): Xlsx => ({
  sheets: [RETURN],
  ...more,
  parts,
});
export const inSheet = (after: string, more: Partial<Xlsx> = {}): Xlsx => ({
  sheets: [{ ...RETURN, after }],
  ...more,
});
/** A part that the sheet points to. */
export const ofSheet = (type: string, name: string, xml: string): Xlsx =>
  withParts({
    [name]: xml,
    [SHEET_RELS]: relationshipsPart(relationship('r1', type, `/${name}`)),
  });
export const cells = (...row: readonly (string | { xml: string })[]) => ({
  name: 'Old',
  state: 'hidden' as const,
  rows: [['x'], [], row],
});
export const pivot = (fields: string, records: string): Xlsx =>
  withParts(
    {
      'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition ${MAIN}><cacheFields>${fields}</cacheFields></pivotCacheDefinition>`,
      'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relationshipsPart(
        relationship('r1', 'pivotCacheRecords', 'pivotCacheRecords1.xml'),
      ),
      'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords ${MAIN}>${records}</pivotCacheRecords>`,
    },
    {
      relationships: relationship(
        'pc1',
        'pivotCacheDefinition',
        'pivotCache/pivotCacheDefinition1.xml',
      ),
    },
  );
export const property = (element: string, x: string): Xlsx =>
  withParts({
    'docProps/core.xml': `<coreProperties><${element}>${x}</${element}></coreProperties>`,
  });
