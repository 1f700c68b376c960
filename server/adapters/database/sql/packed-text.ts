import { constants, gunzipSync, gzipSync } from 'node:zlib';

/** Shorter texts are not worth compressing. */
const PACKED_FROM = 4_096;
/** JSON never begins like this. */
const MARK = 'gzip:';

/**
 * Text as it is stored: a long one is compressed. The option chain of one underlying is 120 KB of JSON at each bar
 * that reads it, and a fifth of that packed.
 */
export function pack(json: string): string {
  if (json.length < PACKED_FROM) return json;
  return MARK + gzipSync(json).toString('base64');
}

export function unpack(stored: string): string {
  if (!stored.startsWith(MARK)) return stored;
  return gunzipSync(Buffer.from(stored.slice(MARK.length), 'base64')).toString();
}

/** Characters of packed text that `startOf` decodes: a multiple of four, as base64 needs. */
const START = 512;

/** The first few hundred characters, without the cost of unpacking all. */
export function startOf(stored: string): string {
  if (!stored.startsWith(MARK)) return stored;
  const part = Buffer.from(stored.slice(MARK.length, MARK.length + START), 'base64');
  return gunzipSync(part, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
}
