import { SOL_MINT } from '../../token/mint.ts';
import type { AccountLook, AccountState, Simulation } from './evidence.ts';
import { SYSTEM_PROGRAM } from './programs.ts';
import type { SwapTerms } from './swap-terms.ts';

/** What a simulation does to a wallet. Raw units and lamports; a loss is positive. */
export interface WalletChanges {
  /** Lamports of the wallet and of all its token accounts together, including the fee: rent is not lost. */
  readonly solLost: bigint;
  /** Lamports in new token accounts, without wrapped SOL’s. */
  readonly rent: bigint;
  readonly opened: number;
  /** Raw units lost by mint, without wrapped SOL. */
  readonly tokensLost: ReadonlyMap<string, bigint>;
  /** Whether there is more wrapped SOL afterwards, or a new account of it. */
  readonly wrappedLeft: boolean;
  /** Lamports that the wallet itself has left; null: the wallet is not among the accounts looked at. */
  readonly lamportsLeft: bigint | null;
  /** Accounts of ours that are no longer ours alone, or are gone. */
  readonly spoiled: readonly string[];
}

export function walletChanges(
  { accounts }: Simulation,
  { wallet }: Pick<SwapTerms, 'wallet'>,
): WalletChanges {
  const isOurs = (state: AccountState | null) => state?.token?.owner === wallet;
  const self = accounts.find(({ address }) => address === wallet);
  const ours = accounts.filter(({ before, after }) => isOurs(before) || isOurs(after));
  const held = ours.map(({ address, before, after }) => ({
    address,
    before: isOurs(before) ? before : null,
    after: isOurs(after) ? after : null,
  }));
  const wrapped = held.filter((look) => mintOf(look) === SOL_MINT);
  const tokens = held.filter((look) => mintOf(look) !== SOL_MINT);
  const opened = tokens.filter(({ before }) => before === null);
  const tokensLost = new Map<string, bigint>();
  for (const look of tokens) {
    const mint = mintOf(look);
    tokensLost.set(
      mint,
      (tokensLost.get(mint) ?? 0n) + amountOf(look.before) - amountOf(look.after),
    );
  }
  return {
    solLost: sum([...(self ? [self] : []), ...held], lamportsLost),
    rent: sum(opened, ({ after }) => after?.lamports ?? 0n),
    opened: opened.length,
    tokensLost,
    wrappedLeft: wrapped.some(
      ({ before, after }) => after && (!before || amountOf(after) > amountOf(before)),
    ),
    lamportsLeft: self?.after?.lamports ?? null,
    spoiled: [...ours.filter(isSpoiled), ...(self && isTaken(self) ? [self] : [])].map(
      ({ address }) => address,
    ),
  };
}

/** Whether an account is spoiled. Wrapped SOL may be gone, as its lamports are counted; any other may not. */
function isSpoiled({ before, after }: AccountLook): boolean {
  if (!after?.token) return after !== null || before?.token?.mint !== SOL_MINT;
  const fresh = { ...after.token, delegate: null, closeAuthority: null, frozen: false };
  const then = before?.token ? before : { ...after, token: fresh };
  return powersIn(after) !== powersIn(then);
}

/** Who owns an account, and what others may do with it. */
function powersIn({ program, token }: AccountState): string {
  const { mint, owner, delegate, closeAuthority, frozen } = token ?? {};
  return JSON.stringify([program, mint, owner, delegate, closeAuthority, frozen]);
}

function isTaken({ after }: AccountLook): boolean {
  return after !== null && after.program !== SYSTEM_PROGRAM;
}

function mintOf({ before, after }: AccountLook): string {
  return (before ?? after)?.token?.mint ?? '';
}

function amountOf(state: AccountState | null): bigint {
  return state?.token?.amount ?? 0n;
}

function lamportsLost({ before, after }: AccountLook): bigint {
  return (before?.lamports ?? 0n) - (after?.lamports ?? 0n);
}

function sum(looks: readonly AccountLook[], each: (look: AccountLook) => bigint): bigint {
  return looks.reduce((total, look) => total + each(look), 0n);
}
