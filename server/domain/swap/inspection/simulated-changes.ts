import { SOL_MINT } from '../../token/mint.ts';
import type { AccountLook, AccountState, Simulation } from './evidence.ts';
import { SYSTEM_PROGRAM } from './programs.ts';
import type { SwapTerms } from './swap-terms.ts';

/** What a simulation does to a wallet. Raw units and lamports; what is lost is positive. */
export interface WalletChanges {
  /** Lamports of the wallet and of all its token accounts together, the fee inside: rent is not lost. */
  readonly solLost: bigint;
  /** Lamports in token accounts that are new, wrapped SOL’s left out. */
  readonly rent: bigint;
  readonly opened: number;
  /** By mint, wrapped SOL left out. */
  readonly tokensLost: ReadonlyMap<string, bigint>;
  /** Wrapped SOL that there is more of after it, or a new account of it. */
  readonly wrappedLeft: boolean;
  /** Lamports that the wallet itself has left; null: the wallet is not among what was looked at. */
  readonly lamportsLeft: bigint | null;
  /** Accounts of ours that are not ours alone any more, or are gone. */
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

/** Wrapped SOL may be gone, since its lamports are counted; any other account may not. */
function isSpoiled({ before, after }: AccountLook): boolean {
  if (!after?.token) return after !== null || before?.token?.mint !== SOL_MINT;
  const fresh = { ...after.token, delegate: null, closeAuthority: null, frozen: false };
  const then = before?.token ? before : { ...after, token: fresh };
  return powersIn(after) !== powersIn(then);
}

/** Whose an account is, and what others may do with it. */
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
