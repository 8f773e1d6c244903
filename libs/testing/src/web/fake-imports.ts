import { err, ok, refusal } from '#domain';
import { scopeOf, type Reader } from '#domain/access';
import type { PublishedImport } from '#application/ports';
import type { NewImport } from '#application/published';
import { councilNamed } from './a-programme.js';

export const PREVIEWED_ID = '0190f0a0-0000-7000-8000-0000000000e1';
export const IMPORTED_ID = '0190f0a0-0000-7000-8000-0000000000e2';
/** A file that is still being read. */
export const CHECKED_IMPORT_ID = '0190f0a0-0000-7000-8000-0000000000e4';
export const REFUSED_ID = '0190f0a0-0000-7000-8000-0000000000e3';

/** One file that waits for a confirmation, one that was imported, one that is being read, and one that no mapping reads. */
function someImports(): readonly PublishedImport[] {
  const waits: PublishedImport = {
    id: PREVIEWED_ID,
    programmeId: 1,
    status: 'previewed',
    fileName: 'timeliness.csv',
    metadataName: null,
    digest: 'a',
    bytes: 1_234_567,
    publishedOn: '2025-01-15',
    uploadedAt: new Date('2025-01-15T10:00:00Z'),
    uploadedBy: 'DfE analyst',
    expiresAt: new Date('2025-01-22T10:00:00Z'),
    preview: {
      series: 'sen2-timeliness',
      title: 'EHC plans issued within 20 weeks',
      rows: 12,
      rowsNotHeld: 4,
      councilFigures: 6,
      areaFigures: 2,
      seriesCount: 3,
      skipped: ['ehcp_unknown'],
      counts: { new: 3, changed: 1, same: 2 },
      periods: [{ period: '2024 Calendar year', new: 3, changed: 1, same: 2 }],
      largest: [
        {
          councilId: councilNamed('Rutland').id,
          metric: 'ehcp_timeliness_20wk_excl',
          breakdown: 'total',
          period: '2023 Calendar year',
          before: '50',
          after: 'c',
        },
      ],
      oddities: ['2024 Calendar year: no row of Luton (1 council).'],
      findings: [
        { isFault: true, place: 'la_name', message: 'A name is wrong.', fix: 'Mend the name.' },
        { isFault: false, place: '', message: 'No metadata came.', fix: 'Upload it, too.' },
      ],
      moreFindings: 3,
    },
    sentence: null,
    confirmedAt: null,
    confirmedBy: null,
    finishedAt: null,
    outcome: null,
  };
  return [
    waits,
    {
      ...waits,
      id: IMPORTED_ID,
      status: 'imported',
      confirmedAt: new Date('2025-01-14T10:00:00Z'),
      confirmedBy: 'DfE analyst',
      finishedAt: new Date('2025-01-14T10:01:00Z'),
      outcome: {
        periods: [
          { period: '2024 Calendar year', submissionId: PREVIEWED_ID, accepted: 4, received: 6 },
        ],
      },
    },
    { ...waits, id: CHECKED_IMPORT_ID, status: 'received', preview: null },
    { ...waits, id: REFUSED_ID, status: 'refused', preview: null, sentence: 'No mapping fits.' },
  ];
}

/** Yearly files in memory: what is uploaded or confirmed is remembered, and nothing else changes. */
export function fakeImports() {
  const uploaded: NewImport[] = [];
  const confirmed: string[] = [];
  const seen = (reader: Reader) => (scopeOf(reader).grants === 'all' ? someImports() : []);
  return {
    publishedImports: {
      uploaded,
      confirmed,
      upload: (request: NewImport) => {
        uploaded.push(request);
        const [first] = someImports();
        return Promise.resolve(
          first && request.publishedOn <= '2025-01-15'
            ? ok(first)
            : err({ refusal: refusal('PUBLICATION_DAY_WRONG'), findings: [] }),
        );
      },
      confirm: ({ id }: { id: string }) => {
        confirmed.push(id);
        const found = someImports().find((one) => one.id === id);
        return Promise.resolve(found ? ok(found) : err(refusal('NOT_FOUND')));
      },
      list: (reader: Reader) => Promise.resolve(seen(reader)),
      one: (reader: Reader, id: string) =>
        Promise.resolve(seen(reader).find((one) => one.id === id) ?? null),
    },
  };
}
