import type { Attributes } from '../xml/parse-xml.js';
import type { Machine } from './machine-made.js';

/** How the texts of a part are taken, by its root element: names of parts differ between programs, roots do not. */
export type PartKind = {
  /** Where a data officer would look for it. */
  readonly place: string;
  /** The place of an element within, where it can be said better. `of` is what the part belongs to. */
  readonly placeOf?: (name: string, attributes: Attributes, of: string | null) => string | null;
  /** Full of numbers and colours that no person typed. */
  readonly machine?: Machine;
  /** May hold records: what stands side by side is looked at together, and names of elements as names of columns. */
  readonly grouped?: true;
};

/** What a file calls an element is no name of ours until it is found among them. */
const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const PROPERTIES: Readonly<Record<string, string>> = {
  creator: 'author',
  lastModifiedBy: 'last saved by',
  title: 'title',
  subject: 'subject',
  description: 'comments',
  keywords: 'tags',
  category: 'category',
  contentStatus: 'status',
  Company: 'company',
  Manager: 'manager',
  property: 'own property',
};

const propertyPlace = (name: string): string | null => {
  const property = own(PROPERTIES, name);
  return property === undefined ? null : `workbook properties, ${property}`;
};

/** `comment on B2 of sheet 1`. What stands in place of a cell's name and is none is not repeated. */
function commentPlace(name: string, { ref }: Attributes, of: string | null): string | null {
  if (name !== 'comment' && name !== 'threadedComment') return null;
  const cell = /^[A-Z]{1,3}\d{1,7}$/.test(ref ?? '') ? ` on ${ref}` : '';
  return `comment${cell}${of ?? ''}`;
}

const properties: PartKind = { place: 'workbook properties', placeOf: propertyPlace };
const comments: PartKind = { place: 'comments', placeOf: commentPlace };

const KINDS: Readonly<Record<string, PartKind>> = {
  coreProperties: properties,
  Properties: properties,
  comments,
  ThreadedComments: comments,
  personList: { place: 'person who wrote a comment' },
  wsDr: { place: 'drawing or text box', machine: 'drawn' },
  userShapes: { place: 'drawing or text box', machine: 'drawn' },
  chartSpace: { place: 'chart', machine: 'drawn' },
  theme: { place: 'theme', machine: 'drawn' },
  styleSheet: { place: 'styles and number formats', machine: 'settings' },
  workbook: { place: 'workbook', machine: 'settings', placeOf: workbookPlace },
  worksheet: { place: 'settings', machine: 'settings', placeOf: sheetElementPlace },
  chartsheet: { place: 'settings', machine: 'settings', placeOf: sheetElementPlace },
  dialogsheet: { place: 'settings', machine: 'settings', placeOf: sheetElementPlace },
  sst: { place: 'text that no cell shows' },
  Relationships: { place: 'address of a link', machine: 'settings' },
  Types: { place: 'list of parts', machine: 'settings' },
  pivotCacheDefinition: { place: 'pivot cache' },
  pivotCacheRecords: { place: 'pivot cache', grouped: true },
  pivotTableDefinition: { place: 'pivot table', machine: 'settings' },
  externalLink: { place: 'external link', grouped: true },
  table: { place: 'table', machine: 'settings' },
  queryTable: { place: 'data connection', machine: 'settings' },
  connections: { place: 'data connection' },
  revisions: { place: 'log of changes' },
  headers: { place: 'log of changes' },
  users: { place: 'log of changes' },
};

const UNKNOWN: PartKind = { place: 'another part of the file', grouped: true };

export const kindOf = (root: string): PartKind => own(KINDS, root) ?? UNKNOWN;

function workbookPlace(name: string): string | null {
  if (name === 'definedName') return 'defined name';
  if (name === 'sheet') return 'name of a sheet';
  return name === 'absPath' ? 'folder of the workbook' : null;
}

const IN_SHEET: Readonly<Record<string, string>> = {
  headerFooter: 'header or footer',
  hyperlink: 'link',
  dataValidation: 'rule or prompt for a cell',
  conditionalFormatting: 'conditional format',
  autoFilter: 'filter',
  scenario: 'scenario',
};

function sheetElementPlace(name: string, _: Attributes, of: string | null): string | null {
  const place = own(IN_SHEET, name);
  return place === undefined ? null : `${place}${of ?? ''}`;
}
