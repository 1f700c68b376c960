/** The ticker of a stock or fund, as typed in tickets. */
export const TICKER = /^[A-Z][A-Z0-9./-]{0,9}$/;
