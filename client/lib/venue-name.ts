const NAMES: Readonly<Record<string, string>> = {
  SIMULATED: 'Simulated',
  TRADIER_SANDBOX: 'Tradier sandbox',
  TRADIER_LIVE: 'Tradier production',
  JUPITER_PAPER: 'Jupiter, on paper',
  JUPITER: 'Jupiter',
  DEXSCREENER: 'DexScreener',
  SOLANA: 'Solana RPC',
};

/** A venue or a source of prices as people call it; one that this page does not know keeps its code. */
export function venueName(venue: string): string {
  return NAMES[venue] ?? venue;
}
