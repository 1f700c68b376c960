import { dec } from '../../../server/domain/decimal.ts';
import type { RiskCheck } from '../../../server/domain/refusal.ts';
import type { LandedTransaction } from '../../../server/domain/swap/landed-transaction.ts';

/**
 * What becomes of a swap, and what the answer says. LANDS, REVERTS: the answer is true. SILENT: it lands without
 * an answer. ALREADY: it lands, and the answer says that it was processed before. LOST: no block ever takes it,
 * and there is no answer. LIES: the answer says that it landed, but no block ever takes it. LATE: it lands with
 * the next blocks. STRAYS: it lands and moves nothing but its fee.
 */
export type ChainLuck =
  'LANDS' | 'REVERTS' | 'STRAYS' | 'SILENT' | 'ALREADY' | 'LOST' | 'LIES' | 'LATE';

/** Lamports that a swap pays for network and priority; RENT is what a token account holds as rent. */
export const FEE = 105_000n;
export const RENT = 2_039_280n;

export const accountOf = (mint: string) => `account of ${mint}`;

interface Held {
  /** Raw units by mint; a mint without an entry has no account. */
  readonly units: ReadonlyMap<string, bigint>;
  readonly lamports: bigint;
}

/** A swap that changed one wallet from `before` to `after`. */
export function landing(
  of: Pick<LandedTransaction, 'signature' | 'slot' | 'blockTime'> & {
    readonly wallet: string;
    readonly reverts: boolean;
  },
  before: Held,
  after: Held,
): LandedTransaction {
  const { wallet, reverts, ...block } = of;
  const mints = [...after.units.keys()];
  return {
    ...{ ...block, fee: FEE, feePayer: wallet },
    error: reverts ? '{"InstructionError":[3,{"Custom":6001}]}' : null,
    errorCode: reverts ? 6001 : null,
    lamports: [
      { address: wallet, before: before.lamports, after: after.lamports },
      ...mints.map((mint) => ({
        address: accountOf(mint),
        before: before.units.has(mint) ? RENT : 0n,
        after: RENT,
      })),
    ],
    tokens: mints.map((mint) => ({
      ...{ account: accountOf(mint), mint, owner: wallet },
      ...{ before: before.units.get(mint) ?? 0n, after: after.units.get(mint) ?? 0n },
    })),
  };
}

export function check(rule: string, passed: boolean, message: string): RiskCheck {
  return { rule, passed, limit: null, actual: null, message };
}

/** Dollars that so many lamports are, at SOL's price in tests. */
export const solDollars = (lamports: bigint) =>
  dec(lamports.toString()).div(1_000_000_000).times(150);
