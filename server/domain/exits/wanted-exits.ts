import { sameDecimal, type Decimal } from '../decimal.ts';
import { isStale } from '../market/mark-rules.ts';
import { badInput } from '../refusal.ts';
import { checkBracketSides } from '../ticket/check-bracket.ts';
import { checkPrice } from '../ticket/parse-ticket.ts';
import type { AdjustInput } from '../ticket/ticket.ts';
import { type Bracket, type Trade, type Trail } from '../trade/trade.ts';
import { directionOf } from '../order/order.ts';
import {
  checkTrailingPct,
  isTighter,
  newTrail,
  stopBehind,
  trailedBracket,
} from '../trade/trail-stop.ts';

/** What a change of exits asks for. An undefined field stays as it is; null removes it. */
export interface AskedExits {
  readonly stopLoss?: Decimal | null | undefined;
  readonly takeProfit?: Decimal | null | undefined;
  readonly trailingPct?: Decimal | null | undefined;
}

export function askedExits({ stopLoss, takeProfit, trailingPct }: AdjustInput): AskedExits {
  return { stopLoss, takeProfit, trailingPct };
}

export interface WantedExits {
  readonly wanted: Bracket;
  readonly trail: Trail | null;
}

/**
 * The exits after a person's change. A new stop does not end a trail: it is the new floor, and the trail
 * moves on from the next better price. Removing the stop ends the trail.
 * @throws {Refusal} when the trade takes no exits now, or the prices contradict its side.
 */
export function wantedExits(trade: Trade, input: AskedExits, now: Date): WantedExits {
  if (trade.status !== 'OPEN' && trade.status !== 'PENDING') {
    throw badInput('input.id', `A trade that is ${trade.status} has no bracket to adjust.`);
  }
  checkPrices(trade, input);
  const pct = wantedPct(trade, input);
  const wanted = withStart(trade, wantedPrices(trade, input), pct, now);
  // A stop may be above the entry to keep a gain, but not already past the market.
  checkBracketSides(wanted, directionOf(trade.side), reference(trade), 'input.');
  return { wanted, trail: pct && wantedTrail(trade, input, { pct, wanted }) };
}

/**
 * Finds what is wrong with a change of exits before anything else is asked. Checks that depend on the trade's
 * state count only while it is the state that the caller saw; else the caller gets the CONFLICT.
 * @throws {Refusal} BAD_USER_INPUT
 */
export function checkAdjustInput(trade: Trade, input: AdjustInput, now: Date): void {
  checkPrices(trade, input);
  if (trade.version === input.expectedVersion) wantedExits(trade, input, now);
}

function checkPrices({ instrument }: Trade, input: AskedExits): void {
  const { stopLoss, takeProfit, trailingPct } = input;
  if (stopLoss === undefined && takeProfit === undefined && trailingPct === undefined) {
    throw badInput('input.stopLoss', 'Nothing to change: give a stop, a target, or null for none.');
  }
  checkPrice('input.stopLoss', stopLoss, instrument);
  checkPrice('input.takeProfit', takeProfit, instrument);
  checkTrailingPct('input.trailingPct', trailingPct);
}

function wantedPct({ trail }: Trade, { stopLoss, trailingPct }: AskedExits): Decimal | null {
  if (trailingPct !== undefined) return trailingPct;
  return stopLoss === null ? null : (trail?.pct ?? null);
}

function wantedPrices(trade: Trade, input: AskedExits): Bracket {
  const stands = input.stopLoss === undefined ? inForce(trade) : trade.bracket;
  const stopLoss = input.stopLoss === undefined ? stands.stopLoss : input.stopLoss;
  const takeProfit = input.takeProfit === undefined ? trade.bracket.takeProfit : input.takeProfit;
  const stays = sameDecimal(stopLoss, stands.stopLoss);
  return { stopLoss, takeProfit, stopLimit: stays ? stands.stopLimit : null };
}

/** The bracket with the trailed stop, unless the market is already past that stop. */
function inForce(trade: Trade): Bracket {
  if (!trade.trail) return trade.bracket;
  const trailed = trailedBracket(trade);
  const market = reference(trade);
  const past = trailed.stopLoss && market && !isTighter(trade.side, market, trailed.stopLoss);
  return past ? trade.bracket : trailed;
}

function reference({ status, mark, limitPrice }: Trade): Decimal | null {
  return status === 'OPEN' ? (mark?.price ?? null) : limitPrice;
}

/** A trail added to an open trade without a stop starts behind the market; before the entry, at its fill. */
function withStart(trade: Trade, wanted: Bracket, pct: Decimal | null, now: Date): Bracket {
  if (!pct || wanted.stopLoss || trade.status === 'PENDING') return wanted;
  const price = trade.mark && !isStale(trade.mark, now) ? trade.mark.price : null;
  const stopLoss = price && stopBehind(trade, pct, price);
  if (stopLoss) return { ...wanted, stopLoss };
  throw badInput('input.trailingPct', 'No fresh price to start the trail behind: give a stop too.');
}

function wantedTrail(
  { trail }: Trade,
  { stopLoss }: Pick<AskedExits, 'stopLoss'>,
  { pct, wanted }: { pct: Decimal; wanted: Bracket },
): Trail {
  if (!trail) return newTrail(pct, wanted);
  const beyond = stopLoss === undefined ? trail.beyond : trail.best;
  return { ...trail, pct, beyond, start: trail.start ?? wanted.stopLoss, asked: null };
}
