import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
/** The imports of packages in a joined program. */
const ASKED = /(?:\bfrom|\bimport|\bimport\(|import\.meta\.resolve\()\s*["']([^"'./][^"']*)["']/g;

interface Locked {
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Copies joined programs with the packages that they import and those packages' own dependencies, as far as
 * `npm ci --omit=dev` installs them. `folder` is outside the checkout, whose packages it does not find.
 */
export function installPruned(programs: string, folder: string): void {
  cpSync(programs, folder, { recursive: true });
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const copied = new Set<string>();
  const install = (name: string, asker: string): void => {
    const place = placeOf(lock.packages, name, asker);
    if (place === null || lock.packages[place]!.dev || copied.has(place)) return;
    copied.add(place);
    const source = path.join(ROOT, place);
    if (existsSync(source)) cpSync(source, path.join(folder, place), { recursive: true });
    for (const needed of Object.keys(lock.packages[place]!.dependencies ?? {}))
      install(needed, place);
  };
  for (const name of packagesAsked(folder)) install(name, '');
}

function packagesAsked(folder: string): ReadonlySet<string> {
  const programs = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const texts = programs.map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const asked = texts.flatMap((text) => [...text.matchAll(ASKED)].map(([, name]) => name!));
  const packages = asked.filter((name) => !isBuiltin(name)).map(packageOf);
  return new Set(packages);
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The path of the package that `asker` finds by this name; null when it finds none. */
function placeOf(
  packages: Readonly<Record<string, Locked>>,
  name: string,
  asker: string,
): string | null {
  for (
    let from = asker;
    ;
    from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))
  ) {
    const place = `${from && `${from}/`}node_modules/${name}`;
    if (place in packages) return place;
    if (from === '') return null;
  }
}
