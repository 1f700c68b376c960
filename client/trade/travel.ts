import type { TradeDetailFragment, TradeThenQuery } from '../gql/graphql.ts';

/** The instant in an address, ms since 1970; null for now. */
export function instantOf(text: string | null): number | null {
  const at = text === null ? NaN : Date.parse(text);
  return Number.isFinite(at) ? at : null;
}

interface Timed {
  readonly occurredAt: string;
}

function instants(events: readonly Timed[]): number[] {
  return [...new Set(events.map(({ occurredAt }) => Date.parse(occurredAt)))].sort((a, b) => a - b);
}

/** The instant of the last event before `at`, or of the last one if `at` is null; null without any. */
export function eventBefore(events: readonly Timed[], at: number | null): number | null {
  return instants(events).findLast((each) => at === null || each < at) ?? null;
}

/** The instant of the next event after `at`; null when there is none, so now is next. */
export function eventAfter(events: readonly Timed[], at: number | null): number | null {
  return at === null ? null : (instants(events).find((each) => each > at) ?? null);
}

export function eventsSince(events: readonly Timed[], at: number): number {
  return events.filter(({ occurredAt }) => Date.parse(occurredAt) > at).length;
}

type Then = NonNullable<TradeThenQuery['tradeAsOf']>;

/** A past trade in the shape of a current one; its context never changes, so the current one is used. */
export function asTrade(
  { thenId, orders, ...then }: Then,
  context: TradeDetailFragment['context'],
): TradeDetailFragment {
  return {
    ...then,
    id: thenId,
    context,
    orders: orders.map(({ thenId: id, fills, ...order }) => ({
      ...order,
      id,
      fills: fills.map(({ thenId: fill, ...rest }) => ({ ...rest, id: fill })),
    })),
  };
}

export interface LevelStep {
  /** When it began to apply, seconds since 1970. */
  readonly at: number;
  readonly stop: number | null;
  readonly target: number | null;
}

interface LevelEvent extends Timed {
  readonly trade: {
    readonly stopLoss?: string | null;
    readonly takeProfit?: string | null;
    /** Current price of a trailing stop; it takes precedence over `stopLoss`. */
    readonly trailingStop?: string | null;
  };
}

/** Stop and target over time, oldest first, one step for each change; none from `end` on. */
export function levelSteps(events: readonly LevelEvent[], end?: string | null): LevelStep[] {
  const known = (text: string | null | undefined) => (text == null ? null : Number(text));
  const steps: LevelStep[] = [];
  for (const { occurredAt, trade } of [...events].reverse()) {
    const step = {
      at: Date.parse(occurredAt) / 1000,
      stop: known(trade.trailingStop ?? trade.stopLoss),
      target: known(trade.takeProfit),
    };
    const last = steps.at(-1);
    if (!last || last.stop !== step.stop || last.target !== step.target) steps.push(step);
  }
  if (!end) return steps;
  const ended = { at: Date.parse(end) / 1000, stop: null, target: null };
  return [...steps.filter(({ at }) => at < ended.at), ended];
}
