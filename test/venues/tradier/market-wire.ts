import type { Answer, Arrived, Route } from '../wire-server.ts';
import { exchangeTime } from './exchange-time.ts';
import type { EmulatedCandle, EmulatedMarket, EmulatedQuote } from './market.ts';
import { envelope } from './order-wire.ts';
import type { Quirks } from './quirks.ts';

const OCC = /^([A-Z]+\d?)(\d{2})(\d{2})(\d{2})([CP])(\d{8})$/;
const INDEX_ROOTS: Record<string, string> = { SPXW: 'SPX', RUTW: 'RUT', NDXP: 'NDX', VIXW: 'VIX' };
const CLASS_ROOTS: Record<string, string> = { BRKB: 'BRK/B', BFB: 'BF/B' };

export function marketRoutes(market: EmulatedMarket, quirks: Quirks, now: () => Date): Route[] {
  const quotes = ({ query, form }: Arrived): Answer => {
    const asked = (query.symbols ?? form.symbols ?? '').split(',');
    const known = asked.flatMap((symbol) => market.shown(symbol) ?? []);
    const unknown = asked.filter((symbol) => !market.shown(symbol));
    const rows = known.map((quote) => quoteJson(quote, quirks));
    const unmatched = unknown.length === 1 ? unknown[0] : unknown;
    const more = unknown.length > 0 ? { unmatched_symbols: { symbol: unmatched } } : {};
    if (rows.length === 0) return { json: { quotes: more } };
    return { json: envelope('quotes', 'quote', rows, quirks, more) };
  };
  const securities =
    (fits: (row: { symbol: string; name: string }, q: string) => boolean) =>
    ({ query }: Arrived): Answer => {
      const rows = [...market.names]
        .map(([symbol, name]) => ({ symbol, name: name.toUpperCase() }))
        .filter((row) => fits(row, (query.q ?? '').toUpperCase()))
        .map(({ symbol }) => ({
          ...{ symbol, exchange: 'Q', type: 'stock', description: market.names.get(symbol) },
        }));
      return { json: envelope('securities', 'security', rows, quirks) };
    };
  const options = (underlying = '', expiration?: string) =>
    market.symbols().flatMap((symbol) => {
      const terms = termsOf(symbol);
      const listed = terms?.underlying === underlying;
      if (!listed || (expiration && terms.expiration !== expiration)) return [];
      return market.shown(symbol) ?? [];
    });

  return [
    { name: 'GET /markets/quotes', handle: quotes },
    { name: 'POST /markets/quotes', handle: quotes },
    {
      name: 'GET /markets/options/chains',
      handle: ({ query }) => {
        const rows = options(query.symbol, query.expiration).map((quote) =>
          quoteJson(quote, quirks),
        );
        return {
          json: rows.length > 0 ? envelope('options', 'option', rows, quirks) : { options: null },
        };
      },
    },
    {
      name: 'GET /markets/options/expirations',
      handle: ({ query }) => {
        const held = options(query.symbol).map(({ symbol }) => termsOf(symbol)?.expiration ?? '');
        const dates = [...new Set(held)].sort();
        if (dates.length === 0) return { json: { expirations: null } };
        if (!query.includeAllRoots) return { json: envelope('expirations', 'date', dates, quirks) };
        const rows = dates.map((date) => ({
          date,
          contract_size: 100,
          expiration_type: 'weeklys',
        }));
        return { json: envelope('expirations', 'expiration', rows, quirks) };
      },
    },
    { name: 'GET /markets/lookup', handle: securities(({ symbol }, q) => symbol.startsWith(q)) },
    { name: 'GET /markets/search', handle: securities(({ name }, q) => name.includes(q)) },
    { name: 'GET /markets/clock', handle: () => ({ json: clockJson(market, now()) }) },
    {
      name: 'GET /markets/calendar',
      handle: ({ query }) => ({ json: calendarJson(market, query) }),
    },
    {
      name: 'GET /markets/history',
      handle: ({ query }) => {
        const close = market.closes.get(`${query.symbol} ${query.start}`);
        const rows: object[] = close === undefined ? [] : [{ date: query.start, close, volume: 1 }];
        for (const candle of market.candles.get(`${query.symbol} daily`) ?? []) {
          const { date } = exchangeTime(candle.at);
          if (date >= (query.start ?? '') && date <= (query.end ?? ''))
            rows.push({ date, ...pricesJson(candle) });
        }
        return { json: envelope('history', 'day', rows, { ...quirks, emptyAsText: false }) };
      },
    },
    {
      name: 'GET /markets/timesales',
      handle: ({ query }) => {
        const inRange = (at: Date) => {
          const { date, time } = exchangeTime(at);
          const wall = `${date} ${time.slice(0, 5)}`;
          return wall >= (query.start ?? '') && wall <= (query.end ?? '');
        };
        const kept = market.candles.get(`${query.symbol} ${query.interval}`) ?? [];
        const data = kept
          .filter(({ at }) => inRange(at))
          .map((candle) => ({ timestamp: candle.at.getTime() / 1000, ...pricesJson(candle) }));
        if (data.length === 0) return { json: { series: null } };
        return { json: envelope('series', 'data', data, quirks) };
      },
    },
  ];
}

