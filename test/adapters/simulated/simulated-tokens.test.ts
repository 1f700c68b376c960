import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIMULATED_TOKENS } from '../../../server/adapters/simulated/simulated-token-list.ts';
import {
  SOL_MINT as SOL,
  USDC_MINT as USDC,
  USDT_MINT as USDT,
} from '../../../server/domain/token/mint.ts';
import { SimulatedTokens } from '../../../server/adapters/simulated/simulated-tokens.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { NoRoute, type SwapQuoteAsked } from '../../../server/ports/token-market.ts';

const NOW = new Date('2026-03-10T15:00:00Z');
const DAY = 86_400;
const MINTS = [...SIMULATED_TOKENS.keys()];
const INVENTED = MINTS.filter((mint) => mint !== SOL && mint !== USDC);
const seconds = (n: number): Date => new Date(NOW.getTime() + n * 1000);
const marketAt = (at: Date, seed = 42) => new SimulatedTokens({ now: () => at }, seed);
const priceAt = async (mint: string, at: Date, seed = 42): Promise<number> =>
  (await marketAt(at, seed).prices([mint])).get(mint)!.value!.price.toNumber();
const swap = (inputMint: string, outputMint: string, inAmount: bigint): SwapQuoteAsked => ({
  ...{ inputMint, outputMint, inAmount, slippageBps: 100 },
});
const dollars = (usd: number): bigint => BigInt(Math.round(usd * 1e6));
const JSON_OF = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));

/** Dollars per token in a swap of `usd` dollars, without its stated impact and fee, as the judge compares. */
async function quotedPrice(mint: string, usd: number, at: Date): Promise<number> {
  const { outAmount, impactPct, platformFeeBps } = await marketAt(at).quote(
    swap(USDC, mint, dollars(usd)),
  );
  const whole = Number(outAmount) / 10 ** SIMULATED_TOKENS.get(mint)!.decimals;
  return (usd * (1 - impactPct.toNumber() / 100) * (1 - platformFeeBps / 10_000)) / whole;
}

