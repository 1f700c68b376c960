import { isObjectType, type GraphQLArgument, type GraphQLSchema } from 'graphql';
import { ask } from './ask.ts';
import { documentOf, type AskedField } from './field-document.ts';
import { schemaOfArguments } from './input-schema.ts';
import { pageOf, SKIP, skipOf, type Paged } from './paging.ts';
import type {
  Annotations,
  Arguments,
  InputSchema,
  McpCaller,
  McpDeps,
  McpTool,
  Told,
} from './tool.ts';

/** A tool over one field of the API: the field gives its arguments and its document. */
export interface FieldTool<Answer> extends AskedField {
  readonly name: string;
  readonly title: string;
  /** Replaces the field's own description when the tool does less. */
  readonly description?: string;
  /** Adds what the description leaves open. */
  readonly note?: string;
  readonly annotations: Annotations;
  /** A field within `select`, by its type and name; the tool takes its arguments too. */
  readonly inner?: readonly [type: string, field: string];
  /** Argument schemas that allow less than GraphQL does. */
  readonly narrowed?: Readonly<Record<string, object>>;
  /** Arguments that always have these values; a caller may leave them out. */
  readonly fixed?: Arguments;
  readonly paged?: Paged;
  readonly offered: McpTool['offered'];
  /** Checks the arguments before the API does. @throws {Refused} */
  readonly check?: (args: Arguments) => void;
  /** Turns the answer into the result; `told` in the answer is the field's value. */
  readonly tell: (answer: Answer, args: Arguments, caller: McpCaller) => Told | Promise<Told>;
}

export function fieldTool<Answer>({ schema }: McpDeps, tool: FieldTool<Answer>): McpTool {
  const { name, title, annotations, offered, check, tell, paged } = tool;
  const field = rootField(schema, tool);
  const inner = tool.inner ? innerArguments(schema, tool.inner) : [];
  const document = documentOf(tool, field.args, inner);
  return {
    ...{ name, title, annotations, offered },
    description: [tool.description ?? field.description, tool.note].filter(Boolean).join(' '),
    inputSchema: inputSchemaOf(tool, [...field.args, ...inner]),
    async call(args, caller) {
      check?.(args);
      const { skip: _skip, ...variables } = args;
      if (paged?.by === 'skip') skipOf(args);
      const answer = await ask<Answer>(caller, document, { ...variables, ...tool.fixed });
      const told = await tell(answer, args, caller);
      return paged ? pageOf(told, paged, args) : told;
    },
  };
}

function rootField(schema: GraphQLSchema, { operation, field }: AskedField) {
  const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  const found = root?.getFields()[field];
  if (!found) throw new Error(`The API has no ${operation} ${field}`);
  return found;
}

function innerArguments(
  schema: GraphQLSchema,
  [type, field]: readonly [string, string],
): readonly GraphQLArgument[] {
  const found = schema.getType(type);
  const args = isObjectType(found) ? found.getFields()[field]?.args : undefined;
  if (!args) throw new Error(`The API has no ${type}.${field}`);
  return args;
}

function inputSchemaOf(
  { narrowed, fixed = {}, paged }: Pick<FieldTool<never>, 'narrowed' | 'fixed' | 'paged'>,
  args: readonly GraphQLArgument[],
): InputSchema {
  const schema = schemaOfArguments(args);
  const required = schema.required?.filter((name) => !(name in fixed));
  const properties = {
    ...schema.properties,
    ...narrowed,
    ...(paged?.by === 'skip' && { skip: SKIP }),
  };
  return { ...schema, properties, ...(required && { required }) };
}
