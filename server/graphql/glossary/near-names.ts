/** The part in which spellings of a name agree: only letters and digits, in lower case. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** How near a name must be: the share of letter pairs that both names have. */
const NEAR = 0.4;

/** The names that are spelled like `asked`, nearest first, at most `most`. */
export function nearNames(asked: string, names: Iterable<string>, most = 5): readonly string[] {
  const wanted = pairsOf(plain(asked));
  return [...new Set(names)]
    .map((name) => ({ name, nearness: nearness(wanted, pairsOf(plain(name))) }))
    .filter(({ nearness: near }) => near >= NEAR)
    .sort((a, b) => b.nearness - a.nearness || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name);
}

/** Dice’s coefficient: 1 for the same pairs of letters, 0 for none in common. */
function nearness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length;
  return (2 * common) / (a.size + b.size || 1);
}

function pairsOf(name: string): ReadonlySet<string> {
  const framed = ` ${name} `;
  return new Set(Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2)));
}
