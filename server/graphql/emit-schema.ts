import { readFile, writeFile } from 'node:fs/promises';
import { isObjectType, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { createSchema, schemaText } from './schema.ts';

/** Writes the files that are made from the schema; with --check it only says whether they are up to date. */
const schema = await createSchema();
const written = [
  ['schema.graphql', schemaText(schema)],
  ['client/gql/without-id.ts', withoutId(schema)],
] as const;

for (const [name, text] of written) {
  const file = new URL(`../../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
    console.log(`${name} is written`);
  } else if ((await readFile(file, 'utf8').catch(() => '')) === text) {
    console.log(`${name} is up to date`);
  } else {
    console.error(`${name} is out of date: run npm run schema`);
    process.exitCode = 1;
  }
}

/** A module of the client with the types that have no id, so that a cache keeps no row of their own. */
function withoutId(of: GraphQLSchema): string {
  const roots = Object.values(OperationTypeNode).map((operation) => of.getRootType(operation));
  const names = Object.values(of.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__') && !roots.includes(type) && !type.getFields().id)
    .map(({ name }) => `  '${name}',\n`)
    .sort();
  return `// Written by \`npm run schema\`. Do not edit.\n\n/** Types without an id of their own. */\nexport const WITHOUT_ID: readonly string[] = [\n${names.join('')}];\n`;
}
