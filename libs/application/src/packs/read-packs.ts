import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { packMarksScope, packScope, packsOf, type Reader, type Scope } from '#domain/access';
import { differencesOf, readManifest, type PackDifference, type PackManifest } from '#domain/packs';
import type { Metric } from '#domain/metrics';
import { storedCodes } from '../figures/stored-codes.js';
import type { Download } from '../intake/index.js';
import type {
  Clock,
  Digests,
  FilePacker,
  PackCorrection,
  PackFile,
  PackListed,
  PackReasonKind,
  PackRecord,
  PackUse,
  PageOf,
  ProgrammeSource,
  UnitOfWork,
} from '../ports/index.js';

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly digests: Digests;
  readonly packer: FilePacker;
};

/** A pack of a list, with how many of its figures were corrected since. */
export type ListedPack = PackListed & { readonly corrected: number };

/** A correction as a reader may know it: what the figure is now, and a council's words, only for those who see figures live. */
export type KnownCorrection = Omit<PackCorrection, 'after' | 'reason'> & {
  readonly after: PackCorrection['after'] | null;
  readonly reason: { readonly kind: PackReasonKind; readonly text: string | null } | null;
};

/** A pack as its page shows it. */
export type OpenedPack = {
  readonly pack: PackRecord;
  readonly manifest: PackManifest;
  /** How what is stored differs from the manifest, and the manifest from its checksum; nothing while the pack is whole. */
  readonly differences: readonly PackDifference[];
  /** How many of its figures were corrected since, and the first of them. */
  readonly corrected: number;
  readonly corrections: readonly KnownCorrection[];
};

/** The manifest of a pack beside its files. */
export const PACK_MANIFEST = 'manifest.json';
const MOST_CORRECTIONS = 200;
/** Files that are read at once. */
const FILES = 50;

/**
 * Evidence packs for those who may read them: DfE's analysts and policy leads, delivery partners and the board. Each opening is
 * audited, as a pack holds small numbers as councils sent them.
 */
export class ReadPacks {
  constructor(private readonly ports: Ports) {}

  /** Newest first; none that the reader may not see. */
  async list(
    reader: Reader,
    { after, first }: { readonly after: string | null; readonly first: number },
  ): Promise<PageOf<ListedPack>> {
    if (packsOf(reader) === null) return { items: [], cursors: [], next: null };
    const { programmeId } = (await this.ports.programme.current()).register;
    const page = await this.ports.unitOfWork.run(packScope(reader), (stores) =>
      stores.packs.list({ programmeId, after, first }),
    );
    const ids = page.items.map(({ id }) => id);
    const corrected = await this.ports.unitOfWork.run(packMarksScope(reader), (stores) =>
      stores.packs.corrected(ids, this.ports.clock.now()),
    );
    return {
      ...page,
      items: page.items.map((one) => ({ ...one, corrected: corrected.get(one.id) ?? 0 })),
    };
  }

  /** Null where there is none that the reader may see. */
  async one(reader: Reader, id: string): Promise<OpenedPack | null> {
    const pack = await this.opened(reader, id, 'page');
    if (!pack) return null;
    const manifest = readManifest(pack.manifest);
    if (!manifest.ok) return null;
    const marks = packMarksScope(reader);
    const now = this.ports.clock.now();
    const { corrections, corrected } = await this.ports.unitOfWork.run(marks, async (stores) => ({
      corrections: await stores.packs.corrections(id, now, MOST_CORRECTIONS),
      corrected: (await stores.packs.corrected([id], now)).get(id) ?? 0,
    }));
    const seesFigures = packsOf(reader) === 'made';
    return {
      ...{ pack, manifest: manifest.value, corrected },
      differences: await this.verify(packScope(reader), pack),
      corrections: corrections.map((one) => (seesFigures ? one : withoutFigures(one))),
    };
  }

  /** The packs that have a council's figure of a period, or one that it is worked out from; none for whoever reads no packs. */
  async using(
    reader: Reader,
    of: { readonly councilId: number; readonly metric: Metric; readonly period: string },
  ): Promise<readonly PackUse[]> {
    if (packsOf(reader) === null) return [];
    const { programmeId } = (await this.ports.programme.current()).register;
    const { councilId, metric, period } = of;
    const asked = { programmeId, councilId, period, codes: storedCodes(metric) };
    return this.ports.unitOfWork.run(packMarksScope(reader), (stores) =>
      stores.packs.using({ ...asked, now: this.ports.clock.now() }),
    );
  }

