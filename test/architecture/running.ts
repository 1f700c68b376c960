import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** What a place must not reach by any path of imports. */
export interface Wall {
  readonly name: string;
  readonly from: RegExp;
  readonly to: RegExp;
}

/** The imports of each file that are left when the program runs; packages have their names. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** Reads the imports below a folder of `baseDir` as the build does. */
export async function runningImports(baseDir: string, folder: string): Promise<Imports> {
  const names = readdirSync(path.join(baseDir, folder), { recursive: true, encoding: 'utf8' });
  const { metafile } = await build({
    entryPoints: names
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => path.join(folder, name)),
    ...{ absWorkingDir: baseDir, bundle: true, write: false, metafile: true, outdir: 'never' },
    ...{ format: 'esm', platform: 'node', packages: 'external', logLevel: 'silent' },
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, experimentalDecorators: true } },
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.map(({ path: imported }) => imported),
    ]),
  );
}

/** Every file and package that runs when `file` does. */
export function reachedFrom(file: string, imports: Imports): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const each of reached) for (const next of imports.get(each) ?? []) reached.add(next);
  return reached;
}

/** Everything that a place reaches in spite of a wall, as `from -> to (wall)`. */
export function breaches(imports: Imports, walls: readonly Wall[]): readonly string[] {
  return walls.flatMap(({ name, from, to }) =>
    [...imports.keys()]
      .filter((file) => from.test(file))
      .flatMap((file) =>
        [...reachedFrom(file, imports)]
          .filter((reached) => reached !== file && to.test(reached))
          .map((reached) => `${file} -> ${reached} (${name})`),
      ),
  );
}
