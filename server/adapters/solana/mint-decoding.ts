import { getMintDecoder } from '@solana-program/token';
import { SPL_TOKEN, TOKEN_2022 } from '../../domain/swap/inspection/programs.ts';
import type { MintAccount } from '../../domain/token/mint-account.ts';
import { bytesOf } from './account-decoding.ts';
import { extensionsOf } from './mint-extensions.ts';
import type { WireAccount } from './rpc-schema.ts';

/** Size of a mint. A Token-2022 mint is filled up to an account's size; its kind and its extensions follow. */
const MINT_BYTES = 82;
const KIND_AT = 165;
const MINT_KIND = 1;

/** Null when it is no mint. @throws {ChainUnknown} UNREADABLE when its extensions do not end correctly. */
export function readMint(
  mint: string,
  { owner, data }: Pick<WireAccount, 'owner' | 'data'>,
  slot: bigint,
): MintAccount | null {
  const bytes = bytesOf(data);
  const extended = owner === TOKEN_2022 && bytes.length > KIND_AT && bytes[KIND_AT] === MINT_KIND;
  const plain = (owner === SPL_TOKEN || owner === TOKEN_2022) && bytes.length === MINT_BYTES;
  if (!plain && !extended) return null;
  const read = getMintDecoder().decode(bytes.slice(0, MINT_BYTES));
  if (!read.isInitialized) return null;
  const { mintAuthority, freezeAuthority } = read;
  return {
    ...{ mint, tokenProgram: owner, decimals: read.decimals, supply: read.supply, slot },
    mintAuthority: mintAuthority.__option === 'Some' ? mintAuthority.value : null,
    freezeAuthority: freezeAuthority.__option === 'Some' ? freezeAuthority.value : null,
    extensions: owner === TOKEN_2022 ? extensionsOf(bytes.slice(KIND_AT + 1)) : null,
  };
}
