import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { differencesOf, manifestText, readManifest, type PackManifest } from './manifest.js';

const entry = {
  path: 'data/n_requests/barnet.csv',
  kind: 'data',
  mediaType: 'text/csv; charset=utf-8',
  bytes: 12,
  sha256: 'a'.repeat(64),
} as const;
const manifest: PackManifest = {
  format: 1,
  id: '0190f0a0-0000-7000-8000-000000000001',
  programme: 'A programme',
  title: 'Panels',
  question: 'Should panels go on?',
  note: '',
  madeBy: 'DfE analyst',
  madeAt: '2025-01-15T09:00:00.000Z',
  release: '0.1.0',
  definitions: 'b'.repeat(64),
  measures: ['n_requests'],
  councils: ['E09000003'],
  asKnownAt: '2025-01-15T09:00:00.000Z',
  knownSeq: 42,
  entries: [entry],
};

describe('the canonical form of plain data', () => {
  it('is the same in whatever order its names were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const turned = Object.fromEntries(Object.entries(data).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(data));
      }),
    );
  });

  it('says the same data, and ends each line in LF', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const text = canonicalJson(data);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
        expect(text.endsWith('\n')).toBe(true);
        expect(text).not.toContain('\r');
      }),
    );
  });

  it('has its names in order at every depth, and lists as they are', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: 1, c: null } })).toBe(
      '{\n  "a": {\n    "c": null,\n    "d": 1\n  },\n  "b": [\n    2,\n    1\n  ]\n}\n',
    );
  });
});

describe('a manifest', () => {
  it('is read as it was written, also with other line ends', () => {
    const text = manifestText(manifest);
    expect(readManifest(text)).toEqual({ ok: true, value: manifest });
    expect(readManifest(text.replaceAll('\n', '\r\n'))).toEqual({ ok: true, value: manifest });
  });

  it.each([
    ['banana', 'it is no JSON'],
    ['null', 'it is no object'],
    ['{"format":2}', 'its format is not 1'],
    [{ title: 7 }, '"title" is no text'],
    [{ asKnownAt: 'banana' }, '"asKnownAt" is no moment'],
    [{ knownSeq: 1.5 }, '"knownSeq" is no whole number'],
    [{ councils: [7] }, '"councils" is no list of codes'],
    [{ entries: [{ ...entry, kind: 'song' }] }, '"entries" is no list of files'],
    [{ entries: [{ ...entry, path: '../../etc/passwd' }] }, '"entries" is no list of files'],
    [{ entries: [{ ...entry, path: '/data.csv' }] }, '"entries" is no list of files'],
  ])('that has %j is none: %s', (over, why) => {
    const text = typeof over === 'string' ? over : JSON.stringify({ ...manifest, ...over });
    expect(readManifest(text)).toEqual({ ok: false, error: why });
  });
});

it('files differ from those named when one is missing, one too many, or has other bytes', () => {
  const named = ['a.csv', 'b.csv', 'c.csv'].map((path) => ({ ...entry, path }));
  expect(differencesOf(named, named)).toEqual([]);
  expect(
    differencesOf(named, [
      { ...entry, path: 'd.csv' },
      { ...entry, path: 'c.csv', sha256: 'c'.repeat(64) },
      { ...entry, path: 'a.csv' },
    ]),
  ).toEqual([
    { path: 'b.csv', what: 'missing' },
    { path: 'c.csv', what: 'differs' },
    { path: 'd.csv', what: 'extra' },
  ]);
});
