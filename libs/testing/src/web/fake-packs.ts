import { err, ok, refusal } from '#domain';
import { packsOf, type Reader } from '#domain/access';
import { manifestText, type PackEntry, type PackManifest } from '#domain/packs';
import type { ListedPack, NewPack, OpenedPack } from '#application/packs';
import type { PackFile, PackRecord, PackUse } from '#application/ports';
import { councilNamed } from './a-programme.js';

export const PACK_ID = '0190f0a0-0000-7000-8000-0000000000e1';
/** A pack of which one figure was corrected since, and one of whose files is damaged. */
export const MARKED_PACK_ID = '0190f0a0-0000-7000-8000-0000000000e2';

export const PACK_PAGES = ['/packs', `/packs/${PACK_ID}`, `/packs/${MARKED_PACK_ID}`];

const entry = (path: string, kind: PackEntry['kind'], mediaType: string): PackEntry => ({
  ...{ path, kind, mediaType, bytes: 12_345 },
  sha256: '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8',
});

const aManifest = (id: string): PackManifest => ({
  ...{ format: 1, id, programme: 'A change programme', title: 'Panels after a year' },
  question: 'Should multi-agency panels go on in every council?',
  note: 'For the meeting of the board in November.',
  ...{ madeBy: 'DfE analyst', madeAt: '2025-01-10T09:00:00.000Z', release: '0.1.0' },
  ...{ definitions: 'b'.repeat(64), measures: ['requests_received', 'plans_within_20_weeks'] },
  councils: ['E06000119'],
  ...{ asKnownAt: '2025-01-09T23:59:59.999Z', knownSeq: 4_312 },
  entries: [
    entry('charts/requests_received/portsmouth.svg', 'chart', 'image/svg+xml'),
    entry('data/requests_received/portsmouth.csv', 'data', 'text/csv; charset=utf-8'),
    entry('document.html', 'document', 'text/html; charset=utf-8'),
  ],
});

function aPack(id: string): PackRecord {
  const manifest = aManifest(id);
  return {
    ...{ id, programmeId: 1, title: manifest.title, question: manifest.question },
    ...{ madeAt: new Date(manifest.madeAt), madeBy: manifest.madeBy },
    ...{ asKnownAt: new Date(manifest.asKnownAt), knownSeq: manifest.knownSeq },
    ...{ checksum: 'c'.repeat(64), manifest: manifestText(manifest) },
    ...{ codes: ['n_requests'], councilIds: [councilNamed('Portsmouth').id] },
  };
}

function opened(id: string, seesFigures: boolean): OpenedPack {
  const isMarked = id === MARKED_PACK_ID;
  return {
    ...{ pack: aPack(id), manifest: aManifest(id), corrected: isMarked ? 1 : 0 },
    differences: isMarked ? [{ path: 'document.html', what: 'differs' }] : [],
    corrections: isMarked
      ? [
          {
            ...{ councilId: councilNamed('Portsmouth').id, metric: 'n_requests' },
            ...{ period: '2024 September', before: { state: 'value', value: '490' } },
            after: seesFigures ? { state: 'value', value: '49' } : null,
            ...{ knownAt: new Date('2025-01-12T10:00:00Z'), approved: false },
            reason: { kind: 'ERROR', text: seesFigures ? 'One digit too many.' : null },
          },
        ]
      : [],
  };
}

const CONTENTS: Readonly<Record<string, string>> = {
  'document.html': '<!DOCTYPE html><html lang="en-GB"><title>A document</title></html>',
  'data/requests_received/portsmouth.csv': 'code,value\r\nE06000119,490\r\n',
  'manifest.json': manifestText(aManifest(PACK_ID)),
};

/** Two packs, one of them marked and damaged; what is asked for is remembered. */
export function fakePacks() {
  const asked: Omit<NewPack, 'reader'>[] = [];
  const listed = (id: string): ListedPack => ({
    ...aPack(id),
    ...{ councils: 1, corrected: id === MARKED_PACK_ID ? 1 : 0 },
  });
  const isKnown = (id: string): boolean => [PACK_ID, MARKED_PACK_ID].includes(id);
  return {
    buildPack: {
      asked,
      run: ({ reader: _reader, ...request }: NewPack) => {
        asked.push(request);
        return Promise.resolve(
          request.measures.length === 0
            ? err({
                faults: [
                  { field: 'title', code: 'PACK_TITLE_WRONG' },
                  { field: 'measures', code: 'PACK_MEASURES_WRONG' },
                ] as const,
              })
            : ok(aPack(PACK_ID)),
        );
      },
    },
    readPacks: {
      list: (_: Reader, { after }: { after: string | null }) =>
        Promise.resolve({
          items: after === null ? [listed(MARKED_PACK_ID)] : [listed(PACK_ID)],
          cursors: [],
          next: after === null ? 'older' : null,
        }),
      one: (reader: Reader, id: string) =>
        Promise.resolve(isKnown(id) ? opened(id, packsOf(reader) === 'made') : null),
      using: (reader: Reader): Promise<readonly PackUse[]> =>
        Promise.resolve(
          packsOf(reader) === null
            ? []
            : [{ id: MARKED_PACK_ID, title: 'Panels after a year', isEarlier: true }],
        ),
      file: (_: Reader, id: string, path: string) => {
        const content = CONTENTS[path];
        if (id === MARKED_PACK_ID) return Promise.resolve(err(refusal('PACK_DAMAGED')));
        if (id !== PACK_ID || content === undefined)
          return Promise.resolve(err(refusal('NOT_FOUND')));
        const type = path.endsWith('.html')
          ? 'text/html; charset=utf-8'
          : 'text/csv; charset=utf-8';
        const file: PackFile = { ...entry(path, 'data', type), content };
        return Promise.resolve(ok(file));
      },
      archive: (_: Reader, id: string) =>
        Promise.resolve(
          isKnown(id)
            ? ok({
                fileName: `evidence-pack-${id}.zip`,
                type: 'application/zip',
                content: nothing(),
              })
            : err(refusal('NOT_FOUND')),
        ),
    },
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new Uint8Array());
}
