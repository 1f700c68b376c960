import type { Decimal } from '../../../server/domain/decimal.ts';
import type { Answer, Arrived } from '../wire-server.ts';
import { exchangeTime } from './exchange-time.ts';
import { envelope } from './order-wire.ts';
import type { Quirks } from './quirks.ts';

interface Line {
  readonly date: string;
  readonly symbol: string;
  /** The line in wire format. */
  readonly json: unknown;
}

/** The clearing firm's record of an account: written at night, so today is never in it. */
export class Statement {
  readonly events: Line[] = [];
  readonly closed: Line[] = [];

  constructor(private readonly now: () => Date) {}

  trade(symbol: string, quantity: Decimal, price: Decimal, amount: Decimal): void {
    const trade = {
      commission: 0.0,
      description: symbol,
      price: price.toNumber(),
      quantity: quantity.toNumber(),
      symbol,
      trade_type: symbol.length > 6 ? 'Option' : 'Equity',
    };
    this.say(symbol, { amount: amount.toNumber(), type: 'trade', trade });
  }

  /** In the recorded example the venue gives no symbol for exercise, assignment and expiration. */
  option(symbol: string, option_type: string, quantity: Decimal, amount: Decimal): void {
    const option = { option_type, description: 'Expired', quantity: quantity.toNumber() };
    this.say(symbol, { amount: amount.toNumber(), type: 'option', option });
  }

  /** Adds any line, even one that is not documented. */
  say(symbol: string, json: object): void {
    const { date } = exchangeTime(this.now());
    this.events.push({ date, symbol, json: { date: `${date}T00:00:00Z`, ...json } });
  }

  close(symbol: string, result: { quantity: number; cost: number; proceeds: number }): void {
    const { date } = exchangeTime(this.now());
    const gain_loss = result.proceeds - result.cost;
    const at = `${date}T00:00:00.000Z`;
    const json = { symbol, ...result, gain_loss, close_date: at, open_date: at, term: 1 };
    this.closed.push({ date, symbol, json });
  }

  historyAnswer(request: Arrived, quirks: Quirks): Answer {
    return this.#answer('history', 'event', this.events, request, quirks);
  }

  gainLossAnswer(request: Arrived, quirks: Quirks): Answer {
    return this.#answer('gainloss', 'closed_position', this.closed, request, quirks);
  }

  #answer(
    outer: string,
    inner: string,
    lines: readonly Line[],
    { query }: Arrived,
    quirks: Quirks,
  ): Answer {
    if (quirks.statement === 'refused') return { status: 401, text: 'Not available' };
    if (quirks.statement === 'not found') return { status: 404, text: '' };
    const today = exchangeTime(this.now()).date;
    const matching = lines
      .filter(({ date }) => date < today && date >= (query.start ?? ''))
      .filter(({ symbol }) => !query.symbol || symbol === query.symbol)
      .map(({ json }) => json);
    const limit = Number(query.limit ?? 25);
    const page = Number(query.page ?? 1);
    const rows = matching.slice((page - 1) * limit, page * limit);
    return { json: envelope(outer, inner, rows, quirks) };
  }
}
