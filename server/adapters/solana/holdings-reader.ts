import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { z } from 'zod';
import type { Commitment, TokenHolding, WalletHoldings } from '../../ports/solana-chain.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import { bytesOf, tokenOf } from './account-decoding.ts';
import { chainUnknown } from './rpc-host.ts';
import { balanceReply, tokenAccountRow, tokenAccountsReply } from './rpc-schema.ts';

type Ask = <T>(
  method: string,
  params: readonly unknown[],
  shape: z.ZodType<{ context: { slot: bigint }; value: T }>,
  commitment: Commitment,
  urgency: TokenUrgency,
) => Promise<{ slot: bigint; value: T }>;

/** Accounts read in one turn of the event loop: a wallet that strangers fill must not block other work. */
const AT_ONCE = 50;

/** Which token accounts of a wallet to ask for. */
export type AccountFilter = { readonly programId: string } | { readonly mint: string };

/** Reads a wallet's SOL and its token accounts that pass one of the filters. */
export class HoldingsReader {
  constructor(private readonly ask: Ask) {}

  /** @throws {ChainUnknown} LAGS where an answer is older than `atSlot`. */
  async of(
    owner: string,
    atSlot: bigint,
    urgency: TokenUrgency,
    filters: readonly AccountFilter[],
  ): Promise<WalletHoldings> {
    const commitment = 'confirmed';
    const bound = atSlot > 0n ? { minContextSlot: Number(atSlot) } : {};
    const config = { encoding: 'base64', commitment, ...bound };
    const sol = await this.ask(
      ...(['getBalance', [owner, { commitment, ...bound }], balanceReply] as const),
      ...([commitment, urgency] as const),
    );
    const slots = [sol.slot];
    const tokens: TokenHolding[] = [];
    for (const filter of filters) {
      const params = [owner, filter, config];
      const asked = ['getTokenAccountsByOwner', params, tokenAccountsReply] as const;
      const { slot, value } = await this.ask(...asked, commitment, urgency);
      slots.push(slot);
      for (const [at, row] of value.entries()) {
        if (at % AT_ONCE === AT_ONCE - 1) await letOthersRun();
        tokens.push(holdingOf(owner, filter, row));
      }
    }
    const slot = slots.reduce((least, each) => (each < least ? each : least));
    if (slot < atSlot) throw chainUnknown('LAGS', 'answers of an older slot than asked');
    return { slot, lamports: sol.value, tokens };
  }
}

/**
 * @throws {ChainUnknown} UNREADABLE for a row that is no token account, CONTRADICTS for an account of another
 * owner or one that was not asked for.
 */
function holdingOf(owner: string, filter: AccountFilter, row: unknown): TokenHolding {
  const read = tokenAccountRow.safeParse(row);
  if (!read.success) throw chainUnknown('UNREADABLE', 'lists what is no token account');
  const { pubkey, account } = read.data;
  const { owner: tokenProgram } = account;
  const token = tokenOf(tokenProgram, bytesOf(account.data));
  const isAsked =
    'mint' in filter ? token?.mint === filter.mint : tokenProgram === filter.programId;
  if (token?.owner !== owner || !isAsked)
    throw chainUnknown('CONTRADICTS', 'lists an account that it was not asked for');
  const { mint, amount, frozen } = token;
  return { account: pubkey, mint, tokenProgram, amount, frozen, lamports: account.lamports };
}
