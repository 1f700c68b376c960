import { BY_ITS_VENUE } from '../matching/fill-model.ts';
import { type Decimal } from '../decimal.ts';
import type { Mint, TradeId, Username } from '../ids.ts';
import type { Token } from '../instrument/instrument.ts';
import { describeQuantity, isQuantity } from '../instrument/quantity.ts';
import { badInput } from '../refusal.ts';
import { checkIdempotencyKey } from '../ticket/parse-ticket.ts';
import { makeTrade } from '../ticket/make-trade.ts';
import { parseMint } from '../token/mint.ts';
import { applyEntryFill } from '../trade/apply-fill.ts';
import { NO_CONTEXT } from '../trade/trade-context.ts';
import { TradeDraft } from '../trade/trade-draft.ts';
import { NO_BRACKET } from '../trade/trade.ts';
import { ZERO } from '../decimal.ts';
import { isMoney } from './wallet-look.ts';

/** A person's request to book a part of what a wallet already holds. */
export interface AdoptInput {
  readonly mode: 'PAPER' | 'REAL';
  readonly idempotencyKey: string;
  readonly mint: string;
  /** Whole units, with at most as many decimals as the mint has. */
  readonly quantity: Decimal;
  /** Dollars paid for all of it, with fees. */
  readonly cost: Decimal;
  readonly note: string;
  readonly confirmationToken?: string | null;
}

/** One adoption, which is never undone. Adoptions are numbered by wallet and mint, over all users: 1, 2, 3… */
export interface Adoption {
  readonly username: Username;
  readonly wallet: string;
  readonly mint: Mint;
  readonly number: number;
  readonly quantity: Decimal;
  readonly cost: Decimal;
  readonly note: string;
  readonly tradeId: TradeId;
  /** The slot of the reading that showed this holding as not booked. */
  readonly slot: number;
  readonly adoptedAt: Date;
}

const MOST_NOTE = 500;
const MOST_COST = 1_000_000_000;
const MOST_COST_DECIMALS = 8;

/** The checks that need no source. @throws {Refusal} BAD_USER_INPUT with the path of the wrong field. */
export function checkAdoption(input: AdoptInput): { readonly mint: Mint; readonly note: string } {
  checkIdempotencyKey(input.idempotencyKey);
  if (input.mode !== 'REAL') throw badInput('input.mode', 'Only a wallet of REAL is adopted from.');
  const mint = parseMint(input.mint);
  if (!mint)
    throw badInput('input.mint', 'A mint is 32 bytes in base58, from first to last letter.');
  if (isMoney(mint))
    throw badInput(
      'input.mint',
      'USDC and SOL are the book’s cash already: they count as deposits.',
    );
  if (!input.quantity.greaterThan(0))
    throw badInput('input.quantity', 'A quantity is more than 0.');
  const { cost } = input;
  if (!cost.greaterThan(0) || cost.greaterThan(MOST_COST))
    throw badInput('input.cost', 'A cost is more than 0 and at most 1,000,000,000 dollars.');
  if (cost.decimalPlaces() > MOST_COST_DECIMALS)
    throw badInput('input.cost', `A cost has ${MOST_COST_DECIMALS} decimals or fewer.`);
  const note = input.note.trim();
  if (note.length === 0 || note.length > MOST_NOTE)
    throw badInput('input.note', `A note has 1 to ${MOST_NOTE} characters.`);
  return { mint, note };
}

/** Checks the quantity. @throws {Refusal} BAD_USER_INPUT when the mint has fewer decimals, or less is not booked. */
export function checkUnbooked(token: Token, quantity: Decimal, unbooked: Decimal): void {
  if (!isQuantity(token, quantity)) throw badInput('input.quantity', `${describeQuantity(token)}.`);
  if (quantity.lessThanOrEqualTo(unbooked)) return;
  const rest = unbooked.isZero() ? 'Nothing' : `Only ${unbooked.toFixed()}`;
  throw badInput('input.quantity', `${rest} of it in the wallet is not booked.`);
}

export interface Adopting {
  readonly id: TradeId;
  readonly username: Username;
  readonly wallet: string;
  readonly token: Token;
  readonly quantity: Decimal;
  readonly cost: Decimal;
  readonly note: string;
  readonly at: Date;
  readonly actor: string;
}

/** A trade that is OPEN from its beginning. It has no entry order, because the desk did not buy the holding. */
export function adoptHolding(adopting: Adopting): TradeDraft {
  const { id, username, wallet, token, quantity, cost, note, at, actor } = adopting;
  const trade = makeTrade(
    {
      ...{ mode: 'REAL', instrument: token, side: 'BUY', quantity },
      ...{ orderType: 'MARKET', limitPrice: null, stopPrice: null, timeInForce: 'DAY' },
      ...{ bracket: NO_BRACKET, trailingPct: null, context: { ...NO_CONTEXT, notes: note } },
    },
    {
      ...{ id, mode: 'REAL', username, venue: 'JUPITER', venueAccount: wallet, at },
      ...BY_ITS_VENUE,
      ...{ dteAtEntry: null, twinOf: null, strategyRun: null },
    },
  );
  const draft = new TradeDraft(null, { trade, orders: [] }, at, actor);
  draft.set(applyEntryFill(trade, { quantity, value: cost, fee: ZERO }));
  draft.become('OPEN', { openedAt: at, adoptedAt: at });
  return draft.record(
    'HOLDING_ADOPTED',
    `${quantity.toFixed()} ${token.ticker} (${token.symbol}) were in the wallet and cost ${cost.toFixed()} dollars: ${note}`,
  );
}
