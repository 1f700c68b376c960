import 'reflect-metadata';
import {
  lexicographicSortSchema,
  OperationTypeNode,
  printSchema,
  type GraphQLSchema,
} from 'graphql';
import { buildSchema, type PubSub } from 'type-graphql';
import { RESOLVERS } from './resolvers.ts';

/** Descriptions of the three root types, which type-graphql itself creates without a place for them. */
const ROOTS: Readonly<Record<OperationTypeNode, string>> = {
  query:
    'Reads: nothing here changes anything at the desk or a venue. Each answer about trading names its book.',
  mutation:
    'Changes; each returns once its effect is durable. The same idempotencyKey with the same input is done once.',
  subscription:
    'Pushes over a WebSocket (graphql-transport-ws). A cursor resumes where a lost connection ended.',
};

/** type-graphql requires a hub, although every subscription reads a stream of its own. */
const NO_HUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('No subscription of ours has topics');
  },
};

/** The schema over existing resolvers; with none it can be printed but not executed. */
export async function createSchema(resolvers: readonly object[] = []): Promise<GraphQLSchema> {
  const [first, ...others] = RESOLVERS;
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const schema = await buildSchema({
    resolvers: [first.type, ...others.map(({ type }) => type)],
    container: { get: (type: new () => object) => byClass.get(type) },
    pubSub: NO_HUB,
    validate: false,
    // Apollo checks it at a start, and to check it twice is a twentieth of one.
    skipCheck: true,
    emitSchemaFile: false,
  });
  for (const operation of Object.values(OperationTypeNode)) {
    const root = schema.getRootType(operation);
    if (root) root.description = ROOTS[operation];
  }
  return schema;
}

/** The schema as text, sorted, so that a change of it reads as a change. */
export function schemaText(schema: GraphQLSchema): string {
  return `# Written by \`npm run schema\`. Do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
