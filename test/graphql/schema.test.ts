import { existsSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSchema, schemaText } from '../../server/graphql/schema.ts';
import { NOT_SERVED_YET } from './not-served-yet.ts';

const PRINTED = new URL('../../schema.graphql', import.meta.url);
const CONTRACT = new URL('../../../shared/contract.graphql', import.meta.url);

let served: GraphQLSchema;
beforeAll(async () => {
  served = await createSchema();
});

it('the schema matches schema.graphql', async () => {
  expect(readFileSync(PRINTED, 'utf8')).toBe(schemaText(await createSchema()));
});

it('the schema describes every type, field, argument and value', () => {
  const bare: string[] = [];
  const note = (name: string, { description }: { description?: string | null | undefined }) => {
    if ((description ?? '').length < 4) bare.push(name);
  };
  for (const [name, type] of Object.entries(served.getTypeMap())) {
    if (name.startsWith('__')) continue;
    note(name, type);
    if (isEnumType(type)) for (const each of type.getValues()) note(`${name}.${each.name}`, each);
    if (!isObjectType(type) && !isInputObjectType(type)) continue;
    const fields: Record<string, GraphQLField<unknown, unknown> | GraphQLInputField> =
      type.getFields();
    for (const [field, defined] of Object.entries(fields)) {
      note(`${name}.${field}`, defined);
      const args: readonly GraphQLArgument[] = 'args' in defined ? defined.args : [];
      for (const arg of args) note(`${name}.${field}(${arg.name})`, arg);
    }
  }
  expect(bare).toEqual([]);
});

describe.skipIf(!existsSync(CONTRACT))('the schema against the public contract', () => {
  it('breaks nothing except what is listed as not served yet', () => {
    const contract = buildSchema(readFileSync(CONTRACT, 'utf8'));
    const broken = findBreakingChanges(contract, served).map(({ description }) => description);
    expect(broken.filter((each) => !NOT_SERVED_YET.has(each))).toEqual([]);
  });

  it('lists as not served only what is not served', () => {
    const contract = buildSchema(readFileSync(CONTRACT, 'utf8'));
    const broken = findBreakingChanges(contract, served).map(({ description }) => description);
    expect([...NOT_SERVED_YET].filter((each) => !broken.includes(each))).toEqual([]);
  });
});
if (!existsSync(CONTRACT))
  console.log('No ../shared: the schema is not compared with the contract.');
