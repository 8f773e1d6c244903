import type { DataSource } from 'typeorm';
import { PersonaSource, type Persona } from '#application/ports';

export class PostgresPersonaSource extends PersonaSource {
  constructor(private readonly source: DataSource) {
    super();
  }

  async all(): Promise<readonly Persona[]> {
    const rows = await this.source.query<
      {
        definition: Persona;
      }[]
    >('select definition from persona order by key');
    return rows.map((row) => row.definition);
  }
}
