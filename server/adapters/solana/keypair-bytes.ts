import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The keypair file may not be used. The message names no content. */
export class KeypairRefused extends Error {
  override readonly name = 'KeypairRefused';
}

/** Bytes of a private key and its public key. */
const BYTES = 64;
/** Longest file: 64 numbers of three digits with commas, and as many spaces. */
const LONGEST = 1_024;
const [COMMA, ZERO, NINE, OPEN, CLOSE] = [0x2c, 0x30, 0x39, 0x5b, 0x5d];
const SPACES: ReadonlySet<number> = new Set([0x20, 0x0a, 0x0d, 0x09]);

/**
 * Hands the bytes of a keypair file to `use`, and zeroes every copy made of them. They never become text, because
 * text cannot be zeroed.
 * @throws {KeypairRefused} for a file that cannot be read, whose mode is not 0600, or that holds no keypair.
 */
export async function withKeypair<T>(
  file: string,
  use: (bytes: Uint8Array<ArrayBuffer>) => Promise<T>,
): Promise<T> {
  const content = Buffer.alloc(LONGEST);
  const bytes = new Uint8Array(BYTES);
  try {
    parseInto(bytes, content.subarray(0, readInto(content, file)));
    return await use(bytes);
  } finally {
    content.fill(0);
    bytes.fill(0);
  }
}

/** Checks the mode of the opened file, so that exactly this file is read. */
function readInto(content: Buffer, file: string): number {
  const opened = open(file);
  try {
    const stats = fstatSync(opened);
    if (!stats.isFile()) throw new KeypairRefused('it is no file');
    const mode = stats.mode & 0o777;
    if (mode !== 0o600) throw new KeypairRefused(`its mode is 0${mode.toString(8)}, not 0600`);
    return readSync(opened, content, 0, LONGEST, 0);
  } finally {
    closeSync(opened);
  }
}

function open(file: string): number {
  try {
    return openSync(file, 'r');
  } catch {
    throw new KeypairRefused('there is no such file, or it cannot be read');
  }
}

/** Parses the format of the Solana tools: `[12,250,…]`. */
function parseInto(bytes: Uint8Array, content: Buffer): void {
  let at = 0;
  const skip = () => {
    while (SPACES.has(content[at] ?? -1)) at += 1;
  };
  const expect = (sign: number) => {
    skip();
    if (content[at] !== sign) throw new KeypairRefused('it holds no keypair');
    at += 1;
    skip();
  };
  expect(OPEN);
  for (let count = 0; count < BYTES; count += 1) {
    if (count > 0) expect(COMMA);
    const digits = digitsAt(content, at);
    at += digits;
    bytes[count] = byteIn(content.subarray(at - digits, at));
  }
  expect(CLOSE);
  if (at !== content.length) throw new KeypairRefused('it holds no keypair');
}

function digitsAt(content: Buffer, from: number): number {
  let at = from;
  while ((content[at] ?? 0) >= ZERO && (content[at] ?? 0) <= NINE) at += 1;
  return at - from;
}

function byteIn(digits: Buffer): number {
  const value = digits.reduce((sum, digit) => sum * 10 + (digit - ZERO), 0);
  if (digits.length === 0 || digits.length > 3 || value > 255) {
    throw new KeypairRefused('it holds no keypair');
  }
  return value;
}
