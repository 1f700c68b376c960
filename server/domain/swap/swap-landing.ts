import type { Tag } from '../ids.ts';

/** One in this many swaps on paper never lands: no block takes it before it expires. */
export const LOST_ONE_IN = 50;

/** Whether a swap never lands: its order's tag decides, so that it has the same fate wherever this is asked. */
export function neverLands(tag: Tag): boolean {
  return hashOf(tag) % LOST_ONE_IN === 0;
}

/** FNV-1a, 32 bits, with its bits mixed at the end: tags differ only in their last letters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
