import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SolanaRpc } from '../../../server/adapters/solana/solana-rpc.ts';
import { RpcHost } from '../../../server/adapters/solana/rpc-host.ts';
import { SlotWatch } from '../../../server/adapters/solana/slot-watch.ts';
import { named } from '../../venues/solana/accounts.ts';
import { solanaScene } from './solana-scene.ts';

/** For each slot, whether the watch accepts it as an answer. */
function told(slots: readonly number[]): boolean[] {
  const watch = new SlotWatch();
  return slots.map((slot) => {
    try {
      return watch.note('confirmed', BigInt(slot)) === BigInt(slot);
    } catch {
      return false;
    }
  });
}

describe('the slots that an RPC shows', () => {
  it('are not held against one answer far ahead of them', () => {
    expect(told([5_000, 5_001, 900_000, 5_002, 5_003])).toEqual([true, true, true, true, true]);
  });

  it('are no answer where they fall behind what two answers have shown', () => {
    expect(told([5_000, 9_000, 9_001, 5_001, 8_968])).toEqual([true, true, true, false, false]);
    expect(told([5_000, 5_100, 5_060])).toEqual([true, true, false]);
  });

  it('are believed against the first answer of all once two of them agree', () => {
    expect(told([900_000, 5_000, 5_001, 5_002])).toEqual([true, false, true, true]);
    expect(told([900_000, 900_001, 5_000, 5_001])).toEqual([true, true, false, false]);
  });

  it('are told again within two answers, whatever one bad node has said among them', () => {
    const lie = fc.integer({ min: 0, max: 2 ** 40 });
    const at = fc.nat(20);
    fc.assert(
      fc.property(lie, at, (slot, place) => {
        // A node a little ahead is believed, until the chain has caught up.
        fc.pre(slot <= 500_000 + place || slot > 501_100);
        const honest = Array.from({ length: 30 }, (_, n) => 500_000 + n);
        const answers = told(honest.toSpliced(place, 0, slot)).toSpliced(place, 1);
        expect(answers.slice(place + 2)).not.toContain(false);
      }),
    );
  });

  it('begin anew after an answer of another cluster', async (test) => {
    const { rpc, chain, clock, log } = await solanaScene(test);
    let now = 0;
    const solana = new SolanaRpc(new RpcHost({ url: rpc.url, clock, log }), undefined, () => now);
    const anybody = () => solana.balance(named('anybody'));
    chain.advance(2_000);
    await anybody();
    await anybody();
    const genesis = rpc.genesis;
    rpc.genesis = named('devnet');
    now = 600_000;
    await expect(anybody()).rejects.toThrow('another cluster');
    rpc.genesis = genesis;
    rpc.behind = 2_000n;
    expect(await anybody()).toBe(0n);
  });
});
