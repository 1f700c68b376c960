import { ZERO, type Decimal } from '../../domain/decimal.ts';
import { rememberAskedMove } from '../../domain/exits/asked-move.ts';
import { heldByDesk } from '../../domain/trade/held-by-desk.ts';
import { isHeld } from '../../domain/trade/hold-adjusted.ts';
import { overrideAdjustment } from '../../domain/reports/settle-adjustment.ts';
import { farFromMark } from '../../domain/ticket/ticket-money.ts';
import type { AdjustInput } from '../../domain/ticket/ticket.ts';
import type { TradeDraft } from '../../domain/trade/trade-draft.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import {
  askedExits,
  checkAdjustInput,
  wantedExits,
  type AskedExits,
} from '../../domain/exits/wanted-exits.ts';
import type { BookDeps } from '../steps/book-deps.ts';
import type { ChangeKind } from '../steps/decision.ts';
import type { KeyedChange } from '../orders/keyed-change.ts';
import type { Actor } from '../../ports/trading-system.ts';
import { goneFrom } from '../orders/venue-holding.ts';
import { brokerOfTrade } from '../steps/venue-of.ts';

/** `gone`: see `overrideAdjustment`. */
export const REQUEST_BRACKET: ChangeKind<{
  readonly asked: AskedExits;
  readonly gone: Decimal;
}> = {
  name: 'REQUEST_BRACKET',
  take: (draft, { asked, gone }) => {
    overrideAdjustment(draft, gone);
    requestBracket(draft, asked);
  },
};

/**
 * Moves stop and target. The new ones go on record only once they work at the venue; until then the old ones stay
 * on record, and the desk watches them in between.
 */
export class AdjustBracket {
  constructor(
    private readonly deps: BookDeps,
    private readonly keyedChange: KeyedChange,
  ) {}

  execute(actor: Actor, input: AdjustInput): Promise<Trade> {
    const call = {
      ...askedBracket(actor, input),
      confirmed: true,
      checkInput: ({ trade }: TradeAggregate) =>
        checkAdjustInput(trade, input, this.deps.clock.now()),
    };
    let gone: Decimal = ZERO;
    return this.keyedChange.execute(
      call,
      REQUEST_BRACKET,
      () => ({ asked: askedExits(input), gone }),
      async (stored) => {
        if (!isHeld(stored)) return;
        gone = await goneFrom(
          this.deps,
          await brokerOfTrade(this.deps, stored.trade),
          stored.trade,
        );
      },
    );
  }
}

/** Removing a price differs from leaving it alone, but a key treats null like undefined. */
export function askedBracket(actor: Actor, input: AdjustInput) {
  const cleared = (['stopLoss', 'takeProfit', 'trailingPct'] as const).filter(
    (name) => input[name] === null,
  );
  return { actor, operation: 'adjustBracket', input: { ...input, cleared } };
}

function requestBracket(draft: TradeDraft, input: AskedExits): void {
  const { trade, at } = draft;
  const { wanted, trail } = wantedExits(trade, input, at);
  for (const why of farFromMark(wanted, trade.side, trade.mark?.mid ?? null)) {
    draft.alert('FAR_FROM_MARK', 'WARNING', `An exit ${why}. It was taken as typed.`);
  }
  rememberAskedMove(draft);
  draft.set({
    wantedBracket: wanted,
    trail,
    protection: trade.protection === 'WATCHED' && !heldByDesk(trade) ? 'NONE' : trade.protection,
  });
  const said = [
    moved('Stop', trade.bracket.stopLoss, wanted.stopLoss),
    moved('target', trade.bracket.takeProfit, wanted.takeProfit),
    ...(trade.trail || trail ? [moved('trail %', trade.trail?.pct, trail?.pct)] : []),
  ];
  draft.record('BRACKET_REQUESTED', `${said.join(', ')}.`);
}

function moved(
  name: string,
  before: Decimal | null | undefined,
  after: Decimal | null | undefined,
): string {
  const from = before?.toFixed() ?? 'none';
  const to = after?.toFixed() ?? 'none';
  return from === to ? `${name} stays ${to}` : `${name} ${from} → ${to} asked for`;
}
