import { ZERO } from '../../domain/decimal.ts';
import type { RiskCheck } from '../../domain/refusal.ts';
import { bracketMoney } from '../../domain/ticket/bracket-money.ts';
import { whyNotTaken } from '../../domain/exits/next-step.ts';
import { farFromMark } from '../../domain/ticket/ticket-money.ts';
import type { AdjustInput } from '../../domain/ticket/ticket.ts';
import type { Bracket, TradeAggregate } from '../../domain/trade/trade.ts';
import { accountOf } from '../../domain/trade/venue-account.ts';
import { wantedExits } from '../../domain/exits/wanted-exits.ts';
import type { Broker } from '../../ports/broker.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import { admitTouching } from '../steps/touching.ts';
import { ownTrade } from '../steps/own-trade.ts';
import { confirmChange } from '../steps/real-gate.ts';
import type { TradePreview } from '../../ports/trade-doors.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { askedBracket } from './adjust-bracket.ts';

/** What new exits would mean for a trade. Nothing is sent or stored. */
export class PreviewAdjust {
  constructor(private readonly deps: BookDeps) {}

  /** @throws {Refusal} NOT_FOUND; BAD_USER_INPUT when the exits contradict each other or the trade. */
  async execute(actor: Actor, input: AdjustInput): Promise<TradePreview> {
    const { book, brokers, clock } = this.deps;
    const stored = await ownTrade(book.read(actor.username), input.id);
    const { wanted, trail } = wantedExits(stored.trade, input, clock.now());
    const { underlying } = stored.trade.instrument;
    await admitTouching(this.deps, actor, { underlying });
    const broker = await brokers.of(actor.username, accountOf(stored.trade));
    return {
      cost: ZERO,
      ...bracketMoney({ ...stored.trade, trail }, wanted),
      riskChecks: [
        farCheck(stored, wanted),
        ...(broker ? [venueCheck(stored, wanted, broker, clock.now())] : []),
      ],
      buyingPowerAfter: null,
      roundTrip: null,
      realizedPnl: null,
      exitsNote: null,
      coverNote: null,
      ...confirmChange(this.deps, askedBracket(actor, input)),
    };
  }
}

function farCheck({ trade }: TradeAggregate, wanted: Bracket): RiskCheck {
  const mid = trade.mark?.mid ?? null;
  const far = farFromMark(wanted, trade.side, mid);
  return {
    rule: 'FAR_FROM_MARK',
    passed: far.length === 0,
    limit: null,
    actual: mid?.toFixed() ?? null,
    message: far.length > 0 ? `An exit ${far.join(', and ')}.` : 'The exits are near the market.',
  };
}

function venueCheck(
  { trade, orders }: TradeAggregate,
  wanted: Bracket,
  broker: Broker,
  now: Date,
): RiskCheck {
  const held = trade.openQuantity.isZero() ? trade.quantity : trade.openQuantity;
  const why = whyNotTaken(wanted, held, orders, broker.rules, now);
  return {
    rule: 'VENUE_TAKES_EXITS',
    passed: why === null,
    limit: null,
    actual: null,
    message: why ? `The old exits would stay: ${why}.` : 'The exits would be at the venue.',
  };
}
