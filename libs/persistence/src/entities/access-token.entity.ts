import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'access_token' })
export class AccessTokenEntity {
  @PrimaryColumn({ name: 'digest', type: 'text' }) digest!: string;
  @Column({ name: 'label', type: 'text' }) label!: string;
  @Column({ name: 'role', type: 'text' }) role!: string;
  @Column({ name: 'council_id', type: 'int', nullable: true }) councilId!: number | null;
  @Column({ name: 'partnership', type: 'text', nullable: true }) partnership!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}
