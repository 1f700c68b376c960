import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TokenMarketData } from '../../../server/adapters/routing/token-market-data.ts';
import { dec } from '../../../server/domain/decimal.ts';
import type { Trade } from '../../../server/domain/trade/trade.ts';
import { mintNumber, priceScene, type PriceScene } from '../../support/desks/price-scene.ts';
import { anOpenTrade, aToken } from '../../support/values/builders.ts';
import { BONK } from '../../support/values/price-rounds.ts';

const TOKEN = aToken({ symbol: BONK, decimals: 6 });
/** Seven and a half quotes a minute, as a keyless desk has for marks. */
const A_MINUTE = 7;

let scene: PriceScene;
let market: TokenMarketData;
beforeEach(async () => {
  scene = await priceScene();
  scene.market.priceOf.set(BONK, '0.00002');
  await scene.solana.trade.watch('ada', BONK);
  await scene.rounds(6);
  market = new TokenMarketData(scene.solana.trade, scene.solana.sales);
});
afterEach(() => scene.close());

function held(id: string, quantity: number, username = 'ada', instrument = TOKEN): Trade {
  const size = { quantity: dec(quantity), filledQuantity: dec(quantity) };
  return anOpenTrade({
    ...{ id, username, instrument, venue: 'JUPITER_PAPER' },
    ...{ ...size, openQuantity: dec(quantity) },
  });
}

/** Trades of Ada's, each in another token. */
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const symbol = mintNumber(n);
    scene.market.priceOf.set(symbol, '2');
    const token = aToken({ symbol, underlying: symbol, decimals: 6 });
    return held(`ada-${n}`, 1_000, 'ada', token);
  });

/** The ids of the trades that have a quote of their sale. */
async function quoted(trades: readonly Trade[]): Promise<readonly string[]> {
  const quotes = await market.quotesToSell(trades);
  return trades.map(({ id }) => id).filter((id) => quotes.get(id)?.bid);
}

const sales = () => scene.market.asked.quotes.filter((mint) => mint !== BONK).length;

describe('quotes to sell what is held', () => {
  it('are of all that a user holds of a token, in however many trades', async () => {
    const trades = [held('one', 1_000), held('two', 2_000), held('bobs', 500, 'bob')];
    scene.market.leastRouted = 2_000_000_000n;
    const quotes = await market.quotesToSell(trades);
    expect(quotes.get('one')).toBe(quotes.get('two'));
    expect(quotes.get('one')).toMatchObject({ bid: dec('0.00001998'), last: dec('0.00002') });
    expect(quotes.get('bobs')).toMatchObject({ bid: null, last: dec('0.00002') });
  });

  it('are as many in a minute as marks may ask, in turn, so that each comes', async () => {
    const trades = many(3 * A_MINUTE);
    const before = sales();
    expect(await quoted(trades)).toHaveLength(A_MINUTE);
    expect(await quoted(trades)).toHaveLength(A_MINUTE);
    expect(sales() - before).toBe(A_MINUTE);
    scene.clock.advance(60_000);
    expect(await quoted(trades)).toHaveLength(2 * A_MINUTE);
    scene.clock.advance(60_000);
    expect(await quoted(trades)).toHaveLength(3 * A_MINUTE);
    expect(sales() - before).toBe(3 * A_MINUTE);
  });

  it('come to a user with one position beside a user with hundreds', async () => {
    const trades = [...many(500), held('bobs', 7, 'bob'), held('cas', 8, 'cas')];
    expect(await quoted(trades)).toEqual(expect.arrayContaining(['bobs', 'cas']));
  });

  it('read prices once, however many positions they are for', async () => {
    let reads = 0;
    scene.database.knex.on('query', () => (reads += 1));
    await market.quotesToSell([held('one', 1)]);
    const ofOne = reads;
    scene.clock.advance(60_000);
    reads = 0;
    await market.quotesToSell(many(40));
    expect(reads).toBe(ofOne);
  });

  it('that hang hold up no other for longer than five seconds', async () => {
    const trades = many(2);
    await quoted(trades);
    scene.clock.advance(60_000);
    scene.market.takes.set('QUOTE', Infinity);
    const started = performance.now();
    expect(await quoted([...trades, held('new', 9, 'bob')])).toEqual(['ada-0', 'ada-1']);
    expect(performance.now() - started).toBeLessThan(6_000);
  });
});
