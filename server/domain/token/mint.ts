import type { Mint } from '../ids.ts';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const DIGITS = new Map([...ALPHABET].map((letter, value) => [letter, BigInt(value)]));
const BYTES = 32;
/** 32 bytes are at least 32 letters (all zero) and at most 44. */
const LETTERS = { fewest: 32, most: 44 } as const;

/** Wrapped SOL, under whose mint SOL itself is priced. */
export const SOL_MINT: Mint = 'So11111111111111111111111111111111111111112';
export const USDC_MINT: Mint = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v';
export const USDT_MINT: Mint = 'Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB';

/** The mint in a text; null unless it is exactly 32 bytes in base58. Case counts, and nothing is trimmed. */
export function parseMint(text: string): Mint | null {
  if (text.length < LETTERS.fewest || text.length > LETTERS.most) return null;
  let value = 0n;
  for (const letter of text) {
    const digit = DIGITS.get(letter);
    if (digit === undefined) return null;
    value = value * 58n + digit;
  }
  return leadingOnes(text) + bytesOf(value) === BYTES ? text : null;
}

/** The number of leading ones: each is a byte of zero before the number. */
function leadingOnes(text: string): number {
  return text.length - text.replace(/^1+/, '').length;
}

function bytesOf(value: bigint): number {
  return value === 0n ? 0 : Math.ceil(value.toString(16).length / 2);
}
