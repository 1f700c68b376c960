import { readFileSync } from 'node:fs';
import path from 'node:path';

const OWN_IMPORT = /from '(\.{1,2}\/[^']+\.ts)'/g;

/** The text of a shipped kind, followed by the texts of the helpers that it imports. */
export function shippedSource(folder: string, kind: string): string {
  const texts = new Map<string, string>();
  const read = (file: string) => {
    if (texts.has(file) || !file.startsWith(folder + path.sep)) return;
    const text = readFileSync(file, 'utf8');
    texts.set(file, text);
    const imported = [...text.matchAll(OWN_IMPORT)].map(([, name]) => name!);
    for (const name of imported.sort()) read(path.resolve(path.dirname(file), name));
  };
  read(path.join(folder, `${kind}.ts`));
  return [...texts.values()].join('');
}
