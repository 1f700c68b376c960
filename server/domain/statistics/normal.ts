/** Chance that a standard normal value is at most `z`; to about 1e-15 (West 2005, after Hart 1968). */
export function normalBelow(z: number): number {
  const size = Math.abs(z);
  if (size > 37) return z > 0 ? 1 : 0;
  const tail = Math.exp((-size * size) / 2) * (size < 7.07106781186547 ? near(size) : far(size));
  return z > 0 ? 1 - tail : tail;
}

const OVER = [
  ...[0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383],
  ...[112.079291497871, 221.213596169931, 220.206867912376],
];
const UNDER = [
  ...[0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461],
  ...[296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752],
];

function near(z: number): number {
  const at = (terms: readonly number[]) => terms.reduce((sum, term) => sum * z + term, 0);
  return at(OVER) / at(UNDER);
}

function far(z: number): number {
  const fraction = [4, 3, 2, 1].reduce((rest, n) => z + n / rest, z + 0.65);
  return 1 / fraction / 2.506628274631;
}

/** The value below which a standard normal value stays with this chance, which is more than 0 and less than 1. */
export function normalQuantile(chance: number): number {
  let [low, high] = [-38, 38];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
