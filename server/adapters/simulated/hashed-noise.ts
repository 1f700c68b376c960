/** FNV-1a, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** 0..1, uniform, and the same for the same integers on every machine. */
export function hashedUnit(a: number, b: number, c = 0): number {
  let hash = mixed(mixed(mixed(0x9e3779b9, a), b), c);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** One octave of value noise: -1..1, smooth in time, renewed about once per `period`. */
export function valueNoise(key: number, time: number, period: number): number {
  const at = time / period;
  const index = Math.floor(at);
  const part = at - index;
  const from = hashedUnit(key, index, period) * 2 - 1;
  const to = hashedUnit(key, index + 1, period) * 2 - 1;
  return from + (to - from) * part * part * (3 - 2 * part);
}

function mixed(hash: number, value: number): number {
  const turned = Math.imul(hash ^ (value | 0), 0x85ebca6b);
  return (turned << 13) | (turned >>> 19);
}
