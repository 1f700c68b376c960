import type { AccountUsePartsFragment, TradingMode } from '../gql/graphql.ts';

/** The settings of each broker, and the book whose trades are in its accounts. */
const BROKERS = [
  { venue: 'TRADIER_SANDBOX', mode: 'PAPER', settings: 'tradierSandbox' },
  { venue: 'TRADIER_LIVE', mode: 'REAL', settings: 'tradierLive' },
] as const;

interface Typed {
  isChanged(path: string): boolean;
  textOf(path: string): string;
  /** The stored value. */
  storedOf(path: string): string;
}

/** What happens to an account with active trades: its token is cleared or replaced, or new trades go elsewhere. */
export type Leaving = AccountUsePartsFragment & {
  readonly how: 'CLEARED' | 'REPLACED' | 'MOVED';
  /** Where new trades go; null when no account is set for them. */
  readonly to: string | null;
};

/** The books whose accounts a change of settings affects. */
export function touchedBooks(typed: Typed): readonly TradingMode[] {
  return BROKERS.filter(({ settings }) => isTouched(typed, settings)).map(({ mode }) => mode);
}

/**
 * Accounts with active trades that a change of settings would leave behind. An account that no stored token
 * reaches was left behind before, so storing a token for it needs no question.
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

/** The first `most` symbols of an account; those whose exits only the desk watches come first. */
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
