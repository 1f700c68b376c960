import { describe, expect, it } from 'vitest';
import { INSPECTION_RULES } from '../../../server/domain/swap/inspection/check.ts';
import { named } from '../../venues/solana/accounts.ts';
import { BONK, USDC, WIF } from '../../venues/tokens/emulated-token.ts';
import { solanaScene, termsOf, type SolanaScene } from './solana-scene.ts';
import { EFFECT } from './tampered/effect.ts';
import { MESSAGE } from './tampered/message.ts';
import { ROUTE } from './tampered/route.ts';
import { WORDS } from './tampered/words.ts';
import { STRANGER } from './tampering.ts';

const CASES = [...WORDS, ...MESSAGE, ...ROUTE, ...EFFECT];

/** A wallet that holds what the cases need, and a stranger who can be paid. */
async function richScene(test: Parameters<typeof solanaScene>[0]): Promise<SolanaScene> {
  const scene = await solanaScene(test);
  const { chain, wallet } = scene;
  for (const mint of [USDC, BONK, WIF]) {
    if (mint !== BONK) chain.give({ mint, owner: wallet.address, amount: 10n ** 12n });
    chain.give({ mint, owner: STRANGER, amount: 0n });
  }
  for (const mint of ['new mint', 'newer mint', 'empty mint'])
    chain.mint(named(mint), { decimals: 6 });
  chain.give({ mint: named('empty mint'), owner: wallet.address, amount: 0n });
  chain.fund(STRANGER, 1_000_000_000n);
  return scene;
}

describe('an order is not signed where', () => {
  it.for(CASES)('$title', async ({ rules, among = false, terms, tamper = null, then }, test) => {
    const scene = await richScene(test);
    const { chain, wallet, jupiter, swaps, inspector } = scene;
    if (terms?.inputMint === BONK)
      chain.give({ mint: BONK, owner: wallet.address, amount: 10n ** 12n });
    if (terms?.inputMint !== BONK && among) chain.give({ mint: BONK, owner: STRANGER, amount: 0n });
    jupiter.swaps.tamper = tamper;
    const asked = termsOf(wallet.address, terms);
    const offer = await swaps.order({ ...asked, taker: wallet.address }, 'ENTRY');
    then?.(scene);
    const floor = terms?.floor ?? (offer.outAmount * 99n) / 100n;
    const { swap, checks } = await inspector.inspect({ ...asked, floor }, offer);
    expect(swap).toBeNull();
    const failed = checks.filter(({ passed }) => !passed);
    const named = failed.map(({ rule }) => rule);
    expect(named).toEqual(among ? expect.arrayContaining([...rules]) : rules);
    for (const { message } of failed) expect(message).toMatch(/^[A-Z].*\.$/);
  });

  it('makes a case of every rule, and forty at least', () => {
    const judged = new Set(CASES.flatMap(({ rules }) => rules));
    expect(INSPECTION_RULES.filter((rule) => !judged.has(rule))).toEqual([]);
    expect(CASES.length).toBeGreaterThanOrEqual(40);
  });
});
