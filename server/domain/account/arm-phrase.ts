import type { VenueOf } from '../venue.ts';

interface Place {
  readonly venue: VenueOf<'REAL'>;
  readonly account: string;
}

const NAMES: Readonly<Record<VenueOf<'REAL'>, string>> = {
  TRADIER_LIVE: 'TRADIER',
  JUPITER: 'WALLET',
};

/** `TRADIER 6YA12345`: what people call an account of real money. */
export function realAccountName({ venue, account }: Place): string {
  return `${NAMES[venue]} ${account}`;
}

/** The words that a person types to arm these accounts, exactly; null when there are no accounts. */
export function armPhrase(accounts: readonly Place[]): string | null {
  if (accounts.length === 0) return null;
  const named = accounts.map(realAccountName).sort();
  return `TRADE REAL MONEY IN ${named.join(' AND ')}`;
}