function pricesJson({ prices: [open, high, low, close], volume }: EmulatedCandle) {
  return { open, high, low, close, volume };
}

interface Terms {
  root: string;
  underlying: string;
  expiration: string;
  strike: number;
  put: boolean;
}

function termsOf(symbol: string): Terms | null {
  const [, root = '', year, month, day, right, strike] = OCC.exec(symbol) ?? [];
  if (!root) return null;
  return {
    root,
    underlying: INDEX_ROOTS[root] ?? CLASS_ROOTS[root] ?? root,
    expiration: `20${year}-${month}-${day}`,
    strike: Number(strike) / 1000,
    put: right === 'P',
  };
}

function quoteJson(quote: EmulatedQuote, quirks: Quirks): object {
  const { setting, at } = quote;
  const terms = termsOf(quote.symbol);
  const nothing = terms ? 0 : null;
  return {
    symbol: quote.symbol,
    type: setting.type ?? (terms ? 'option' : 'stock'),
    bid: quote.bid?.toNumber() ?? nothing,
    ask: quote.ask?.toNumber() ?? nothing,
    last: quote.last?.toNumber() ?? null,
    volume: setting.volume ?? 0,
    close: null,
    trade_date: quote.last ? at.getTime() : 0,
    bid_date: at.getTime(),
    ask_date: at.getTime(),
    ...(terms && optionJson(quote, terms, quirks)),
  };
}

function optionJson(quote: EmulatedQuote, terms: Terms, quirks: Quirks): object {
  return {
    underlying: terms.underlying,
    root_symbol: terms.root,
    strike: terms.strike,
    option_type: terms.put ? 'put' : 'call',
    expiration_date: terms.expiration,
    open_interest: quote.setting.openInterest ?? 0,
    contract_size: 100,
    greeks: greeksJson(quote, terms.put, quirks),
  };
}

function greeksJson({ setting: { greeks } }: EmulatedQuote, put: boolean, quirks: Quirks) {
  if (!greeks || quirks.greeks === 'null') return null;
  const own = put && quirks.greeks === 'put-by-put';
  const { callDelta, gamma, theta, vega, midIv } = greeks;
  return { delta: own ? callDelta - 1 : callDelta, gamma, theta, vega, mid_iv: midIv };
}

function clockJson(market: EmulatedMarket, now: Date): object {
  const { state, nextState, nextChange } = market.stateNow();
  return {
    clock: {
      date: exchangeTime(now).date,
      description: `Market is ${state}`,
      state,
      timestamp: Math.floor(now.getTime() / 1000),
      next_change: nextChange,
      next_state: nextState,
    },
  };
}

function calendarJson(market: EmulatedMarket, query: Arrived['query']): object {
  const [year, month] = [Number(query.year), Number(query.month)];
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Array.from({ length }, (_, index) => {
    const date = new Date(Date.UTC(year, month - 1, index + 1)).toISOString().slice(0, 10);
    const close = market.closeOf(date);
    if (!close) return { date, status: 'closed', description: 'Market is closed' };
    return {
      date,
      status: 'open',
      description: 'Market is open',
      premarket: { start: '07:00', end: '09:24' },
      open: { start: '09:30', end: close },
      postmarket: { start: close, end: '19:55' },
    };
  });
  return { calendar: { month, year, days: { day } } };
}