describe('the simulated token market', () => {
  it('gives every server the same answers for an instant, and another seed different ones', async () => {
    const all = async (seed: number) => {
      const market = marketAt(NOW, seed);
      const pools = await Promise.all(MINTS.map((mint) => market.poolsOf(mint)));
      const quote = await market.quote(swap(USDC, INVENTED[0]!, dollars(100)));
      return JSON_OF([[...(await market.prices(MINTS))], pools, quote]);
    };
    expect(await all(42)).toBe(await all(42));
    expect(await all(43)).not.toBe(await all(42));
  });

  it('has mints of 32 bytes, of which two share a ticker', () => {
    const lengths = MINTS.map((mint) => bytesOf(mint));
    expect(lengths).toEqual(MINTS.map(() => 32));
    expect(INVENTED).toHaveLength(6);
    const tickers = [...SIMULATED_TOKENS.values()].map(({ ticker }) => ticker);
    expect(new Set(tickers).size).toBe(tickers.length - 1);
  });

  it('knows nothing of other mints, nor of its own in other case', async () => {
    const other = SOL.toLowerCase();
    const market = marketAt(NOW);
    expect((await market.prices([other])).get(other)).toMatchObject({ value: null, why: 'ABSENT' });
    expect(await market.poolsOf(other)).toMatchObject({ value: null, why: 'ABSENT' });
    expect((await market.factsOf([other])).size).toBe(0);
    await expect(market.quote(swap(USDC, other, 1_000_000n))).rejects.toBeInstanceOf(NoRoute);
  });

  it('moves by about 1 % in a minute at most, in small steps, and by more within two days', async () => {
    for (const mint of INVENTED) {
      let largest = 0;
      for (let at = 0; at < DAY; at += 600) {
        const [from, to] = [
          await priceAt(mint, seconds(at)),
          await priceAt(mint, seconds(at + 60)),
        ];
        largest = Math.max(largest, Math.abs(to / from - 1));
      }
      expect(largest).toBeLessThan(0.012);
      expect(largest).toBeGreaterThan(0.0005);
      const far = await Promise.all(
        [0, 0.5, 1, 1.5, 2].map((n) => priceAt(mint, seconds(n * DAY))),
      );
      expect(Math.max(...far) / Math.min(...far)).toBeGreaterThan(1.02);
      const step = (await priceAt(mint, seconds(0.1))) / (await priceAt(mint, seconds(0)));
      expect(Math.abs(step - 1)).toBeLessThan(0.001);
    }
  });

  it('has index, pools and quotes of one price, within half a percent', async () => {
    for (const mint of INVENTED) {
      for (let hour = 0; hour < 24; hour += 1) {
        const at = seconds(hour * 3_600);
        const index = await priceAt(mint, at);
        const pools = (await marketAt(at).poolsOf(mint)).value!;
        const quoted = await quotedPrice(mint, 100, at);
        const prices = [quoted, ...pools.map(({ priceUsd }) => priceUsd!.toNumber())];
        for (const price of prices) expect(Math.abs(price / index - 1)).toBeLessThan(0.005);
      }
    }
  });

  it('has pools with SOL and USDC, whose reserves are what they say they are worth', async () => {
    const sol = await priceAt(SOL, NOW);
    for (const mint of INVENTED) {
      const pools = (await marketAt(NOW).poolsOf(mint)).value!;
      expect(new Set(pools.map(({ quoteMint }) => quoteMint))).toEqual(new Set([SOL, USDC]));
      expect(new Set(pools.map(({ address }) => bytesOf(address) <= 32)).has(false)).toBe(false);
      for (const { quoteMint, quoteReserve, liquidityUsd, tradesInHour, baseMint } of pools) {
        const usd = quoteReserve!.times(quoteMint === SOL ? sol : 1).toNumber();
        expect(usd / (liquidityUsd!.toNumber() / 2)).toBeCloseTo(1, 2);
        expect(tradesInHour).toBeGreaterThan(10);
        expect(baseMint).toBe(mint);
      }
    }
    const ofSol = (await marketAt(NOW).poolsOf(SOL)).value!;
    expect(ofSol.filter(({ baseMint }) => baseMint === SOL)).toHaveLength(1);
    expect(ofSol.length).toBeGreaterThan(10);
    const [ofUsdc] = (await marketAt(NOW).poolsOf(USDC)).value!.filter(
      ({ baseMint }) => baseMint === USDC,
    );
    expect(ofUsdc?.quoteMint).toBe(USDT);
  });

  it('has an impact that follows from the size, by constant product', async () => {
    const [mint] = INVENTED as [string];
    const impact = async (usd: number) =>
      (await marketAt(NOW).quote(swap(USDC, mint, dollars(usd)))).impactPct.toNumber();
    const [small, large, huge] = [await impact(100), await impact(20_000), await impact(500_000)];
    expect(small).toBeLessThan(0.5);
    // $20,000 into about $800,000 a side, after a fee of 0.25 %.
    expect(large).toBeGreaterThan(1.5);
    expect(large).toBeLessThan(4);
    expect(huge).toBeGreaterThan(25);
  });

  it('never gives back what was put in, whatever the token, size and hour', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...MINTS.filter((mint) => mint !== USDC)),
        fc.integer({ min: 1_000_000, max: 50_000_000_000 }),
        fc.integer({ min: 0, max: 400 * DAY }),
        async (mint, put, at) => {
          const market = marketAt(seconds(at));
          const there = await market.quote(swap(USDC, mint, BigInt(put)));
          const back = await market.quote(swap(mint, USDC, there.outAmount));
          expect(Number(back.outAmount)).toBeLessThan(put);
          expect(there.leastOutAmount).toBe((there.outAmount * 9_900n) / 10_000n);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('has no route for dust, nothing and a token into itself', async () => {
    const [mint] = INVENTED as [string];
    for (const asked of [swap(mint, USDC, 1n), swap(USDC, mint, 0n), swap(mint, mint, 10n ** 9n)]) {
      await expect(marketAt(NOW).quote(asked)).rejects.toBeInstanceOf(NoRoute);
    }
  });

  it('routes one token into another by way of SOL or USDC', async () => {
    const [first, second] = INVENTED as [string, string];
    const quote = await marketAt(NOW).quote(swap(first, second, 10n ** 11n));
    expect(quote.route).toHaveLength(2);
    const [from, to] = [await priceAt(first, NOW), await priceAt(second, NOW)];
    const worth = (Number(quote.outAmount) / 1e6) * to;
    expect(worth / (1e6 * from)).toBeGreaterThan(0.98);
    expect(worth / (1e6 * from)).toBeLessThan(1);
  });

  it('has facts of each token, and finds look-alikes together', async () => {
    const market = marketAt(NOW);
    expect((await market.factsOf(MINTS)).size).toBe(MINTS.length);
    const found = await market.search('moss');
    expect(found.map(({ hasMintAuthority, verified }) => [hasMintAuthority, verified])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect((await market.search(SOL)).map(({ ticker }) => ticker)).toEqual(['SOL']);
    expect(await market.search('')).toEqual([]);
    expect((await market.factsOf([USDC])).get(USDC)).toMatchObject({ hasFreezeAuthority: true });
  });

  it('has a block that never goes back', async () => {
    const blockAt = async (at: Date) =>
      (await marketAt(at).prices([SOL])).get(SOL)!.value!.blockId!;
    expect(await blockAt(seconds(1))).toBeGreaterThan(await blockAt(seconds(0)));
    expect(dec(await blockAt(NOW)).isInteger()).toBe(true);
  });
});

function bytesOf(base58: string): number {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let value = 0n;
  for (const letter of base58) value = value * 58n + BigInt(alphabet.indexOf(letter));
  return Math.ceil(value.toString(16).length / 2);
}
