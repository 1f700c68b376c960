import { dec, exactTotal, ZERO, type Decimal } from '../decimal.ts';
import { isSameSymbol, symbolKey } from '../instrument/share-class.ts';
import type { VenueBalances, VenueList, VenuePosition } from '../order/venue-order.ts';
import type { Expected } from './settled.ts';
import { heldAt, heldOf } from '../trade/held-of.ts';
import type { TradeAggregate } from '../trade/trade.ts';
import type { Finding, InvariantCheck, InvariantName, TradeSums } from './invariant.ts';

/** A venue reports the money of each position in cents. */
const CENT = dec('0.01');

/** A book's trades at one venue, and that venue's data on the account. */
export interface AtVenue {
  readonly active: readonly TradeAggregate[];
  /** What the account should hold of every symbol that can be compared now. */
  readonly expected: Expected;
  /** Whether a holding cannot be compared now. */
  readonly unsettled: boolean;
  /** Symbols whose cost the venue computes over other lots than the book does. */
  readonly otherLots: ReadonlySet<string>;
  readonly sums: TradeSums;
  /** Whether the venue is simulated: its fees are exact, and its cash began with the book's deposits. */
  readonly simulated: boolean;
  readonly deposits: Decimal;
  /** Dollars booked as paid into this account; null where the book does not follow the account's money. */
  readonly funds: { readonly deposited: Decimal | null; readonly arriving: boolean } | null;
  readonly positions: VenueList<VenuePosition>;
  readonly balances: VenueBalances;
  /** The previous checks of this account. */
  readonly before: readonly InvariantCheck[];
}

/** Each invariant against the venue; UNKNOWN while something is under way or not reported. */
export function venueFindings(at: AtVenue): readonly Finding[] {
  const quantity = quantityOf(at);
  const price = priceOf(at, quantity);
  const why = whyNotMoney(at, quantity);
  return [quantity, price, cashOf(at, why), pnlOf(at, why, price)];
}

function quantityOf({ active, expected, unsettled, positions }: AtVenue): Finding {
  const compared = [...expected.held].filter(
    ([symbol, ours]) => !ours.isZero() || !heldOf(active, symbol).isZero(),
  );
  const rows = compared.flatMap(([symbol, ours]) => {
    const theirs = heldAt(positions, symbol);
    return theirs ? [{ symbol, ours, theirs }] : [];
  });
  const off = rows.filter(({ ours, theirs }) => !ours.equals(theirs));
  const sides = {
    ours: exactTotal(rows.map(({ ours }) => ours.abs())),
    theirs: exactTotal(rows.map(({ theirs }) => theirs.abs())),
  };
  if (off.length > 0) {
    const said = off.map(
      ({ symbol, ours, theirs }) =>
        `${symbol}: ${ours.toFixed()} in the book, ${theirs.toFixed()} at the venue.`,
    );
    return finding('QUANTITY', 'DIFFERS', said.join(' '), sides);
  }
  if (unsettled || expected.moving.size > 0)
    return finding('QUANTITY', 'UNKNOWN', 'An order is under way.', sides);
  if (!positions.complete) return finding('QUANTITY', 'UNKNOWN', describeUnread(positions), sides);
  const held = rows.length === 1 ? '1 position agrees.' : `${rows.length} positions agree.`;
  return finding('QUANTITY', 'HOLDS', rows.length === 0 ? 'Nothing is held.' : held, sides);
}

function priceOf(at: AtVenue, quantity: Finding): Finding {
  const booked = [...at.expected.held.keys()].filter(
    (symbol) => !heldOf(at.active, symbol).isZero(),
  );
  const rows = booked.filter((symbol) =>
    heldAt(at.positions, symbol)?.equals(heldOf(at.active, symbol)),
  );
  const compared = rows.filter((symbol) => !at.otherLots.has(symbolKey(symbol)));
  const costs = compared.map((symbol) => {
    const trades = at.active.filter(({ trade }) => isSameSymbol(trade.instrument.symbol, symbol));
    const ours = exactTotal(trades.map(({ trade }) => trade.openCost));
    const theirs =
      at.positions.listed.find((each) => isSameSymbol(each.symbol, symbol))?.costBasis ?? ZERO;
    const fees = exactTotal(trades.map(({ trade }) => trade.fees));
    return { symbol, ours, theirs, tolerance: at.simulated ? ZERO : fees.plus(CENT) };
  });
  const sides = {
    ours: exactTotal(costs.map(({ ours }) => ours)),
    theirs: exactTotal(costs.map(({ theirs }) => theirs)),
    tolerance: exactTotal(costs.map(({ tolerance }) => tolerance)),
  };
  const off = costs.filter(({ ours, theirs, tolerance }) => apart(ours, theirs, tolerance));
  if (off.length > 0) {
    const said = off.map(
      ({ symbol, ours, theirs }) =>
        `${symbol} cost ${ours.toFixed()} dollars in the book, ${theirs.toFixed()} at the venue.`,
    );
    return finding('AVERAGE_PRICE', 'DIFFERS', said.join(' '), sides);
  }
  if (compared.length < rows.length) {
    const lots = rows.filter((symbol) => at.otherLots.has(symbolKey(symbol))).join(', ');
    const why = `The venue counts the cost of ${lots} over other lots than the book.`;
    return finding('AVERAGE_PRICE', 'UNKNOWN', why, sides);
  }
  if (quantity.state !== 'HOLDS')
    return finding('AVERAGE_PRICE', 'UNKNOWN', 'The quantities are not settled.', sides);
  const said = rows.length === 0 ? 'Nothing is held.' : 'What is held cost the same at the venue.';
  return finding('AVERAGE_PRICE', 'HOLDS', said, sides);
}