  /** One file with its text, as it was when the pack was made; refused when it is not any more. */
  async file(reader: Reader, id: string, path: string): Promise<Result<PackFile, Refusal>> {
    const pack = await this.opened(reader, id, path);
    if (!pack) return err(refusal('NOT_FOUND'));
    if (path === PACK_MANIFEST) return this.manifestOf(pack);
    const [file] = await this.files(packScope(reader), id, [path]);
    const named = entriesOf(pack).find((one) => one.path === path);
    if (!file || !named) return err(refusal('NOT_FOUND'));
    const isWhole = this.ports.digests.ofText(file.content) === named.sha256;
    return isWhole ? ok(file) : err(refusal('PACK_DAMAGED'));
  }

  /** Everything with its manifest as one archive. */
  async archive(reader: Reader, id: string): Promise<Result<Download, Refusal>> {
    const pack = await this.opened(reader, id, 'pack.zip');
    if (!pack) return err(refusal('NOT_FOUND'));
    const parts: (readonly [string, string])[] = [[PACK_MANIFEST, pack.manifest]];
    for await (const { path, content } of this.contents(packScope(reader), pack))
      parts.push([path, content]);
    const content = inOnePiece(this.ports.packer.archive(parts));
    return ok({ fileName: `evidence-pack-${id}.zip`, type: 'application/zip', content });
  }

  /** A pack by its id, as the worker sees it. */
  find(scope: Scope, id: string): Promise<PackRecord | null> {
    return this.ports.unitOfWork.run(scope, (stores) => stores.packs.find(id));
  }

  /** How what is stored differs from the manifest, worked out from the stored bytes; the manifest by its own checksum. */
  async verify(scope: Scope, pack: PackRecord): Promise<readonly PackDifference[]> {
    const found = await this.ports.unitOfWork.run(scope, (stores) => stores.packs.digests(pack.id));
    const isManifest = this.ports.digests.ofText(pack.manifest) === pack.checksum;
    return [
      ...(isManifest ? [] : [{ path: PACK_MANIFEST, what: 'differs' } as const]),
      ...differencesOf(entriesOf(pack), found),
    ];
  }

  /** Every file that the manifest names and the store has, some at a time. */
  async *contents(scope: Scope, pack: PackRecord): AsyncGenerator<PackFile> {
    const paths = entriesOf(pack).map(({ path }) => path);
    for (let at = 0; at < paths.length; at += FILES)
      yield* await this.files(scope, pack.id, paths.slice(at, at + FILES));
  }

  private files(scope: Scope, id: string, paths: readonly string[]): Promise<readonly PackFile[]> {
    return this.ports.unitOfWork.run(scope, (stores) => stores.packs.files(id, paths));
  }

  private manifestOf({ manifest, checksum }: PackRecord): Result<PackFile, Refusal> {
    const sha256 = this.ports.digests.ofText(manifest);
    if (sha256 !== checksum) return err(refusal('PACK_DAMAGED'));
    const bytes = new TextEncoder().encode(manifest).length;
    const about = { path: PACK_MANIFEST, kind: 'data', mediaType: 'application/json' } as const;
    return ok({ ...about, bytes, sha256, content: manifest });
  }

  /** The pack, and the line in the audit that says who opened what of it. */
  private async opened(reader: Reader, id: string, what: string): Promise<PackRecord | null> {
    if (packsOf(reader) === null) return null;
    return this.ports.unitOfWork.run(packScope(reader), async (stores) => {
      const pack = await stores.packs.find(id);
      if (pack)
        await stores.audit.record({
          ...{ programmeId: pack.programmeId, at: this.ports.clock.now(), actor: reader.actor },
          ...{ deed: 'evidence pack read', councilId: null, subject: id, detail: { what } },
        });
      return pack;
    });
  }
}

const entriesOf = ({ manifest }: PackRecord): PackManifest['entries'] => {
  const read = readManifest(manifest);
  return read.ok ? read.value.entries : [];
};

const withoutFigures = (one: PackCorrection): KnownCorrection => ({
  ...one,
  after: null,
  reason: one.reason && { kind: one.reason.kind, text: null },
});

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
