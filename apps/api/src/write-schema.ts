// Writes the schema of the code to apps/api/schema.graphql; with --check it only says whether the two differ.
import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { schemaOfCode, schemaText } from './graphql/schema-text.js';

const PATH = 'apps/api/schema.graphql';

const text = schemaText(await schemaOfCode());
const committed = existsSync(PATH) ? readFileSync(PATH, 'utf8') : '';
if (!process.argv.includes('--check')) writeFileSync(PATH, text);
else if (text !== committed) {
  process.stdout.write(
    `${PATH} differs from the code: write it with "node dist/apps/api/src/write-schema.js" and review the difference.\n`,
  );
  process.exitCode = 1;
}
