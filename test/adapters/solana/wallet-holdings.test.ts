import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { HoldingsReader } from '../../../server/adapters/solana/holdings-reader.ts';
import { SPL_TOKEN, TOKEN_2022 } from '../../../server/domain/swap/inspection/programs.ts';
import { named, TOKEN_RENT, tokenBytes } from '../../venues/solana/accounts.ts';
import { BONK, SOL, USDC } from '../../venues/tokens/emulated-token.ts';
import { solanaScene, troubleOf } from './solana-scene.ts';

describe('what a wallet holds', () => {
  it('is of both programs, with SOL wrapped or not, as of one slot', async (test) => {
    const { solana, chain, wallet } = await solanaScene(test);
    const [owner, newer] = [wallet.address, named('newer')];
    chain.mint(newer, { decimals: 2 }, TOKEN_2022);
    chain.give({ mint: newer, owner, amount: 7n, frozen: true }, TOKEN_2022);
    chain.give({ mint: SOL, owner, amount: 5n });
    chain.give({ mint: BONK, owner: named('somebody else'), amount: 9n });
    const { slot, lamports, tokens } = await solana.holdings(owner, 11_000n);
    expect([slot, lamports]).toEqual([11_000n, 10_000_000_000n]);
    expect(tokens).toMatchObject([
      { mint: SOL, amount: 5n, lamports: TOKEN_RENT + 5n, frozen: false },
      { mint: newer, amount: 7n, tokenProgram: TOKEN_2022, frozen: true },
    ]);
    expect(await troubleOf(solana.holdings(owner, 11_001n))).toBe('LAGS');
  });

  it('by thousands of accounts is read while others have their turns', async (test) => {
    const { wallet } = await solanaScene(test);
    const owner = wallet.address;
    const [mint, program] = [named('dust'), SPL_TOKEN];
    const data = Buffer.from(tokenBytes({ mint, owner, amount: 1n })).toString('base64');
    const account = { lamports: 1, owner: program, executable: false, data: [data, 'base64'] };
    const value = Array.from({ length: 1_000 }, (_, at) => ({ pubkey: named(`a${at}`), account }));
    let turns = 0;
    const turn = (): void => void (setImmediate(turn).unref(), (turns += 1));
    const ask = async (method: string, _: unknown, shape: z.ZodType) => {
      const reply = { context: { slot: 5 }, value: method === 'getBalance' ? 1 : value };
      const { context, ...read } = shape.parse(reply) as { context: { slot: bigint } };
      return { slot: context.slot, ...read };
    };
    turn();
    const before = turns;
    const reader = new HoldingsReader(ask as never);
    const { tokens } = await reader.of(owner, 0n, 'MARK', [{ programId: program }]);
    expect(tokens).toHaveLength(1_000);
    expect(turns - before).toBeGreaterThanOrEqual(20);
    value.push({} as (typeof value)[number]);
    expect(await troubleOf(reader.of(owner, 0n, 'MARK', [{ programId: program }]))).toBe(
      'UNREADABLE',
    );
  });

  it('of one mint is asked for without all that strangers have sent', async (test) => {
    const { solana, chain, wallet, rpc } = await solanaScene(test);
    const owner = wallet.address;
    chain.give({ mint: BONK, owner, amount: 9n });
    chain.give({ mint: USDC, owner, amount: 10n ** 9n });
    for (let n = 0; n < 20; n += 1) {
      const dust = named(`dust ${n}`);
      chain.mint(dust, { decimals: 0 });
      chain.give({ mint: dust, owner, amount: 1n });
    }
    const { tokens } = await solana.held(owner, [BONK, USDC], 11_000n);
    expect(tokens.map(({ mint, amount }) => [mint, amount])).toEqual([
      [BONK, 9n],
      [USDC, 10n ** 9n],
    ]);
    expect(await troubleOf(solana.held(owner, [BONK], 11_001n))).toBe('LAGS');
    const of = (mint: string) => [owner, { mint }, { encoding: 'base64', commitment: 'confirmed' }];
    const params = of(BONK);
    const body = JSON.stringify({
      ...{ jsonrpc: '2.0', id: 1, method: 'getTokenAccountsByOwner', params },
    });
    const reply = (await (await fetch(rpc.url, { method: 'POST', body })).json()) as object;
    const asked = rpc.requests.filter(({ body: sent }) => sent.includes('"jsonrpc"')).length;
    rpc.fail('getTokenAccountsByOwner', { json: { ...reply, id: asked + 1 } });
    expect(await troubleOf(solana.held(owner, [USDC])), 'another mint').toBe('CONTRADICTS');
  });
});
