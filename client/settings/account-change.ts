import type { AccountUsePartsFragment, TradingMode } from '../gql/graphql.ts';

/** Settings of a broker, and the book whose trades live in its accounts. */
const BROKERS = [
  { venue: 'TRADIER_SANDBOX', mode: 'PAPER', settings: 'tradierSandbox' },
  { venue: 'TRADIER_LIVE', mode: 'REAL', settings: 'tradierLive' },
] as const;

interface Typed {
  isChanged(path: string): boolean;
  textOf(path: string): string;
  /** As it is stored. */
  storedOf(path: string): string;
}

/** What becomes of an account with active trades: its token goes, is another one, or stays while new trades go elsewhere. */
export type Leaving = AccountUsePartsFragment & {
  readonly how: 'CLEARED' | 'REPLACED' | 'MOVED';
  /** Where new trades go; null where no account is left for them, or none was typed. */
  readonly to: string | null;
};

/** The books whose accounts a change of settings touches. */
export function touchedBooks(typed: Typed): readonly TradingMode[] {
  return BROKERS.filter(({ settings }) => isTouched(typed, settings)).map(({ mode }) => mode);
}

/**
 * Accounts with active trades that a change of settings would leave behind. One that no token reaches has
 * been left before: to store a token for it asks nothing.
 */
export function leavings(
  typed: Typed,
  uses: readonly AccountUsePartsFragment[],
): readonly Leaving[] {
  return BROKERS.filter(({ settings }) => isTouched(typed, settings)).flatMap(
    ({ venue, settings }) => {
      const to = typed.textOf(`${settings}.accountId`) || null;
      const from = typed.storedOf(`${settings}.accountId`);
      const token = `${settings}.token`;
      const how = !typed.isChanged(token)
        ? 'MOVED'
        : typed.textOf(token) === ''
          ? 'CLEARED'
          : 'REPLACED';
      return uses
        .filter((use) => use.venue === venue && (use.reachable || how === 'CLEARED'))
        .filter((use) => how !== 'MOVED' || use.account === from)
        .map((use) => ({ ...use, how, to }));
    },
  );
}

/** The first of what is active in an account, that with exits only the desk holds to before all. */
export function worstFirst<T extends { readonly watched: number }>(
  uses: readonly T[],
  most: number,
): { readonly shown: readonly T[]; readonly more: number } {
  const shown = uses.toSorted((a, b) => b.watched - a.watched).slice(0, most);
  return { shown, more: uses.length - shown.length };
}

function isTouched(typed: Typed, settings: string): boolean {
  return typed.isChanged(`${settings}.token`) || typed.isChanged(`${settings}.accountId`);
}