/** Why the account's money cannot be compared now; null when it can. */
function whyNotMoney(at: AtVenue, quantity: Finding): string | null {
  const { expected, positions, balances, funds } = at;
  const foreign = positions.listed.find(({ symbol, quantity: held }) => {
    const isOurs =
      [...expected.moving].some((each) => isSameSymbol(each, symbol)) ||
      [...expected.held].some(([each, ours]) => isSameSymbol(each, symbol) && !ours.isZero()) ||
      !heldOf(at.active, symbol).isZero();
    return !held.isZero() && !isOurs;
  });
  if (foreign) return `Somebody else uses the account: it holds ${foreign.symbol}.`;
  if (expected.unbooked.size > 0) return 'An order is filling.';
  if (quantity.state !== 'HOLDS') return 'The quantities are not settled.';
  if (balances.cash === null) return 'The venue does not tell its cash.';
  if (funds?.arriving) return 'Money has come or gone; the next look tells whether it has.';
  return funds?.deposited === null ? 'What the account held at first is not booked yet.' : null;
}

function cashOf(at: AtVenue, why: string | null): Finding {
  const { sums, balances, simulated, deposits } = at;
  if (why || !balances.cash) return finding('CASH', 'UNKNOWN', why ?? '');
  if (!simulated) return sinceBase(at, 'CASH', withPaidIn(at, sums.cashFlow), balances.cash);
  const ours = exactTotal([deposits, sums.cashFlow]);
  return exact(
    'CASH',
    ours,
    balances.cash,
    'Deposits and what the trades moved, to the last digit',
  );
}

function pnlOf(at: AtVenue, why: string | null, price: Finding): Finding {
  const { sums, balances, simulated, deposits, positions } = at;
  if (why || !balances.cash) return finding('PNL', 'UNKNOWN', why ?? '');
  if (price.state === 'UNKNOWN') return finding('PNL', 'UNKNOWN', price.evidence);
  const ours = exactTotal([sums.realizedPnl, sums.fees.negated()]);
  const atCost = exactTotal([balances.cash, ...positions.listed.map(({ costBasis }) => costBasis)]);
  if (!simulated) return sinceBase(at, 'PNL', withPaidIn(at, ours), atCost);
  return exact('PNL', ours, atCost.minus(deposits), 'Realised P&L less fees, to the last digit');
}

function withPaidIn({ funds }: AtVenue, moved: Decimal): Decimal {
  return funds?.deposited ? exactTotal([moved, funds.deposited]) : moved;
}

function exact(invariant: InvariantName, ours: Decimal, theirs: Decimal, what: string): Finding {
  const state = ours.equals(theirs) ? 'HOLDS' : 'DIFFERS';
  return finding(invariant, state, `${what}.`, { ours, theirs });
}

/**
 * Compares money since the base. The account had money of its own before, so only changes since the base count.
 * The venue does not report its fees, so the fees of our schedule since then are the tolerance.
 */
function sinceBase(
  at: AtVenue,
  invariant: InvariantName,
  ours: Decimal,
  reported: Decimal,
): Finding {
  const before = at.before.find((each) => each.invariant === invariant);
  if (!before?.base || !before.baseFees) {
    const first = 'First look at this account: from here on its changes are compared.';
    return finding(invariant, 'UNKNOWN', first, { ours, theirs: reported });
  }
  const theirs = reported.minus(before.base);
  const tolerance = at.sums.fees.minus(before.baseFees).plus(CENT);
  const state = apart(ours, theirs, tolerance) ? 'DIFFERS' : 'HOLDS';
  const since = before.accepted ? 'a difference was accepted' : 'the first look';
  const said = `Its change since ${since}; the venue tells no fees, so ours are the tolerance.`;
  return finding(invariant, state, said, { ours, theirs, tolerance });
}

function describeUnread({ unread }: VenueList<VenuePosition>): string {
  const rows = unread.length === 1 ? '1 row' : `${unread.length} rows`;
  return `${rows} of the venue's list of positions cannot be read.`;
}

function apart(ours: Decimal, theirs: Decimal, tolerance: Decimal): boolean {
  return theirs.minus(ours).abs().greaterThan(tolerance);
}

function finding(
  invariant: InvariantName,
  state: Finding['state'],
  evidence: string,
  sides: Partial<Pick<Finding, 'ours' | 'theirs' | 'tolerance'>> = {},
): Finding {
  const none = { ours: null, theirs: null, tolerance: ZERO };
  return { invariant, state, evidence, within: false, ...none, ...sides };
}
