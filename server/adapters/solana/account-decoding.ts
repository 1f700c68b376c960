import { getBase64Encoder, getU64Decoder, type ReadonlyUint8Array } from '@solana/kit';
import { AccountState, getTokenDecoder, TOKEN_PROGRAM_ADDRESS } from '@solana-program/token';
import { TOKEN_2022 } from '../../domain/swap/inspection/programs.ts';
import type { AccountState as Look, TokenState } from '../../domain/swap/inspection/evidence.ts';
import type { WireAccount } from './rpc-schema.ts';

/** Size of a token account. In Token-2022 the byte after it says what kind of account it is. */
const TOKEN_BYTES = 165;
const KIND_AT = 165;
const TOKEN_KIND = 2;

const TABLE_PROGRAM = 'AddressLookupTab1e1111111111111111111111111';
const TABLE_HEADER = 56;
const NEVER = 2n ** 64n - 1n;

export function bytesOf(base64: string): ReadonlyUint8Array {
  return getBase64Encoder().encode(base64);
}

export function lookOf({ lamports, owner, data }: WireAccount): Look {
  return { lamports, program: owner, token: tokenOf(owner, bytesOf(data)) };
}

/** Null when it is no token account in use. */
export function tokenOf(program: string, data: ReadonlyUint8Array): TokenState | null {
  const plain = program === TOKEN_PROGRAM_ADDRESS && data.length === TOKEN_BYTES;
  const extended =
    program === TOKEN_2022 &&
    (data.length === TOKEN_BYTES || (data.length > KIND_AT && data[KIND_AT] === TOKEN_KIND));
  if (!plain && !extended) return null;
  const token = getTokenDecoder().decode(data.slice(0, TOKEN_BYTES));
  if (token.state === AccountState.Uninitialized) return null;
  return {
    ...{ mint: token.mint, owner: token.owner, amount: token.amount },
    delegate: token.delegate.__option === 'Some' ? token.delegate.value : null,
    closeAuthority: token.closeAuthority.__option === 'Some' ? token.closeAuthority.value : null,
    frozen: token.state === AccountState.Frozen,
  };
}

/** Bytes of a lookup table's addresses, 32 each; null for other accounts and for a deactivated table. */
export function tableOf({ owner, data }: WireAccount): ReadonlyUint8Array | null {
  const bytes = bytesOf(data);
  if (owner !== TABLE_PROGRAM || bytes.length < TABLE_HEADER || bytes[0] !== 1) return null;
  if (getU64Decoder().decode(bytes, 4) !== NEVER) return null;
  return bytes.slice(TABLE_HEADER);
}
