import { createHash } from 'node:crypto';
import {
  address,
  getAddressEncoder,
  isOffCurveAddress,
  getAddressDecoder,
  none,
  some,
  type Address,
  type ReadonlyUint8Array,
} from '@solana/kit';
import { AccountState, getMintEncoder, getTokenEncoder } from '@solana-program/token';
import { ASSOCIATED_TOKEN, SPL_TOKEN } from '../../../server/domain/swap/inspection/programs.ts';
import { SOL } from '../tokens/emulated-token.ts';

export const TABLE_PROGRAM = address('AddressLookupTab1e1111111111111111111111111');
export const JUPITER = address('JUP6LkbZbjS1jKKwapdHNy74zcZ3tLUZoi5QNyVTaV4');
/** The owner of the emulated pools' tokens. */
export const MAKER = named('maker');

/** An address without an owner, made from a word. */
export function named(word: string): Address {
  return getAddressDecoder().decode(createHash('sha256').update(word).digest());
}

/** The token account of an owner, as the associated token program derives it. */
export function associated(owner: string, mint: string, program = SPL_TOKEN): Address {
  const bytes = (text: string) => getAddressEncoder().encode(address(text));
  for (let bump = 255; bump > 0; bump -= 1) {
    const hash = createHash('sha256');
    for (const part of [owner, program, mint]) hash.update(Uint8Array.from(bytes(part)));
    hash.update(Uint8Array.of(bump)).update(Uint8Array.from(bytes(ASSOCIATED_TOKEN)));
    const found = getAddressDecoder().decode(hash.update('ProgramDerivedAddress').digest());
    if (isOffCurveAddress(found)) return found;
  }
  throw new Error('no address off the curve');
}

export interface MintMade {
  readonly decimals: number;
  readonly mintAuthority?: string | null;
  readonly freezeAuthority?: string | null;
  readonly supply?: bigint;
}

export function mintBytes({ decimals, mintAuthority, freezeAuthority, supply }: MintMade) {
  return getMintEncoder().encode({
    ...{ decimals, isInitialized: true, supply: supply ?? 10n ** 15n },
    mintAuthority: mintAuthority ? some(address(mintAuthority)) : none(),
    freezeAuthority: freezeAuthority ? some(address(freezeAuthority)) : none(),
  });
}

export interface TokenMade {
  readonly mint: string;
  readonly owner: string;
  readonly amount: bigint;
  readonly delegate?: string;
  readonly closeAuthority?: string;
  readonly frozen?: boolean;
}

export const TOKEN_RENT = 2_039_280n;

export function tokenBytes(made: TokenMade): ReadonlyUint8Array {
  const { mint, owner, amount, delegate, closeAuthority, frozen } = made;
  return getTokenEncoder().encode({
    ...{ mint: address(mint), owner: address(owner), amount },
    delegate: delegate ? some(address(delegate)) : none(),
    state: frozen ? AccountState.Frozen : AccountState.Initialized,
    isNative: mint === SOL ? some(TOKEN_RENT) : none(),
    delegatedAmount: delegate ? 2n ** 63n : 0n,
    closeAuthority: closeAuthority ? some(address(closeAuthority)) : none(),
  });
}

/** The bytes of a lookup table; by default it is in use. */
export function tableBytes(addresses: readonly string[], deactivatedAt = 2n ** 64n - 1n): Buffer {
  const header = Buffer.alloc(56);
  header.writeUInt32LE(1, 0);
  header.writeBigUInt64LE(deactivatedAt, 4);
  return Buffer.concat([
    header,
    ...addresses.map((each) => Uint8Array.from(getAddressEncoder().encode(address(each)))),
  ]);
}
