import type { TradeId } from '../../domain/ids.ts';
import type { Ids } from '../../ports/ids.ts';
import type { TokenTrading } from '../../ports/token-trading.ts';
import type { Actor } from '../../ports/trading-system.ts';
import type { BookDesk } from '../book-desk.ts';
import type { DemoTokenTrade } from './demo-script.ts';
import { demoTokenTicket } from './demo-ticket.ts';
import type { ReplayClock } from './replay-clock.ts';

/** The demo's tokens at an instant of the simulated market. */
export interface TokensAt {
  readonly trading: TokenTrading;
  /** Looks once at their prices. */
  readonly look: () => Promise<void>;
  readonly roundMs: number;
}

/** A trade to be closed by hand. */
export interface Closing {
  readonly id: TradeId;
  readonly at: Date;
}

const HOUR_MS = 3_600_000;
const MOST_TRIES = 3;
/** Rounds before an entry: a history that its price is compared with. */
const HISTORY_ROUNDS = 6;
/** Rounds while tokens are only held: two looks at a stop. */
const WATCH_ROUNDS = 2;

/** The rounds that lead up to an instant. */
export async function lookAtTokens(
  { look, roundMs }: TokensAt,
  clock: ReplayClock,
  { at, entering }: { readonly at: Date; readonly entering: boolean },
): Promise<void> {
  const rounds = entering ? HISTORY_ROUNDS : WATCH_ROUNDS;
  for (let back = rounds - 1; back >= 0; back -= 1) {
    clock.set(new Date(at.getTime() - back * roundMs));
    await look();
  }
}

/** A swap may fail, here as on chain: then it is tried again. */
export async function placeToken(
  { trading }: TokensAt,
  desk: BookDesk<'PAPER'>,
  actor: Actor,
  { trade, at, ids }: { readonly trade: DemoTokenTrade; readonly at: Date; readonly ids: Ids },
): Promise<readonly Closing[]> {
  const { mint, closeAfterHours: hours } = trade;
  const [facts, judged] = [await trading.factsOf(mint), await trading.judged([mint])];
  const price = judged.get(mint);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const ticket = price && facts && demoTokenTicket(trade, price, facts, ids.next());
    if (!ticket) return [];
    const { id, phase } = await desk.trading.executeOrder(actor, { open: ticket });
    if (phase !== 'OPEN') continue;
    return hours === null ? [] : [{ id, at: new Date(at.getTime() + hours * HOUR_MS) }];
  }
  return [];
}
