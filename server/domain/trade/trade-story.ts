import type { Trade } from './trade.ts';
import type { TradeEvent, TradeEventType } from './trade-event.ts';
import { stopInForce } from './trail-stop.ts';

/** One figure of a trade that a step changed; texts in the API's form, null: the trade had no such figure. */
export interface StoryChange {
  readonly field: StoryField;
  readonly before: string | null;
  readonly after: string | null;
}

/** One event of a trade, with the figures that it changed. */
export interface StoryStep {
  /** Number of the step's line in the log; of several alike, the last line's. */
  readonly sequence: number;
  readonly type: TradeEventType;
  readonly at: Date;
  /** Who acted, in the log's form: `user:NAME`, `mcp:NAME`, `desk`, `venue`. */
  readonly by: string;
  /** The sentence of the log; of several alike, the last line's. */
  readonly message: string;
  /** How many lines of the log the step covers: moves of a trailing stop that follow each other are one step. */
  readonly lines: number;
  /** Seconds since the previous step; null for the first step shown. */
  readonly secondsSince: number | null;
  readonly changes: readonly StoryChange[];
}

type Shown = string | null;

/** The figures that a step may change, by their names in the API. */
const FIGURES = {
  status: ({ status }) => status,
  filledQuantity: ({ filledQuantity }) => filledQuantity.toFixed(),
  openQuantity: ({ openQuantity }) => openQuantity.toFixed(),
  stopLoss: ({ bracket }) => bracket.stopLoss?.toFixed() ?? null,
  takeProfit: ({ bracket }) => bracket.takeProfit?.toFixed() ?? null,
  trailingStop: (trade) => (trade.trail ? (stopInForce(trade)?.toFixed() ?? null) : null),
  protection: ({ protection }) => protection,
  unprotectedSince: ({ unprotectedSince }) => unprotectedSince?.toISOString() ?? null,
  realizedPnl: ({ realizedPnl }) => realizedPnl.toFixed(),
  fees: ({ fees }) => fees.toFixed(),
} as const satisfies Readonly<Record<string, (trade: Trade) => Shown>>;

export type StoryField = keyof typeof FIGURES;

/** The events of a trade, step by step. @param events consecutive events of one trade, oldest first. */
export function storySteps(events: readonly TradeEvent[]): readonly StoryStep[] {
  const steps: StoryStep[] = [];
  let before: TradeEvent | null = null;
  for (const [first, last, lines] of runsOf(events)) {
    steps.push({
      ...{ sequence: last.sequence, type: last.type, at: last.occurredAt, by: last.actor },
      ...{ message: last.message, lines },
      secondsSince: before && secondsBetween(before.occurredAt, first.occurredAt),
      changes: changesBetween(before?.trade ?? null, last.trade),
    });
    before = last;
  }
  return steps;
}

/** First, last and number of the events that make one step. */
function runsOf(events: readonly TradeEvent[]): (readonly [TradeEvent, TradeEvent, number])[] {
  const runs: [TradeEvent, TradeEvent, number][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run?.[1].type === 'STOP_TRAILED' && event.type === 'STOP_TRAILED') {
      run[1] = event;
      run[2] += 1;
    } else runs.push([event, event, 1]);
  }
  return runs;
}

/** The figures that changed; without a trade before, none is known to have changed. */
function changesBetween(before: Trade | null, after: Trade): readonly StoryChange[] {
  if (!before) return [];
  const fields = Object.keys(FIGURES) as StoryField[];
  return fields
    .map((field) => ({ field, before: FIGURES[field](before), after: FIGURES[field](after) }))
    .filter((change) => change.before !== change.after);
}

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
