import type { EmulatedAccount } from './emulated-account.ts';
import { buys, tradedSymbol } from './emulated-order.ts';
import type { EmulatedMarket } from './market.ts';
import type { LegForm, OrderForm } from './order-intake.ts';
import type { Quirks } from './quirks.ts';

export interface RuleContext {
  readonly account: EmulatedAccount;
  readonly market: EmulatedMarket;
  readonly quirks: Quirks;
}

/** The coded error with which the order system answers, with status 200 and without an id. */
export function codedRefusal(form: OrderForm, context: RuleContext): string | null {
  if (form.legs.some((leg) => leg.type === 'market' && leg.duration === 'gtc')) {
    return 'MarketOrderIsGtc';
  }
  const { quirks } = context;
  return (
    durationRefusal(form, quirks) ?? bracketRefusal(form, quirks) ?? liveRefusal(form, context)
  );
}

/** Refuses by duration. It is not documented whether exits may outlive their entry, or the day. */
function durationRefusal({ class: kind, legs }: OrderForm, quirks: Quirks): string | null {
  const entry = kind.startsWith('oto') ? legs[0] : undefined;
  const exits = entry ? legs.slice(1) : legs;
  const closing = exits.filter(({ side }) => /close|^sell$|cover/.test(side));
  const mixed = entry !== undefined && exits.some(({ duration }) => duration !== entry.duration);
  if (mixed && quirks.mixedDurations === 'refused') return 'IncorrectTimeInForce';
  const standing = closing.some(({ duration }) => duration === 'gtc');
  return standing && quirks.gtcExits === 'refused' ? 'IncorrectTimeInForce' : null;
}

/** Each rule's name and whether it is broken; the first broken rule is the answer. */
function bracketRefusal(form: OrderForm, quirks: Quirks): string | null {
  if (form.class === 'oto') return pairRefusal(form);
  if (form.class !== 'otoco' && form.class !== 'oco') return null;
  const entry = form.class === 'otoco' ? form.legs[0] : undefined;
  const [first, second] = form.legs.slice(-2);
  if (!first || !second) return 'OcoOrderWithOppositeLegs';
  const twins = first.side === second.side && first.optionSymbol === second.optionSymbol;
  const rules: [string, () => boolean][] = [
    [
      'OtoFirstLegIsMarketNotAllowed',
      () => entry?.type === 'market' && !quirks.marketEntryInBracket,
    ],
    ['OtoOcoMarketNotAllowed', () => [first, second].some((leg) => leg.type === 'market')],
    ['OcoOrderWithOppositeLegs', () => !twins || first.type === second.type],
    ['OcoExpirationTypeNotTheSame', () => first.duration !== second.duration],
    [
      'OcoPriceDifferenceIsLessThanDelta',
      () => trigger(first).minus(trigger(second)).abs().lessThan(quirks.minExitGap),
    ],
  ];
  return rules.find(([, broken]) => broken())?.[0] ?? null;
}

/** Seen in one integration: a second leg not above the entry is refused. */
function pairRefusal({ legs: [entry, exit] }: OrderForm): string | null {
  if (!entry?.price || !exit) return null;
  return trigger(exit).greaterThan(entry.price) ? null : 'must be higher than price[0]';
}

/** Checks the orders that would work at once: the entry of an OTOCO, or every order. */
function liveRefusal(form: OrderForm, context: RuleContext): string | null {
  const live = form.class.startsWith('oto') ? form.legs.slice(0, 1) : form.legs;
  if (live.some((leg) => stopsAtOnce(leg, context.market)))
    return 'SellStopOrderStopPriceGreaterBid';
  const [leg] = live;
  if (leg && context.quirks.opposingOrders === 'refused' && isOpposed(leg, context.account))
    return 'OrderWithDifferentSide';
  if (!leg || !context.quirks.checksPositions || !closesTooMuch(leg, context.account)) return null;
  if (leg.side === 'sell') return 'LongPositionCrossZero';
  return leg.side === 'sell_to_close' ? 'UnexpectedSellOrderOption' : 'UnexpectedBuyOrderOption';
}

function stopsAtOnce(leg: LegForm, market: EmulatedMarket): boolean {
  if (!leg.stop || !leg.side.startsWith('sell')) return false;
  const bid = market.shown(symbolOf(leg))?.bid;
  return bid ? leg.stop.greaterThanOrEqualTo(bid) : false;
}

function closesTooMuch(leg: LegForm, account: EmulatedAccount): boolean {
  if (!leg.side.endsWith('_to_close') && leg.side !== 'sell') return false;
  const held = account.positions.get(symbolOf(leg))?.quantity.toNumber() ?? 0;
  const closable = Math.max(leg.side.startsWith('sell') ? held : -held, 0);
  return account.claimed(symbolOf(leg), leg.side).plus(leg.quantity).greaterThan(closable);
}

/** Whether an order that may fill now in the same contract has the opposite side. */
function isOpposed(leg: LegForm, account: EmulatedAccount): boolean {
  const others = account.live().filter((order) => tradedSymbol(order) === symbolOf(leg));
  return others.some((order) => buys(order) !== leg.side.startsWith('buy'));
}

function symbolOf(leg: LegForm): string {
  return leg.optionSymbol ?? leg.symbol ?? '';
}

function trigger(leg: LegForm) {
  const price = leg.type === 'limit' ? leg.price : leg.stop;
  if (!price) throw new Error('An exit without a price passed the validator');
  return price;
}
