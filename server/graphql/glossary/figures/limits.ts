import type { Figures } from '../term.ts';

/** Limits of entries. No limit ever blocks an exit. */
export const LIMITS: Figures = {
  limit: {
    title: 'Limits',
    fields: ['UserSettings.limits', 'LimitUse.limit'],
    unit: 'of its rule',
    saysNot: 'That losses stop there: limits refuse entries, never exits.',
    related: ['limitUsed', 'killSwitch'],
    aliases: ['limits', 'risk limit'],
  },
  limitUsed: {
    title: 'Used of a limit',
    fields: ['LimitUse.used'],
    unit: 'trades or dollars',
    related: ['limit'],
    aliases: ['used'],
  },
  maxOpenTrades: { title: 'Open trades', fields: ['Limits.maxOpenTrades'], unit: 'trades' },
  maxTradesPerDay: { title: 'Trades a day', fields: ['Limits.maxTradesPerDay'], unit: 'entries' },
  maxPerUnderlying: {
    title: 'Trades per underlying',
    fields: ['Limits.maxPerUnderlying'],
    unit: 'trades',
  },
  maxOrderCost: { title: 'Order cost', fields: ['Limits.maxOrderCost'], unit: 'dollars' },
  maxPositionCost: { title: 'Position cost', fields: ['Limits.maxPositionCost'], unit: 'dollars' },
  maxExposure: {
    title: 'Exposure',
    fields: ['Limits.maxExposure'],
    unit: 'dollars',
    aliases: ['exposure', 'concentration'],
  },
  maxDailyLoss: {
    title: 'Daily loss',
    fields: ['Limits.maxDailyLoss'],
    unit: 'dollars',
    saysNot: 'What is lost on paper: open positions count when they are closed.',
    related: ['dayPnl'],
  },
  lossDrawdownLimit: {
    title: 'Drawdown limit',
    fields: ['Limits.maxDrawdown'],
    unit: 'dollars',
    related: ['maxDrawdown'],
  },
  maxConsecutiveLosses: {
    title: 'Losses in a row',
    fields: ['Limits.maxConsecutiveLosses'],
    unit: 'trades',
    related: ['lossCooldownMinutes'],
  },
  lossCooldownMinutes: {
    title: 'Pause after losses',
    fields: ['Limits.lossCooldownMinutes'],
    unit: 'minutes',
    related: ['maxConsecutiveLosses'],
  },
  maxSlippagePct: {
    title: 'Slippage',
    fields: ['Limits.maxSlippagePct'],
    unit: 'percent points',
    related: ['maxPriceImpactPct'],
    aliases: ['slippage'],
  },
  maxPriceImpactPct: {
    title: 'Price impact',
    fields: ['Limits.maxPriceImpactPct'],
    unit: 'percent points',
    aliases: ['price impact'],
  },
  minPriceConfidence: {
    title: 'Least confidence',
    fields: ['Limits.minPriceConfidence'],
    unit: 'from 0 to 1',
    related: ['confidence'],
  },
};
