import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'kept_form' })
export class KeptFormEntity {
  @PrimaryColumn({ name: 'digest', type: 'text' }) digest!: string;
  @Column({ name: 'session', type: 'text' }) session!: string;
  @Column({ name: 'persona', type: 'text' }) persona!: string;
  @Column({ name: 'sealed', type: 'bytea' }) sealed!: Buffer;
  @Column({ name: 'kept_at', type: 'timestamptz' }) keptAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}
