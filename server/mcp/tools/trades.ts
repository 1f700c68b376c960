import { VENUES, type VenueName } from '../../domain/venue.ts';
import { fieldTool } from '../field-tool.ts';
import { READS } from '../kinds.ts';
import type { Connection } from '../paging.ts';
import type { MakeTool } from '../tool.ts';
import { BESIDE_BOOK, modeOf, modeOfTrade, oldest, type Aged, type BesideBook } from '../told.ts';
import { GREEKS, PAGE, PRICE, TRADE } from './fields.ts';

interface WireTrade {
  readonly venue: VenueName;
  readonly mark: Aged;
}

interface ManyTrades extends BesideBook {
  readonly told: Omit<Connection, 'nodes'> & { readonly nodes: readonly WireTrade[] };
}

interface OneTrade {
  readonly told: WireTrade | null;
}

function isSimulated({ venue }: WireTrade): boolean {
  return VENUES[venue].simulated;
}

export const trades: MakeTool = (deps) =>
  fieldTool<ManyTrades>(deps, {
    ...READS,
    name: 'trades',
    title: 'Trades of one book',
    ...{ operation: 'query', field: 'trades' },
    note: 'The tool trade has one whole trade, with its orders.',
    select: `{ nodes { ${TRADE} } ${PAGE} }`,
    paged: { by: 'after' },
    beside: BESIDE_BOOK,
    tell: ({ told, desk }, args) => ({
      mode: modeOf(args),
      ageSeconds: oldest(told.nodes.map(({ mark }) => mark)),
      simulated: told.nodes.length === 0 ? desk.simulated : told.nodes.some(isSimulated),
      data: told,
    }),
  });

export const trade: MakeTool = (deps) =>
  fieldTool<OneTrade>(deps, {
    ...READS,
    name: 'trade',
    title: 'One trade',
    ...{ operation: 'query', field: 'trade' },
    note: 'The answer includes its orders; the tool explain has its story, fill by fill.',
    select: `{ ${TRADE} multiplier settlementToken decimals fillModel fillModelVersion feeSchedule dteAtEntry
      holdMinutes initialStopLoss highWaterMark toStop riskAtEntry maxAdverseExcursion maxFavorableExcursion
      excursionsComplete unprotectedSeconds accountReachable adoptedAt
      protectionDetail { cause words since dataAgeSeconds dataDelaySeconds watchedEverySeconds }
      entryGreeks { ${GREEKS} } exitGreeks { ${GREEKS} }
      mark { ${PRICE} ${GREEKS} underlyingPrice sourceTime receivedAt firstMinute }
      settlement { price source sourceTime settledAt intrinsic shares delivery }
      review { status note reviewer reviewedAt exitPrice quantity evidence }
      doubt { cause at bookQuantity venueQuantity oldShares newShares successor }
      context { strategy aiVerdict aiConfidence aiModel aiPromptVersion aiRationale scanner scannerScore
        scannerCriteria marketRegime underlyingTrend ivRank ivPercentile hv30 earningsDate contextSource
        notes tags extra }
      orders { id role side type status quantity filledQuantity averagePrice limitPrice stopPrice slippagePct
        pays placedAt reason tag venueOrderId } }`,
    paged: { by: 'skip', list: 'orders' },
    tell: ({ told }, args) => ({
      mode: modeOfTrade(args),
      ageSeconds: oldest([told?.mark ?? null]),
      simulated: told !== null && isSimulated(told),
      data: told,
    }),
  });
