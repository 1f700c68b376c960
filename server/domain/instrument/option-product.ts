import { isAdjustedRoot } from './occ-symbol.ts';
import type { OptionContract } from './instrument.ts';

/**
 * Underlyings with cash-settled options: the index classes of Cboe and Nasdaq PHLX. Anything else is a share
 * or a fund, whose options are exercised into shares.
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
 * Roots settled at the opening of their expiration: the standard monthly index series (weekly and month-end
 * series have their own roots: SPXW, NDXP, RUTW) and every VIX series. They last trade on the day before.
 */
const OPENING_SETTLED: ReadonlySet<string> = new Set([
  ...['SPX', 'NDX', 'RUT', 'DJX', 'VIX', 'VIXW', 'RLG', 'RLV', 'RUI', 'MXEA', 'MXEF'],
  ...['SOX', 'XAU', 'OSX', 'HGX', 'UTY', 'BKX', 'KBW'],
]);

/** Whether exercise and assignment pay the intrinsic value and move no shares. */
export function isCashSettled({ underlying }: OptionContract): boolean {
  return INDEXES.has(underlying);
}

/** AM-settled: by the opening settlement value (SOQ) of its expiration, which the close does not show. */
export function isOpeningSettled({ root }: OptionContract): boolean {
  return OPENING_SETTLED.has(root);
}

/** Whether a corporate action changed it: it no longer delivers 100 shares, and its symbol does not say what. */
export function isAdjusted({ root, multiplier }: OptionContract): boolean {
  return isAdjustedRoot(root) || multiplier !== 100;
}
