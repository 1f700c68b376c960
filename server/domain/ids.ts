declare const kind: unique symbol;

/**
 * A string that names one kind of thing. A plain string becomes one where it enters the program: a row, a
 * request, a venue's answer. One kind never passes for another, so no trade's id reaches a cancel at the venue.
 */
type Name<Kind extends string> = string & { readonly [kind]?: Kind };

/** A user's name, unique whatever its case. It owns accounts, trades and alerts. */
export type Username = Name<'Username'>;
/** `paper_…` or `real_…`: see `modeOfId`. */
export type TradeId = Name<'TradeId'>;
/** Our id of an order, whatever the venue calls it. */
export type OrderId = Name<'OrderId'>;
/** The venue's id of an order or of the group that holds it. */
export type VenueOrderId = Name<'VenueOrderId'>;
/** Our mark on an order at the venue: see `Order.tag`. */
export type Tag = Name<'Tag'>;
/** `YYYY-MM-DD`, without hour or zone: see `calendar/calendar-date.ts`. */
export type CalendarDate = Name<'CalendarDate'>;
/** A Solana token's address: 32 bytes in base58, compared exactly. See `token/mint.ts`. */
export type Mint = Name<'Mint'>;
