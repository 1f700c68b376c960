import type { z } from 'zod';
import type { Commitment, TokenHolding, WalletHoldings } from '../../ports/solana-chain.ts';
import type { TokenUrgency } from '../../ports/token-market.ts';
import { bytesOf, tokenOf } from './account-decoding.ts';
import { chainUnknown } from './rpc-host.ts';
import { balanceReply, tokenAccountsReply } from './rpc-schema.ts';

type Ask = <T>(
  method: string,
  params: readonly unknown[],
  shape: z.ZodType<{ context: { slot: bigint }; value: T }>,
  commitment: Commitment,
  urgency: TokenUrgency,
) => Promise<{ slot: bigint; value: T }>;

/** What a wallet holds by its own account and the token accounts of the given programs. */
export class HoldingsReader {
  constructor(private readonly ask: Ask) {}

  /** @throws {ChainUnknown} LAGS where an answer is older than `atSlot`. */
  async of(
    owner: string,
    atSlot: bigint,
    urgency: TokenUrgency,
    programs: readonly string[],
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
    for (const programId of programs) {
      const params = [owner, { programId }, config];
      const asked = ['getTokenAccountsByOwner', params, tokenAccountsReply] as const;
      const { slot, value } = await this.ask(...asked, commitment, urgency);
      slots.push(slot);
      tokens.push(...value.map((each) => holdingOf(owner, programId, each)));
    }
    const slot = slots.reduce((least, each) => (each < least ? each : least));
    if (slot < atSlot) throw chainUnknown('LAGS', 'answers of an older slot than asked');
    return { slot, lamports: sol.value, tokens };
  }
}

type Row = z.output<typeof tokenAccountsReply>['value'][number];

/** @throws {ChainUnknown} CONTRADICTS for an account that is not this owner’s. */
function holdingOf(owner: string, tokenProgram: string, { pubkey, account }: Row): TokenHolding {
  const token = tokenOf(account.owner, bytesOf(account.data));
  if (token?.owner !== owner || account.owner !== tokenProgram) {
    throw chainUnknown('CONTRADICTS', 'lists an account among those of another owner');
  }
  const { mint, amount, frozen } = token;
  return { account: pubkey, mint, tokenProgram, amount, frozen, lamports: account.lamports };
}
