import { readFile, writeFile } from 'node:fs/promises';
import { schemaText } from './schema.ts';

/** Writes schema.graphql; with --check only reports whether it is up to date. */
const file = new URL('../../schema.graphql', import.meta.url);
const text = await schemaText();

if (!process.argv.includes('--check')) {
  await writeFile(file, text);
  console.log('schema.graphql is written');
} else if ((await readFile(file, 'utf8').catch(() => '')) === text) {
  console.log('schema.graphql is up to date');
} else {
  console.error('schema.graphql is out of date: run npm run schema');
  process.exitCode = 1;
}
