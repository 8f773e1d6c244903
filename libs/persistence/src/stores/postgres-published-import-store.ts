import { PublishedImportStore } from '#application/ports';
import type {
  EesDefinition,
  FilePart,
  ImportOutcome,
  ImportPreview,
  ImportStatus,
  PublishedImport,
} from '#application/ports';
import type { SqlSession } from '../sql-session.js';

type Row = {
  id: string;
  programme_id: number;
  status: ImportStatus;
  file_name: string;
  metadata_name: string | null;
  digest: string;
  bytes: number;
  published_on: string;
  uploaded_at: Date;
  uploaded_by: string;
  expires_at: Date;
  preview: ImportPreview | null;
  sentence: string | null;
  confirmed_at: Date | null;
  confirmed_by: string | null;
  finished_at: Date | null;
  outcome: ImportOutcome | null;
};
const SELECT = `select id, programme_id, status, file_name, metadata_name, digest, bytes, published_on::text as published_on,
  uploaded_at, uploaded_by, expires_at, preview, sentence, confirmed_at, confirmed_by, finished_at, outcome
  from published_import`;

const toImport = (row: Row): PublishedImport => ({
  id: row.id,
  programmeId: row.programme_id,
  status: row.status,
  fileName: row.file_name,
  metadataName: row.metadata_name,
  digest: row.digest,
  bytes: row.bytes,
  publishedOn: row.published_on,
  uploadedAt: row.uploaded_at,
  uploadedBy: row.uploaded_by,
  expiresAt: row.expires_at,
  preview: row.preview,
  sentence: row.sentence,
  confirmedAt: row.confirmed_at,
  confirmedBy: row.confirmed_by,
  finishedAt: row.finished_at,
  outcome: row.outcome,
});

export class PostgresPublishedImportStore extends PublishedImportStore {
  constructor(private readonly sql: SqlSession) {
    super();
  }

  definition(programmeId: number): Promise<EesDefinition | null> {
    return this.sql.one<EesDefinition>(
      `select mappings, reference from ees_definition where programme_id = $1`,
      [programmeId],
    );
  }

  async add(one: PublishedImport): Promise<void> {
    await this.sql.run(
      `insert into published_import (id, programme_id, status, file_name, metadata_name, digest, bytes, published_on,
         uploaded_at, uploaded_by, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        one.id,
        one.programmeId,
        one.status,
        one.fileName,
        one.metadataName,
        one.digest,
        one.bytes,
        one.publishedOn,
        one.uploadedAt,
        one.uploadedBy,
        one.expiresAt,
      ],
    );
  }

  async addPiece(id: string, part: FilePart, n: number, bytes: Uint8Array): Promise<void> {
    await this.sql.run(
      `insert into published_import_piece (import_id, part, n, bytes) values ($1, $2, $3, $4)`,
      [id, part, n, Buffer.from(bytes)],
    );
  }

  async file(id: string, part: FilePart): Promise<Uint8Array | null> {
    const pieces = await this.sql.rows<{ bytes: Buffer }>(
      `select bytes from published_import_piece where import_id = $1 and part = $2 order by n`,
      [id, part],
    );
    return pieces.length === 0 ? null : Buffer.concat(pieces.map(({ bytes }) => bytes));
  }

  async find(id: string): Promise<PublishedImport | null> {
    const row = await this.sql.one<Row>(`${SELECT} where id = $1`, [id]);
    return row && toImport(row);
  }

  async list(programmeId: number, first: number): Promise<readonly PublishedImport[]> {
    const rows = await this.sql.rows<Row>(
      `${SELECT} where programme_id = $1 order by uploaded_at desc, id desc limit $2`,
      [programmeId, first],
    );
    return rows.map(toImport);
  }

  async next(): Promise<PublishedImport | null> {
    const row = await this.sql.one<Row>(
      `${SELECT} where status in ('received', 'confirmed') order by uploaded_at limit 1`,
    );
    return row && toImport(row);
  }

  async move(from: ImportStatus, to: PublishedImport): Promise<boolean> {
    const touched = await this.sql.run(
      `update published_import set status = $3, preview = $4, sentence = $5, confirmed_at = $6, confirmed_by = $7,
         finished_at = $8, outcome = $9 where id = $1 and status = $2`,
      [
        to.id,
        from,
        to.status,
        to.preview && JSON.stringify(to.preview),
        to.sentence,
        to.confirmedAt,
        to.confirmedBy,
        to.finishedAt,
        to.outcome && JSON.stringify(to.outcome),
      ],
    );
    return touched > 0;
  }

  async dropPieces(id: string): Promise<void> {
    await this.sql.run(`delete from published_import_piece where import_id = $1`, [id]);
  }

  async expire(now: Date): Promise<number> {
    await this.sql.run(
      `delete from published_import_piece p using published_import i
       where i.id = p.import_id and i.status = 'previewed' and i.expires_at <= $1`,
      [now],
    );
    return this.sql.run(
      `update published_import set status = 'expired', finished_at = $1 where status = 'previewed' and expires_at <= $1`,
      [now],
    );
  }
}
