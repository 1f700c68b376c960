import type { GraphQLArgument, GraphQLField } from 'graphql';
import { ask } from './ask.ts';
import { schemaOfArguments } from './input-schema.ts';
import type { Annotations, Arguments, McpDeps, McpTool, Told } from './tool.ts';

/** A tool over one field of the API: its arguments are the field's, its document is made of them. */
export interface FieldTool<Data> {
  readonly name: string;
  readonly operation: 'query' | 'mutation';
  readonly field: string;
  /** Fixed arguments, which a caller neither sees nor gives. */
  readonly fixed?: Arguments;
  /** Beside the field's own description. */
  readonly note?: string;
  readonly title?: string;
  readonly annotations: Annotations;
  /** What is read of the answer, in braces; empty for a scalar. */
  readonly select: string;
  readonly offered: McpTool['offered'];
  readonly told: (data: Data, args: Arguments) => Told;
}

export function fieldTool<Data>({ schema }: McpDeps, tool: FieldTool<Data>): McpTool {
  const { name, operation, title, annotations, fixed = {}, offered, told } = tool;
  const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  const field = root?.getFields()[tool.field];
  if (!field) throw new Error(`The API has no ${operation} ${tool.field}`);
  const document = documentOf(operation, field, tool.select);
  const given = field.args.filter((argument) => !(argument.name in fixed));
  return {
    ...{ name, annotations, offered },
    ...(title !== undefined && { title }),
    description: [field.description, tool.note].filter(Boolean).join(' '),
    inputSchema: schemaOfArguments(given),
    async call(args, caller) {
      const answer = await ask<{ told: Data }>(caller, document, { ...args, ...fixed });
      return told(answer.told, args);
    },
  };
}

/** `query ($id: ID!) { told: trade(id: $id) { … } }` */
function documentOf(
  operation: string,
  { name, args }: GraphQLField<unknown, unknown>,
  select: string,
): string {
  const list = (write: (argument: GraphQLArgument) => string) =>
    args.length === 0 ? '' : `(${args.map(write).join(', ')})`;
  const variables = list((each) => `$${each.name}: ${String(each.type)}`);
  const passed = list((each) => `${each.name}: $${each.name}`);
  return `${operation} ${variables} { told: ${name}${passed} ${select} }`;
}
