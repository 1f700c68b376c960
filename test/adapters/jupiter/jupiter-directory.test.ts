import { describe, expect, it } from 'vitest';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import { recordedAnswer } from '../../support/recorded/recorded-answer.ts';
import { BONK, SOL, token, WIF } from '../../venues/tokens/emulated-token.ts';
import { jupiterScene, SHORT } from './jupiter-scene.ts';

const SEARCH = 'GET /tokens/v2/search';
const LOOK_ALIKE = '8vfCXTUXx5WJV5JADk17DUJ4ksgau7utNKj4b963voxs';

describe('the tokens that Jupiter lists', () => {
  it('are found by mint, and a mint that it does not know is absent', async (test) => {
    const { market, asked } = await jupiterScene(test);
    const facts = await market.factsOf([WIF, LOOK_ALIKE, BONK]);
    expect([...facts.keys()].sort()).toEqual([BONK, WIF].sort());
    expect(facts.get(BONK)).toMatchObject({
      ...{ ticker: 'Bonk', decimals: 5, verified: true, suspicious: false, organicScore: 96.6 },
      ...{ hasMintAuthority: false, hasFreezeAuthority: false },
    });
    expect(asked()['query']?.split(',')).toHaveLength(3);
  });

  it('are all returned by a ticker that two of them have', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    jupiter.list(token(LOOK_ALIKE, 'Bonk', 'Bonk', 5, 0.000_000_3, 900));
    const found = await market.search(' bonk ');
    expect(found.map(({ mint }) => mint)).toEqual([BONK, LOOK_ALIKE]);
    expect(await market.search('  ')).toEqual([]);
  });

  it('are suspicious whenever the audit has the word at all', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    jupiter.describe(BONK, { audit: { isSus: true } });
    jupiter.describe(WIF, { audit: {} });
    const facts = await market.factsOf([BONK, WIF]);
    expect(facts.get(BONK)?.suspicious).toBe(true);
    expect(facts.get(WIF)).toMatchObject({ suspicious: false, topHoldersPct: null });
  });

  it('have an authority that is not known rather than none', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    jupiter.describe(BONK, { audit: undefined });
    jupiter.describe(WIF, {
      audit: { mintAuthorityDisabled: 'yes', freezeAuthorityDisabled: false },
    });
    jupiter.describe(SOL, { mintAuthority: LOOK_ALIKE, audit: { mintAuthorityDisabled: true } });
    const facts = await market.factsOf([BONK, WIF, SOL]);
    expect(facts.get(BONK)).toMatchObject({ hasMintAuthority: null, hasFreezeAuthority: null });
    expect(facts.get(WIF)).toMatchObject({ hasMintAuthority: null, hasFreezeAuthority: true });
    expect(facts.get(SOL)).toMatchObject({ hasMintAuthority: true });
  });

  it('leave out a row without readable decimals, and say so in the log', async (test) => {
    const { market, jupiter, log } = await jupiterScene(test);
    jupiter.describe(BONK, { decimals: 'five' });
    expect([...(await market.factsOf([BONK, WIF])).keys()]).toEqual([WIF]);
    expect(log.lines.join()).toContain('cannot be read: decimals');
  });

  it('have names of bearable length', async (test) => {
    const { market, jupiter } = await jupiterScene(test);
    jupiter.describe(BONK, { name: 'B'.repeat(5_000) });
    expect((await market.factsOf([BONK])).get(BONK)?.name).toHaveLength(100);
  });

  it.for([
    ['an error', { status: 400, json: { error: 'Invalid query' } }],
    ['no list', { json: { tokens: [] } }],
    ['silence', { silent: true }],
  ] as const)('are unavailable at %s', async ([, misfortune], test) => {
    const { market, jupiter } = await jupiterScene(test, SHORT);
    jupiter.fail(SEARCH, misfortune);
    await expect(market.factsOf([BONK])).rejects.toBeInstanceOf(MarketDataUnavailable);
  });

  it('are read from Jupiter’s own answer', async (test) => {
    const json = recordedAnswer(test, 'jupiter/tokens-v2-search-bonk-wif-popcat-2026-09-18.json');
    const { market, jupiter } = await jupiterScene(test);
    jupiter.fail(SEARCH, { json });
    const facts = await market.factsOf([BONK, WIF]);
    expect(facts.get(BONK)).toMatchObject({ decimals: 5, hasMintAuthority: false, verified: true });
    expect(facts.get(BONK)?.topHoldersPct?.toFixed(4)).toBe('31.0044');
    expect(facts.get(WIF)?.ticker).toBe('$WIF');
  });
});
