import { fieldTool } from '../field-tool.ts';
import { READS } from '../kinds.ts';
import type { Arguments, MakeTool, Told } from '../tool.ts';
import { BESIDE_BOOK, modeOf, oldest, toldOfBook, type BesideBook } from '../told.ts';
import { GREEKS } from './fields.ts';

interface WireQuote {
  readonly ageSeconds: number | null;
  readonly source: string | null;
}

interface Chain {
  readonly rows: readonly { readonly call: WireQuote | null; readonly put: WireQuote | null }[];
}

const QUOTE = `symbol assetClass bid ask mid last volume openInterest ${GREEKS} ageSeconds source sourceTime
  receivedAt stale delayed`;

function toldOfQuotes(quotes: readonly (WireQuote | null)[], data: unknown, args: Arguments): Told {
  const simulated = quotes.some((quote) => quote?.source === 'simulated');
  return { mode: modeOf(args), ageSeconds: oldest(quotes), simulated, data };
}

export const quotes: MakeTool = (deps) =>
  fieldTool<{ readonly told: readonly WireQuote[] }>(deps, {
    ...READS,
    name: 'quotes',
    title: 'Quotes',
    ...{ operation: 'query', field: 'quotes' },
    select: `{ ${QUOTE} }`,
    paged: { by: 'skip' },
    tell: ({ told }, args) => toldOfQuotes(told, told, args),
  });

export const optionChain: MakeTool = (deps) =>
  fieldTool<{ readonly told: Chain }>(deps, {
    ...READS,
    name: 'option_chain',
    title: 'Option chain of one expiration',
    ...{ operation: 'query', field: 'optionChain' },
    select: `{ underlying expiration underlyingPrice rows { strike call { ${QUOTE} } put { ${QUOTE} } } }`,
    paged: { by: 'skip', list: 'rows' },
    tell: ({ told }, args) => {
      const all = told.rows.flatMap(({ call, put }) => [call, put]);
      return toldOfQuotes(all, told, args);
    },
  });

export const optionExpirations: MakeTool = (deps) =>
  fieldTool<BesideBook & { readonly told: unknown }>(deps, {
    ...READS,
    name: 'option_expirations',
    title: 'Expirations of listed options',
    ...{ operation: 'query', field: 'optionExpirations' },
    select: '',
    beside: BESIDE_BOOK,
    tell: toldOfBook,
  });

export const candles: MakeTool = (deps) =>
  fieldTool<BesideBook & { readonly told: unknown }>(deps, {
    ...READS,
    name: 'candles',
    title: 'Prices over time',
    ...{ operation: 'query', field: 'candles' },
    note: 'ageSeconds is null, because each candle has its own time.',
    select: '{ at open high low close volume }',
    beside: BESIDE_BOOK,
    paged: { by: 'skip' },
    tell: toldOfBook,
  });

export const searchSymbols: MakeTool = (deps) =>
  fieldTool<BesideBook & { readonly told: unknown }>(deps, {
    ...READS,
    name: 'search_symbols',
    title: 'Search of tickers',
    ...{ operation: 'query', field: 'searchSymbols' },
    select: '{ symbol description type exchange optionable }',
    beside: BESIDE_BOOK,
    tell: toldOfBook,
  });
