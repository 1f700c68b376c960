import { openQuestions } from '../../domain/trade/open-questions.ts';
import type { TradeEvent } from '../../domain/trade/trade-event.ts';
import { storySteps } from '../../domain/trade/trade-story.ts';
import type { Trade, TradeAggregate } from '../../domain/trade/trade.ts';
import { unanswerableOf } from '../../domain/trade/unanswerable.ts';
import type { Page } from '../../ports/book-page.ts';
import { tradeView } from '../trade/trade-view.ts';
import type { ExplanationType, StoryStepType } from './explanation.types.ts';
import type { Glossary } from './glossary.ts';
import { questionOf } from './guide.ts';
import { EVENT_TYPES } from './words/event-types.ts';

/** Figures that every explanation of a trade includes. */
const FIGURES_OF_A_TRADE = ['status', 'netPnl', 'unrealizedPnl', 'rMultiple', 'protection'];

/** The most events in a story: the newest ones. */
export const MOST_EVENTS = 500;

/** @param log the newest events of the trade, newest first. */
export function explainTrade(
  glossary: Glossary,
  aggregate: TradeAggregate,
  log: Page<TradeEvent>,
  now: Date,
): ExplanationType {
  const { trade } = aggregate;
  const steps = storySteps(log.items.map(({ item }) => item).toReversed()).map(
    (step): StoryStepType => ({
      ...step,
      meaning: EVENT_TYPES[step.type],
    }),
  );
  return {
    ...{ topic: trade.id, kind: 'TRADE', mode: trade.mode },
    title: `Trade in ${trade.instrument.symbol}`,
    text: [summaryOf(glossary, trade), ...steps.map(said)],
    terms: FIGURES_OF_A_TRADE.flatMap((name) => glossary.find(name)),
    story: {
      ...{ trade: tradeView(trade, now), steps, earlier: log.totalCount - log.items.length },
      openQuestions: openQuestions(aggregate, now),
    },
    unanswerable: unanswerableOf(trade).map(questionOf),
  };
}

function summaryOf(glossary: Glossary, { status, side, quantity, instrument, venue }: Trade) {
  const [meaning] = glossary.find(`TradeStatus.${status}`);
  return `${side} ${quantity.toFixed()} ${instrument.symbol} at ${venue}: ${status}. ${meaning?.meaning}`;
}

function said({ at, message, by }: StoryStepType): string {
  return `${at.toISOString()} ${by}: ${message}`;
}
