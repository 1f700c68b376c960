import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLInputObjectType, type GraphQLObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { REQUEST_KINDS, requestProperties } from '../../server/mcp/requests.ts';
import { PREVIEW } from '../../server/mcp/tools/prepare.ts';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
});
const properties = requestProperties(schema);

it('the preview is shown whole, but for the confirmation that the token stands for', () => {
  const fields = Object.keys((schema.getType('TradePreview') as GraphQLObjectType).getFields());
  const shown = PREVIEW.replace(/\{[^}]*\}/g, '')
    .trim()
    .split(/\s+/);
  expect([...shown, 'confirmationToken', 'expiresAt'].sort()).toEqual(fields.sort());
});

it.each(Object.entries(REQUEST_KINDS))(
  'the argument %s has the fields of the API’s input, the token aside',
  (name, { input }) => {
    const type = schema.getType(input) as GraphQLInputObjectType;
    const fields = Object.keys(type.getFields());
    const given = properties[name] as { description: string; properties: object };
    expect(given.description).toBe(type.description);
    expect([...Object.keys(given.properties), 'confirmationToken'].sort()).toEqual(fields.sort());
  },
);
