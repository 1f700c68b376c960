import { badInput } from '../domain/refusal.ts';
import { checkBracketSides } from '../domain/trade/check-bracket.ts';
import { checkPrice } from '../domain/trade/parse-ticket.ts';
import { farFromMark } from '../domain/trade/ticket-money.ts';
import type { AdjustInput } from '../domain/trade/ticket.ts';
import type { TradeDraft } from '../domain/trade/trade-draft.ts';
import { directionOf, type Bracket, type Trade } from '../domain/trade/trade.ts';
import type { KeyedChange } from './keyed-change.ts';
import type { Actor } from './trading-system.ts';

/**
 * Moves stop and target. The new ones go on record only once they stand at the venue; until then the
 * old ones do, and the desk watches them in between.
 */
export class AdjustBracket {
  constructor(private readonly keyedChange: KeyedChange) {}

  execute(actor: Actor, input: AdjustInput): Promise<Trade> {
    // Taken away is not the same as left alone, though a key does not tell null from nothing.
    const cleared = (['stopLoss', 'takeProfit'] as const).filter((name) => input[name] === null);
    const call = { actor, operation: 'adjustBracket', input: { ...input, cleared } };
    return this.keyedChange.execute(call, (draft) => requestBracket(draft, input));
  }
}

function requestBracket(draft: TradeDraft, input: AdjustInput): void {
  const { trade } = draft;
  const wanted = wantedBracket(trade, input);
  for (const why of farFromMark(wanted, trade.side, trade.mark?.mid ?? null)) {
    draft.alert('FAR_FROM_MARK', 'WARNING', `An exit ${why}. It was taken as typed.`);
  }
  draft.set({
    wantedBracket: wanted,
    protection: trade.protection === 'WATCHED' ? 'NONE' : trade.protection,
  });
  draft.tell(
    'BRACKET_REQUESTED',
    `${said('Stop', trade.bracket.stopLoss, wanted.stopLoss)}, ${said('target', trade.bracket.takeProfit, wanted.takeProfit)}.`,
  );
}

/** @throws {Refusal} where the trade takes no exits now, or the prices contradict its side. */
export function wantedBracket(trade: Trade, input: AdjustInput): Bracket {
  if (trade.status !== 'OPEN' && trade.status !== 'PENDING') {
    throw badInput('input.id', `A trade that is ${trade.status} has no bracket to adjust.`);
  }
  if (input.stopLoss === undefined && input.takeProfit === undefined) {
    throw badInput('input.stopLoss', 'Nothing to change: give a stop, a target, or null for none.');
  }
  checkPrice('input.stopLoss', input.stopLoss, trade.instrument);
  checkPrice('input.takeProfit', input.takeProfit, trade.instrument);
  const stopLoss = input.stopLoss === undefined ? trade.bracket.stopLoss : input.stopLoss;
  const takeProfit = input.takeProfit === undefined ? trade.bracket.takeProfit : input.takeProfit;
  const moved = !sameStop(stopLoss, trade.bracket.stopLoss);
  const stopLimit = moved ? null : trade.bracket.stopLimit;
  const wanted = { stopLoss, takeProfit, stopLimit };
  // A stop may be raised past the entry to keep a gain; it may not be past the market already.
  const reference = trade.status === 'OPEN' ? (trade.mark?.price ?? null) : trade.limitPrice;
  checkBracketSides(wanted, directionOf(trade.side), reference, 'input.');
  return wanted;
}

function sameStop(a: Bracket['stopLoss'], b: Bracket['stopLoss']): boolean {
  return a === b || (a !== null && b !== null && a.equals(b));
}

function said(name: string, before: Bracket['stopLoss'], after: Bracket['stopLoss']): string {
  const from = before?.toFixed() ?? 'none';
  const to = after?.toFixed() ?? 'none';
  return from === to ? `${name} stays ${to}` : `${name} ${from} → ${to} asked for`;
}
