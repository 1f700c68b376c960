/** A stock’s or fund’s, as tickets name it. */
export const TICKER = /^[A-Z][A-Z0-9./-]{0,9}$/;
