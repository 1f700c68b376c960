import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMint, SOL_MINT, USDC_MINT, USDT_MINT } from '../../../server/domain/token/mint.ts';
import { base58 } from '../../support/values/base58.ts';

describe('a mint', () => {
  it.each([SOL_MINT, USDC_MINT, USDT_MINT])('is %s as it is written', (mint) => {
    expect(parseMint(mint)).toBe(mint);
  });

  it.each([
    ['nothing', ''],
    ['a ticker', 'BONK'],
    ['a letter that base58 leaves out', USDC_MINT.replace('E', '0')],
    ['a space before it', ` ${USDC_MINT}`],
    ['a space after it', `${USDC_MINT} `],
    ['two letters less', USDC_MINT.slice(2)],
    ['a letter more', `${USDC_MINT}1`],
    ['33 bytes, the first zero', `1${USDC_MINT}`],
    ['more than 32 bytes in 44 letters', 'z'.repeat(44)],
    ['31 zeros', '1'.repeat(31)],
    ['33 zeros', '1'.repeat(33)],
  ])('is not %s', (_, text) => {
    expect(parseMint(text)).toBeNull();
  });

  it('differs by the case of one letter', () => {
    const other = USDC_MINT.replace('W', 'w');
    expect(parseMint(other)).toBe(other);
    expect(other).not.toBe(USDC_MINT);
  });

  it('is 32 bytes, whichever they are, and no other number of them', () => {
    const bytes = fc.uint8Array({ minLength: 28, maxLength: 36 });
    const zeros = fc.integer({ min: 0, max: 36 });
    fc.assert(
      fc.property(bytes, zeros, (some, leading) => {
        const all = some.map((byte, at) => (at < leading ? 0 : byte));
        const text = base58(all);
        expect(parseMint(text)).toBe(all.length === 32 ? text : null);
      }),
    );
  });
});
