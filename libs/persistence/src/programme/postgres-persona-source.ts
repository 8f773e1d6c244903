import type { DataSource } from 'typeorm';
import { PersonaSource, type Persona } from '#application/ports';

export class PostgresPersonaSource extends PersonaSource {
  constructor(private readonly source: DataSource) {
    super();
  }

  async all(): Promise<readonly Persona[]> {
    const rows = (await this.source.query('select definition from persona order by key')) as {
      definition: Persona;
    }[];
    return rows.map((row) => row.definition);
  }
}
