/** Where the venue's ways differ by day, or are not known for sure; each may be switched by a test. */
export interface Quirks {
  /** Nothing is the string `"null"`, else JSON null. */
  emptyAsText: boolean;
  /** A list of one is a bare object. */
  loneAsObject: boolean;
  /** The list of orders goes back only to midnight in New York. */
  listsCurrentDayOnly: boolean;
  /** Parents of lists tell `total_pages`. */
  tellsTotalPages: boolean;
  /** For how many reads a filled order keeps its average price to itself; then as null or 0. */
  pricelessReads: number;
  pricelessAs: null | 0;
  greeks: 'put-by-put' | 'strike-level' | 'null';
  /** An OTOCO whose entry is DAY and whose exits are GTC. */
  mixedDurations: 'accepted' | 'refused';
  gtcExits: 'accepted' | 'refused';
  marketEntryInBracket: boolean;
  minExitGap: string;
  /** Closing more than is held, open orders included, is refused. */
  checksPositions: boolean;
  /** A sale beside a working buy of the same contract, or the other way round. */
  opposingOrders: 'accepted' | 'refused';
  /** Of exits before their entry is filled. */
  statusBeforeTrigger: 'pending' | 'held';
  /** The exits of an OTOCO are told as an OCO inside it. */
  nestsExits: boolean;
  /** From the fill of one exit to the cancel of the other; Infinity is never. */
  siblingCancelMs: number;
  /** A partial fill of one exit takes as much off the other. */
  shrinksSibling: boolean;
  /** Prices shown, and filled on, are this old. */
  quoteDelayMs: number;
  /**
   * What the venue sends in a row's place, by the inner name of its list, e.g. `order`, `position`, `quote`,
   * `day`; `order by id` is what one order's own address answers, undefined a 500.
   */
  spoil: (list: string, row: object) => unknown;
  /** What an account has of history and gain/loss: the sandbox none, and how it says so is not known. */
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
