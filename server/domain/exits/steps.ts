import type { Decimal } from '../decimal.ts';
import type { Order, TimeInForce } from '../order/order.ts';
import type { AfterRefusal } from '../trade/refused-entry.ts';
import type { Bracket, CloseRequest } from '../trade/trade.ts';
import type { DurationRules } from './exit-session.ts';

/** Which exits a venue takes; the desk watches the others. */
export interface ExitRules extends DurationRules {
  readonly minExitGap: Decimal;
  readonly alwaysOpen: boolean;
}

/** The next step that brings a trade's orders at the venue to what is wanted. */
export type NextStep =
  | { readonly kind: 'NONE' }
  /** Something is in flight until the next sync, or a person has to choose first. */
  | { readonly kind: 'WAIT' }
  | { readonly kind: 'CANCEL'; readonly orders: readonly Order[] }
  | {
      readonly kind: 'SEND_EXITS';
      readonly bracket: Bracket;
      readonly quantity: Decimal;
      readonly timeInForce: TimeInForce;
    }
  /** Sends the entry again, with its exits where the venue takes them along, all as DAY orders. */
  | AfterRefusal
  | { readonly kind: 'SEND_CLOSE'; readonly request: CloseRequest; readonly quantity: Decimal }
  /** Moves a lone exit in place, so the position is never unprotected. */
  | { readonly kind: 'CHANGE'; readonly order: Order; readonly bracket: Bracket }
  /** The wanted exits are at the venue, or are `watched` by the desk: this is put on record. */
  | { readonly kind: 'ADOPT'; readonly bracket: Bracket; readonly watched: boolean }
  /** An entry whose limit the desk holds waits here until its price is met, after the order `last` failed. */
  | { readonly kind: 'HOLD_ENTRY'; readonly last: Order }
  | { readonly kind: 'HOLD_CLOSE'; readonly request: CloseRequest; readonly quantity: Decimal }
  /** Orders that only the desk holds end here, without a venue. */
  | {
      readonly kind: 'END_WAITING';
      readonly orders: readonly Order[];
      readonly status: 'CANCELED' | 'EXPIRED';
      /** Starts in lower case and has no full stop. */
      readonly why: string;
    }
  /** The desk did not send its own close while its look at the price was fresh: it looks again. */
  | { readonly kind: 'DROP_CLOSE' }
  /** The venue would not take the new exits: the old ones stay on record. */
  | { readonly kind: 'GIVE_UP_WANTED' }
  /** `until`: when the venue is asked again; null when it is not. */
  | { readonly kind: 'WATCH'; readonly why: string; readonly until: Date | null };
