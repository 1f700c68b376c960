import { describe, expect, it } from 'vitest';
import { PaidSwaps } from '../../../server/adapters/routing/paid-swaps.ts';
import { WalletBrokers } from '../../../server/adapters/routing/wallet-brokers.ts';
import { Sealed } from '../../../server/domain/sealed.ts';
import type { Broker } from '../../../server/ports/broker.ts';
import { MarketDataUnavailable } from '../../../server/ports/market-data.ts';
import type { Users } from '../../../server/ports/desk.ts';
import type { SwapOffer, SwapOrderAsked, SwapOrders } from '../../../server/ports/swap-orders.ts';
import { SealBroken } from '../../../server/ports/vault.ts';

const ASKED = { inputMint: 'a', outputMint: 'b', inAmount: 1n, slippageBps: 1, taker: 'w' };

/** Swaps with one key at Jupiter, which record their requests. */
function keyed(name: string, { fails = false } = {}) {
  const told: string[] = [];
  const swaps: SwapOrders = {
    order: async (_asked: SwapOrderAsked) => {
      told.push('order');
      if (fails) throw new MarketDataUnavailable('used up');
      return { requestId: `${name}-1` } as SwapOffer;
    },
    execute: async ({ requestId }) => {
      told.push(`execute ${requestId}`);
      return { said: 'SAID_LANDED', signature: null };
    },
  };
  return { swaps, told };
}

const signed = (requestId: string) => ({
  ...{ signature: 's', bytes: new Sealed('bytes'), requestId, lastValidBlockHeight: 1n },
});

describe('swaps that a key at Jupiter pays for', () => {
  it('are sent by the key that their order was made by', async () => {
    const [server, own] = [keyed('server'), keyed('own')];
    const swaps = new PaidSwaps(server.swaps, async (user) => (user === 'ada' ? own.swaps : null));
    const [ada, bob] = [
      await swaps.order(ASKED, 'ENTRY', 'ada'),
      await swaps.order(ASKED, 'EXIT', 'bob'),
    ];
    await swaps.execute(signed(bob.requestId));
    await swaps.execute(signed(ada.requestId));
    expect(own.told).toEqual(['order', 'execute own-1']);
    expect(server.told).toEqual(['order', 'execute server-1']);
  });

  it('are made by the server’s key where the own one is used up or cannot be opened', async () => {
    const [server, own] = [keyed('server'), keyed('own', { fails: true })];
    const usedUp = new PaidSwaps(server.swaps, async () => own.swaps);
    expect((await usedUp.order(ASKED, 'EXIT', 'ada')).requestId).toBe('server-1');
    const sealed = new PaidSwaps(server.swaps, () => Promise.reject(new SealBroken('sealed')));
    expect((await sealed.order(ASKED, 'EXIT', 'ada')).requestId).toBe('server-1');
  });
});

describe('the desk’s wallet', () => {
  const roles: Record<string, 'ADMIN' | 'USER'> = { ada: 'ADMIN', cleo: 'ADMIN', bob: 'USER' };
  const brokers = (address: string | null = 'wallet') =>
    new WalletBrokers({
      address,
      users: {
        byName: async (name) => ({ role: roles[name] }) as Awaited<ReturnType<Users['byName']>>,
      },
      accounts: {
        named: async (name) => (name === 'ada' ? [{ venue: 'JUPITER', account: 'wallet' }] : []),
      },
      open: (username) => ({ account: username }) as Broker,
    });

  it('trades for ADMIN users alone, and enters for those who name it', async () => {
    expect((await brokers().forEntries('ada'))?.account).toBe('ada');
    expect(await brokers().forEntries('cleo'), 'her settings name another').toBeNull();
    expect((await brokers().of('cleo', 'wallet'))?.account, 'what she holds is reached').toBe(
      'cleo',
    );
    expect(await brokers().of('bob', 'wallet')).toBeNull();
    expect(await brokers().whyNone('bob', 'wallet')).toContain('ADMIN');
  });

  it('is no other wallet, and none without a key', async () => {
    expect(await brokers().of('ada', 'another')).toBeNull();
    expect(await brokers().whyNone('ada', 'another')).toContain('is for wallet');
    expect(await brokers(null).forEntries('ada')).toBeNull();
    expect(await brokers(null).whyNone('ada', 'wallet')).toContain('no key');
  });
});
