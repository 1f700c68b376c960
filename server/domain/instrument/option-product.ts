import { isAdjustedRoot } from './occ-symbol.ts';
import type { OptionContract } from './instrument.ts';

/**
 * Underlyings whose options are settled in cash: the index classes of Cboe and Nasdaq PHLX. What is not
 * here is a share or a fund, whose options are exercised into shares.
 */
const INDEXES: ReadonlySet<string> = new Set([
  ...['SPX', 'XSP', 'NANOS', 'SPEQX', 'OEX', 'XEO', 'DJX', 'VIX'],
  ...['NDX', 'XND', 'NQX', 'RUT', 'MRUT', 'RLG', 'RLV', 'RUI'],
  ...[
    'MXEA',
    'MXEF',
    'CBTX',
    'MBTX',
    'SOX',
    'XAU',
    'OSX',
    'HGX',
    'UTY',
    'BKX',
    'KBW',
    'XDA',
    'XDB',
    'XDE',
  ],
]);

/**
 * Roots settled by the opening of their expiration: the standard monthly index series (their weekly and
 * month-end series have roots of their own: SPXW, NDXP, RUTW) and every series on the VIX. Their last
 * trading day is the one before.
 */
const OPENING_SETTLED: ReadonlySet<string> = new Set([
  ...['SPX', 'NDX', 'RUT', 'DJX', 'VIX', 'VIXW', 'RLG', 'RLV', 'RUI', 'MXEA', 'MXEF'],
  ...['SOX', 'XAU', 'OSX', 'HGX', 'UTY', 'BKX', 'KBW'],
]);

/** Exercise and assignment pay the intrinsic value and move no shares. */
export function isCashSettled({ underlying }: OptionContract): boolean {
  return INDEXES.has(underlying);
}

/** AM-settled: by the opening settlement value (SOQ) of the expiration, of which the close says nothing. */
export function isOpeningSettled({ root }: OptionContract): boolean {
  return OPENING_SETTLED.has(root);
}

/** After a corporate action it delivers something else than 100 shares, which its symbol does not tell. */
export function isAdjusted({ root, multiplier }: OptionContract): boolean {
  return isAdjustedRoot(root) || multiplier !== 100;
}
