import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { NestFactory } from '@nestjs/core';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { AlertResolver } from './graphql/resolvers/alert.resolver.js';
import { RegisterResolver } from './graphql/resolvers/register.resolver.js';
import { SeriesResolver } from './graphql/resolvers/series.resolver.js';
import { SubmissionResolver } from './graphql/resolvers/submission.resolver.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from './graphql/scalars.js';

const PATH = 'apps/api/schema.graphql';

/** The schema without a running service. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
    logger: false,
  });
  const resolvers = [RegisterResolver, SeriesResolver, SubmissionResolver, AlertResolver];
  const schema = await app
    .get(GraphQLSchemaFactory)
    .create(resolvers, [DecimalScalar, DateTimeScalar, DateScalar]);
  await app.close();
  return schema;
}

export const schemaText = async (): Promise<string> =>
  `${printSchema(lexicographicSortSchema(await buildSchema()))}\n`;

if (process.argv[1]?.endsWith('write-schema.js')) {
  const text = await schemaText();
  const committed = existsSync(PATH) ? readFileSync(PATH, 'utf8') : '';
  if (!process.argv.includes('--check')) writeFileSync(PATH, text);
  else if (text !== committed) {
    process.stdout.write(
      `${PATH} differs from the code: write it with "node dist/apps/api/src/write-schema.js" and review the difference.\n`,
    );
    process.exitCode = 1;
  }
}
