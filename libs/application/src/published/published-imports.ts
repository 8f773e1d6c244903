import { err, ok, refusal, type Refusal, type Result } from '#domain';
import { scopeOf, type Reader } from '#domain/access';
import { columnNames, type Finding } from '#domain/intake';
import { londonDay, type Day } from '#domain/periods';
import { readBody } from '../intake/read-body.js';
import type {
  Clock,
  Digests,
  FilePart,
  Ids,
  ProgrammeSource,
  PublishedImport,
  Turns,
  UnitOfWork,
  WakeUps,
  WorkbookReader,
} from '../ports/index.js';

const DAYS_KEPT = 7;
const DAY_MS = 86_400_000;
const PIECE = 1_000_000;
const MOST_LISTED = 50;

type Ports = {
  readonly unitOfWork: UnitOfWork;
  readonly programme: ProgrammeSource;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly digests: Digests;
  readonly wakeUps: WakeUps;
  readonly turns: Turns;
  readonly workbooks: WorkbookReader;
};

export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };
export type NewImport = {
  readonly reader: Reader;
  readonly data: UploadedFile;
  readonly metadata: UploadedFile | null;
  readonly publishedOn: Day;
};

/** Why an upload was not taken: nothing of it is kept. */
export type NotUploaded = { readonly refusal: Refusal; readonly findings: readonly Finding[] };

/**
 * Yearly published files that a DfE analyst uploads, looks at and confirms. The worker reads and imports them
 * (`WorkPublishedImports`): here a file is only looked through for personal data, and kept.
 */
export class PublishedImports {
  constructor(private readonly ports: Ports) {}

  /** Who may import. */
  static isFor = ({ roles }: Reader): boolean => roles.includes('dfe-analyst');

  async upload(request: NewImport): Promise<Result<PublishedImport, NotUploaded>> {
    const { reader, data, metadata, publishedOn } = request;
    const refused = (code: Parameters<typeof refusal>[0], findings: readonly Finding[] = []) =>
      err({ refusal: refusal(code), findings });
    if (!PublishedImports.isFor(reader)) return refused('NOT_ALLOWED');
    const now = this.ports.clock.now();
    if (publishedOn > londonDay(now)) return refused('PUBLICATION_DAY_WRONG');
    for (const file of [data, metadata]) {
      const findings = file ? await this.guard(file) : [];
      if (findings.length > 0) return refused('FILE_REFUSED', findings);
    }
    const { register } = await this.ports.programme.current();
    const one: PublishedImport = {
      id: this.ports.ids.newId(),
      programmeId: register.programmeId,
      status: 'received',
      fileName: data.name,
      metadataName: metadata?.name ?? null,
      digest: this.ports.digests.sha256([data.bytes, ...(metadata ? [metadata.bytes] : [])]),
      bytes: data.bytes.byteLength + (metadata?.bytes.byteLength ?? 0),
      publishedOn,
      uploadedAt: now,
      uploadedBy: reader.actor,
      expiresAt: new Date(now.getTime() + DAYS_KEPT * DAY_MS),
      preview: null,
      sentence: null,
      confirmedAt: null,
      confirmedBy: null,
      finishedAt: null,
      outcome: null,
    };
    await this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      await stores.imports.add(one);
      const parts: readonly (readonly [FilePart, UploadedFile | null])[] = [
        ['data', data],
        ['metadata', metadata],
      ];
      for (const [part, file] of parts)
        for (let n = 0; file && n * PIECE < file.bytes.byteLength; n += 1)
          await stores.imports.addPiece(
            one.id,
            part,
            n,
            file.bytes.subarray(n * PIECE, (n + 1) * PIECE),
          );
    });
    await this.ports.wakeUps.wake('submissions');
    return ok(one);
  }

  /** Confirms what was previewed. A second time changes nothing, and answers the same. */
  async confirm({
    reader,
    id,
  }: {
    readonly reader: Reader;
    readonly id: string;
  }): Promise<Result<PublishedImport, Refusal>> {
    if (!PublishedImports.isFor(reader)) return err(refusal('NOT_ALLOWED'));
    const now = this.ports.clock.now();
    const moved = await this.ports.unitOfWork.run(scopeOf(reader), async (stores) => {
      const one = await stores.imports.find(id);
      if (!one) return null;
      if (one.status === 'previewed' && one.expiresAt > now)
        await stores.imports.move('previewed', {
          ...one,
          status: 'confirmed',
          confirmedAt: now,
          confirmedBy: reader.actor,
        });
      return stores.imports.find(id);
    });
    if (!moved) return err(refusal('NOT_FOUND'));
    if (moved.confirmedAt === null) return err(refusal('NOTHING_TO_IMPORT'));
    await this.ports.wakeUps.wake('submissions');
    return ok(moved);
  }

  /** Every upload, newest first; none for whoever may not see them. */
  async list(reader: Reader): Promise<readonly PublishedImport[]> {
    if (scopeOf(reader).grants !== 'all') return [];
    const { register } = await this.ports.programme.current();
    return this.ports.unitOfWork.run(scopeOf(reader), (stores) =>
      stores.imports.list(register.programmeId, MOST_LISTED),
    );
  }

  one(reader: Reader, id: string): Promise<PublishedImport | null> {
    if (scopeOf(reader).grants !== 'all') return Promise.resolve(null);
    return this.ports.unitOfWork.run(scopeOf(reader), (stores) => stores.imports.find(id));
  }

  /** What a file may hold that must not be kept, or why it cannot be looked through. Its columns are no matter yet. */
  private async guard({ name, bytes }: UploadedFile): Promise<readonly Finding[]> {
    const { validationRules: rules } = await this.ports.programme.current();
    const { turns, workbooks } = this.ports;
    const read = await readBody(
      { kind: 'file', bytes, fileName: name, announcedLength: null },
      {
        comment: null,
        rules,
        councilNamed: true,
        mostRows: null,
        names: columnNames([]),
        workbooks,
        turns,
      },
    );
    return read.kind === 'refused' && read.keep === null ? read.findings : [];
  }
}
