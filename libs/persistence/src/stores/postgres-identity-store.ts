import { LessThan, MoreThan, type DataSource } from 'typeorm';
import { IdentityStore } from '#application/ports';
import type { KeptFormRecord, SessionRecord, TokenRecord } from '#application/ports';
import type { Role } from '#domain/access';
import { AccessTokenEntity } from '../entities/access-token.entity.js';
import { KeptFormEntity } from '../entities/kept-form.entity.js';
import { SessionEntity } from '../entities/session.entity.js';

export class PostgresIdentityStore extends IdentityStore {
  constructor(private readonly source: DataSource) {
    super();
  }

  async saveToken(token: TokenRecord): Promise<void> {
    await this.source.getRepository(AccessTokenEntity).insert(token);
  }

  async findToken(digest: string, now: Date): Promise<TokenRecord | null> {
    const row = await this.source
      .getRepository(AccessTokenEntity)
      .findOneBy({ digest, expiresAt: MoreThan(now) });
    return row && { ...row, role: row.role as Role };
  }

  async saveSession(session: SessionRecord): Promise<void> {
    await this.source.getRepository(SessionEntity).insert(session);
  }

  async findSession(digest: string, now: Date): Promise<SessionRecord | null> {
    return this.source.getRepository(SessionEntity).findOneBy({ digest, expiresAt: MoreThan(now) });
  }

  async endSession(digest: string, at: Date): Promise<void> {
    await this.source
      .getRepository(SessionEntity)
      .update({ digest, expiresAt: MoreThan(at) }, { expiresAt: at });
  }

  async findSessionOfForm(csrf: string, endedAfter: Date): Promise<SessionRecord | null> {
    return this.source
      .getRepository(SessionEntity)
      .findOneBy({ csrf, expiresAt: MoreThan(endedAfter) });
  }

  async forgetEnded(of: { sessionsBefore: Date; now: Date }): Promise<void> {
    const { sessionsBefore, now } = of;
    await this.source.getRepository(SessionEntity).delete({ expiresAt: LessThan(sessionsBefore) });
    await this.source.getRepository(KeptFormEntity).delete({ expiresAt: LessThan(now) });
  }

  async keepForm(form: KeptFormRecord, most: number): Promise<void> {
    await this.source.query(
      `delete from kept_form where session = $1 and digest not in
         (select digest from kept_form where session = $1 order by kept_at desc limit $2)`,
      [form.session, most - 1],
    );
    await this.source.getRepository(KeptFormEntity).insert(form);
  }

  async findKeptForm(of: {
    digest: string;
    persona: string;
    now: Date;
  }): Promise<KeptFormRecord | null> {
    const { digest, persona, now } = of;
    return this.source
      .getRepository(KeptFormEntity)
      .findOneBy({ digest, persona, expiresAt: MoreThan(now) });
  }

  async dropKeptForm(digest: string): Promise<boolean> {
    const { affected } = await this.source.getRepository(KeptFormEntity).delete({ digest });
    return affected === 1;
  }
}
