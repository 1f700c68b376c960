/** Behaviour of the venue that differs by day or is not known for sure; a test may switch each quirk. */
export interface Quirks {
  /** An empty list is the string `"null"`, otherwise JSON null. */
  emptyAsText: boolean;
  /** A list of one is a bare object. */
  loneAsObject: boolean;
  /** The list of orders goes back only to midnight in New York. */
  listsCurrentDayOnly: boolean;
  /** Parents of lists carry `total_pages`. */
  tellsTotalPages: boolean;
  /** For how many reads a filled order lacks its average price; it is then null or 0. */
  pricelessReads: number;
  pricelessAs: null | 0;
  greeks: 'put-by-put' | 'strike-level' | 'null';
  /** What becomes of an OTOCO with a DAY entry and GTC exits. */
  mixedDurations: 'accepted' | 'refused';
  gtcExits: 'accepted' | 'refused';
  marketEntryInBracket: boolean;
  minExitGap: string;
  /** Closing more than is held, including open orders, is refused. */
  checksPositions: boolean;
  /** What becomes of a sale next to a working buy of the same contract, or the reverse. */
  opposingOrders: 'accepted' | 'refused';
  /** The status of exits before their entry is filled. */
  statusBeforeTrigger: 'pending' | 'held';
  /** The exits of an OTOCO are listed as an OCO inside it. */
  nestsExits: boolean;
  /** Milliseconds from the fill of one exit to the cancel of the other; with Infinity it is never canceled. */
  siblingCancelMs: number;
  /** A partial fill of one exit reduces the other by as much. */
  shrinksSibling: boolean;
  /** The age in milliseconds of the prices that are shown and filled on. */
  quoteDelayMs: number;
  /**
   * What the venue sends in place of a row, by the inner name of its list, e.g. `order`, `position`, `quote`,
   * `day`. `order by id` is the answer for one order's own address; undefined is a 500.
   */
  spoil: (list: string, row: object) => unknown;
  /** The account's history and gain/loss. The sandbox has none, and its answer is not known. */
  statement: 'kept' | 'refused' | 'not found';
}

export function usualQuirks(): Quirks {
  return {
    emptyAsText: true,
    loneAsObject: true,
    listsCurrentDayOnly: true,
    tellsTotalPages: false,
    pricelessReads: 0,
    pricelessAs: 0,
    greeks: 'put-by-put',
    mixedDurations: 'accepted',
    gtcExits: 'accepted',
    marketEntryInBracket: false,
    minExitGap: '0.10',
    checksPositions: true,
    opposingOrders: 'accepted',
    statusBeforeTrigger: 'pending',
    nestsExits: false,
    siblingCancelMs: 0,
    shrinksSibling: true,
    quoteDelayMs: 0,
    spoil: (_list, row) => row,
    statement: 'refused',
  };
}
