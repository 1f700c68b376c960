import type { Figures } from '../term.ts';

/** What a token costs by sources that may lie. */
export const CONFIDENCE: Figures = {
  judgedPrice: {
    title: 'Judged price',
    fields: ['PriceInfo.price', 'PricePoint.price'],
    unit: 'dollars for one whole token or one share',
    saysNot: 'What a swap of a size gets: a quote does.',
    related: ['confidence', 'width', 'verdicts'],
    aliases: ['token price'],
  },
  confidence: {
    title: 'Confidence in a price',
    fields: ['PriceInfo.confidence', 'PricePoint.confidence'],
    unit: 'from 0 to 1',
    formula: 'weighted geometric mean of agreement, freshness, liquidity, history and coverage',
    saysNot: 'How likely the price is to rise, or that a trade is allowed: verdicts say that.',
    related: ['agreement', 'freshness', 'liquidity', 'history', 'coverage', 'verdicts'],
    aliases: ['price confidence'],
  },
  agreement: {
    title: 'Agreement',
    fields: ['PricePoint.agreement'],
    unit: 'from 0 to 1',
    related: ['confidence', 'width'],
  },
  freshness: {
    title: 'Freshness',
    fields: ['PricePoint.freshness'],
    unit: 'from 0 to 1',
    related: ['confidence', 'ageSeconds'],
  },
  liquidity: {
    title: 'Liquidity',
    fields: ['PricePoint.liquidity'],
    unit: 'from 0 to 1',
    related: ['confidence', 'hardUsd'],
  },
  history: {
    title: 'History',
    fields: ['PricePoint.history'],
    unit: 'from 0 to 1',
    related: ['confidence'],
  },
  coverage: {
    title: 'Coverage',
    fields: ['PricePoint.coverage'],
    unit: 'from 0 to 1',
    related: ['confidence'],
  },
  width: {
    title: 'Width',
    fields: ['PriceInfo.width'],
    unit: 'dollars',
    related: ['agreement', 'spread'],
  },
  verdicts: {
    title: 'Verdicts',
    fields: ['PriceInfo.verdicts'],
    unit: 'one for each PriceAction',
    saysNot: 'Whether a trade is good: only whether its price may be acted on.',
    related: ['confidence'],
  },
  hardUsd: {
    title: 'Hard money in a pool',
    fields: ['TokenPool.hardUsd', 'SourcePrice.liquidityUsd'],
    unit: 'dollars',
    related: ['liquidity', 'claimedUsd'],
    aliases: ['pool depth'],
  },
  claimedUsd: {
    title: 'Claimed liquidity',
    fields: ['TokenPool.claimedUsd'],
    unit: 'dollars',
    saysNot: 'That it is there: tokens of the pool itself count in it.',
    related: ['hardUsd'],
  },
};
