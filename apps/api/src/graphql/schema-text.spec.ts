import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from 'graphql';
import { schemaOfCode, schemaText } from './schema-text.js';

const committed = readFileSync('apps/api/schema.graphql', 'utf8');
const released = buildSchema(readFileSync('apps/api/schema.released.graphql', 'utf8'));

const ownTypes = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );

describe('the schema', () => {
  it('is committed as the code has it', async () => {
    expect(schemaText(await schemaOfCode())).toBe(committed);
  });

  it('breaks nothing that was released', async () => {
    expect(findBreakingChanges(released, await schemaOfCode())).toEqual([]);
  });

  it('would be caught breaking something', () => {
    const without = committed.replace('  acceptedCount: Int!\n', '');
    expect(findBreakingChanges(released, buildSchema(without))).toEqual([
      { type: 'FIELD_REMOVED', description: 'Submission.acceptedCount was removed.' },
    ]);
  });

  it('has no argument that orders councils by a value', async () => {
    const schema = await schemaOfCode();
    const names = ownTypes(schema).flatMap((type) => {
      if (isInputObjectType(type)) return Object.keys(type.getFields());
      if (!isObjectType(type)) return [];
      return Object.values(type.getFields()).flatMap((field) => field.args.map(({ name }) => name));
    });
    expect(names.filter((name) => /order|sort|rank|top|worst|best|score/i.test(name))).toEqual([]);
  });

  it('describes every type, and every question and deed', async () => {
    const schema = await schemaOfCode();
    const types = ownTypes(schema).filter(
      ({ name }) => !/(Edge|Connection)$|^(Query|Mutation)$/.test(name),
    );
    const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}),
    );
    const bare = [...types, ...roots].filter(({ description }) => !description);
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});
