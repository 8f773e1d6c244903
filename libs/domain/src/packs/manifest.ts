import { err, ok, type Result } from '../result.js';
import { canonicalJson } from './canonical-json.js';

/** Data and charts are made again from a manifest; a document is stored, and verified by its digest. */
const PACK_FILE_KINDS = ['data', 'chart', 'document'] as const;
export type PackFileKind = (typeof PACK_FILE_KINDS)[number];

/** One file of a pack. `path` is relative to the manifest; `sha256` is that of its bytes, in hexadecimal. */
export type PackEntry = {
  readonly path: string;
  readonly kind: PackFileKind;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
};

/** What decides the figures of a pack: which series, and the version of the data. */
export type PackFigures = {
  /** Codes of measures, in the order in which the pack has them. */
  readonly measures: readonly string[];
  /** Nine-character codes of councils, A to Z by name. */
  readonly councils: readonly string[];
  /** The moment as of which figures were known (ISO 8601), and the last place in the order of knowledge by then. */
  readonly asKnownAt: string;
  readonly knownSeq: number;
};

export type PackManifest = PackFigures & {
  readonly format: typeof MANIFEST_FORMAT;
  readonly id: string;
  readonly programme: string;
  readonly title: string;
  /** The question that it was made for, and what was to be said with it. */
  readonly question: string;
  readonly note: string;
  readonly madeBy: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** The version of the service that made it: the same one makes the same files again. */
  readonly release: string;
  /** A digest of the programme's definitions that the figures rest on. */
  readonly definitions: string;
  /** By path. */
  readonly entries: readonly PackEntry[];
};

export const MANIFEST_FORMAT = 1;

/** The text of a manifest. The checksum of a pack is the SHA-256 of these bytes. */
export const manifestText = (manifest: PackManifest): string => canonicalJson(manifest);

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isText);
const isMoment = (value: unknown): value is string =>
  isText(value) && !Number.isNaN(Date.parse(value));
/** Below the manifest, wherever that is written to. */
const isPath = (value: unknown): boolean =>
  isText(value) && /^[a-z0-9_-]+(\/[a-z0-9_-]+)*\.[a-z]+$/i.test(value);
const isEntry = (value: unknown): value is PackEntry =>
  isFields(value) &&
  [value['mediaType'], value['sha256']].every(isText) &&
  isPath(value['path']) &&
  PACK_FILE_KINDS.some((kind) => kind === value['kind']) &&
  isCount(value['bytes']);

const TEXTS = ['id', 'programme', 'title', 'question', 'note', 'madeBy', 'release', 'definitions'];

/** What of a manifest is not as it should be; null where nothing is. */
function faultOf(value: unknown): string | null {
  if (!isFields(value)) return 'it is no object';
  if (value['format'] !== MANIFEST_FORMAT) return `its format is not ${MANIFEST_FORMAT}`;
  const missing = TEXTS.find((name) => !isText(value[name]));
  if (missing) return `"${missing}" is no text`;
  const time = ['asKnownAt', 'madeAt'].find((name) => !isMoment(value[name]));
  if (time) return `"${time}" is no moment`;
  if (!isCount(value['knownSeq'])) return '"knownSeq" is no whole number';
  const list = ['measures', 'councils'].find((name) => !isTexts(value[name]));
  if (list) return `"${list}" is no list of codes`;
  const { entries } = value;
  return Array.isArray(entries) && entries.every(isEntry) ? null : '"entries" is no list of files';
}

const isManifest = (value: unknown): value is PackManifest => faultOf(value) === null;

/** Reads a manifest from its text. The error says what is wrong with it, in words that go after "This is no manifest:". */
export function readManifest(text: string): Result<PackManifest, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('it is no JSON');
  }
  return isManifest(value) ? ok(value) : err(faultOf(value) ?? '');
}

/** How a file differs from the one that a manifest names: not there, one too many, or other bytes. */
export type PackDifference = {
  readonly path: string;
  readonly what: 'missing' | 'extra' | 'differs';
};

type Digested = Pick<PackEntry, 'path' | 'bytes' | 'sha256'>;

/** How files differ from those that are named, by path; nothing where they are the same byte for byte. */
export function differencesOf(
  named: readonly Digested[],
  found: readonly Digested[],
): readonly PackDifference[] {
  const before = new Map(named.map((one) => [one.path, one]));
  const after = new Map(found.map((one) => [one.path, one]));
  const isSame = (a: Digested, b: Digested): boolean =>
    a.sha256 === b.sha256 && a.bytes === b.bytes;
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap((path): PackDifference[] => {
      const [was, is] = [before.get(path), after.get(path)];
      if (was && is) return isSame(was, is) ? [] : [{ path, what: 'differs' }];
      return [{ path, what: was ? 'missing' : 'extra' }];
    });
}
