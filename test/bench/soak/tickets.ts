import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import type { Dice } from './dice.ts';
import type { PatientClient } from './patient-client.ts';

const UNDERLYINGS = ['SPY', 'QQQ', 'AAPL'];
const TERM = 6;
/** The number of strikes near the money that are traded. */
const NEAR = 6;

interface Listed {
  readonly symbol: string;
  readonly ask: Decimal;
}

interface Chain {
  readonly underlyingPrice: string;
  readonly rows: readonly {
    readonly strike: string;
    readonly call: { readonly symbol: string; readonly ask: string | null } | null;
  }[];
}

/** Makes tickets for calls near the money, some weeks out, with exits too far away to end them soon. */
export class Tickets {
  private constructor(
    private readonly listed: readonly Listed[],
    private readonly dice: Dice,
  ) {}

  /** Reads the listed calls. @throws when nothing is listed. */
  static async read(client: PatientClient, token: string, dice: Dice): Promise<Tickets> {
    const all: Listed[] = [];
    for (const underlying of UNDERLYINGS) all.push(...(await nearCalls(client, token, underlying)));
    if (all.length === 0) throw new Error('The market lists no calls');
    return new Tickets(all, dice);
  }

  /** A ticket for one contract. `rests`: its limit is far below the market, so that it waits. */
  next(idempotencyKey: string, rests: boolean): object {
    const { symbol, ask } = this.dice.of(this.listed)!;
    const price = rests ? ask.times(0.6) : ask.times(1.1);
    return {
      ...{ mode: 'PAPER', idempotencyKey, option: { symbol }, side: 'BUY_TO_OPEN', quantity: '1' },
      ...{ orderType: 'LIMIT', limitPrice: onTick(price), timeInForce: 'GTC' },
      bracket: { stopLoss: onTick(ask.times(0.3)), takeProfit: onTick(ask.times(3)) },
      context: { strategy: idempotencyKey, tags: [SOAKED] },
    };
  }
}

/** The tag of all trades that a soak places. */
export const SOAKED = 'soak';

/** A price rounded up to nickels, which every option may have. */
export function onTick(price: Decimal): string {
  return price.times(20).ceil().div(20).toFixed();
}

async function nearCalls(
  client: PatientClient,
  token: string,
  underlying: string,
): Promise<readonly Listed[]> {
  const dates = await client.ask(token, `{ optionExpirations(underlying: "${underlying}") }`);
  const expirations = (dates?.data?.optionExpirations ?? []) as readonly string[];
  const expiration = expirations[Math.min(TERM, expirations.length - 1)];
  if (expiration === undefined) return [];
  const answer = await client.ask(
    token,
    `{ optionChain(underlying: "${underlying}", expiration: "${expiration}") {
      underlyingPrice rows { strike call { symbol ask } } } }`,
  );
  const chain = answer?.data?.optionChain as Chain | undefined;
  if (!chain) return [];
  const away = ({ strike }: Chain['rows'][number]) =>
    dec(strike).minus(chain.underlyingPrice).abs().toNumber();
  return [...chain.rows]
    .sort((a, b) => away(a) - away(b))
    .slice(0, NEAR)
    .flatMap(({ call }) => (call?.ask ? [{ symbol: call.symbol, ask: dec(call.ask) }] : []));
}
