import { describe, expect, it } from 'vitest';
import { PaidQuotes } from '../../../server/adapters/routing/paid-quotes.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { NoRoute, type SwapQuote, type TokenQuotes } from '../../../server/ports/token-market.ts';
import { SealBroken } from '../../../server/ports/vault.ts';

const ASKED = { inputMint: USDC_MINT, outputMint: SOL_MINT, inAmount: 1n, slippageBps: 50 };

function scene(own: 'none' | 'answers' | Error, opens: Error | null = null) {
  const asked: string[] = [];
  const source = (name: string, error: Error | null): TokenQuotes => ({
    quote: async () => {
      asked.push(name);
      if (error) throw error;
      return { route: [name] } as unknown as SwapQuote;
    },
  });
  const quotes = new PaidQuotes(source('shared', null), async () => {
    if (opens) throw opens;
    if (own === 'none') return null;
    return source('own', own instanceof Error ? own : null);
  });
  return { asked, quote: (payer?: string) => quotes.quote(ASKED, 'EXIT', payer) };
}

describe('a quote', () => {
  it.each<[string, Parameters<typeof scene>, string | undefined, readonly string[]]>([
    ['the user’s own key, where there is one', ['answers'], 'ada', ['own']],
    ['the server’s key for a user without one', ['none'], 'ada', ['shared']],
    ['the server’s key for nobody in particular', ['answers'], undefined, ['shared']],
    [
      'the server’s key where the own one is refused',
      [new MarketDataUnavailable('401')],
      'ada',
      ['own', 'shared'],
    ],
    [
      'the server’s key where the own one cannot be opened',
      ['answers', new SealBroken()],
      'ada',
      ['shared'],
    ],
  ])('is asked for by %s', async (_, parts, payer, asked) => {
    const { quote, asked: seen } = scene(...parts);
    await quote(payer);
    expect(seen).toEqual(asked);
  });

  it('that nothing routes is not asked for again', async () => {
    const { quote, asked } = scene(new NoRoute('none'));
    await expect(quote('ada')).rejects.toThrow(NoRoute);
    expect(asked).toEqual(['own']);
  });
});
