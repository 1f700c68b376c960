import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqlWallets } from '../../../server/adapters/database/book/sql-wallets.ts';
import { RpcWalletChain } from '../../../server/adapters/routing/rpc-wallet-chain.ts';
import { SOL_MINT, USDC_MINT } from '../../../server/domain/token/mint.ts';
import { dec } from '../../../server/domain/decimal.ts';
import { readDeposits } from '../../../server/usecases/book/read-history.ts';
import { databases } from '../../support/databases/databases.ts';
import type { ChainLuck } from '../../support/fakes/scripted-landing.ts';
import { BOB, SwapDesk, WALLET } from '../../support/desks/swap-desk.ts';
import { ADA } from '../../support/desks/tradier-desk.ts';

const PLACE = { venue: 'JUPITER', account: WALLET } as const;

describe.each(databases())('a wallet from which swaps are sent, on %s,', (_, open) => {
  let d: SwapDesk;
  beforeEach(async () => {
    d = await SwapDesk.start(open);
    const wallets = {
      store: new SqlWallets(d.fresh.knex),
      chain: new RpcWalletChain(d.chain, d.clock),
    };
    const all = async () => ['ada', 'bob'].map((username) => ({ username, ...PLACE }));
    d.desk = d.server((deps) => ({ ...deps, wallets, named: { all, of: async () => [PLACE] } }));
    await d.arm(ADA);
    await d.arm(BOB);
  });
  afterEach(() => d.end());

  const look = async () => {
    d.tokens.pass(30);
    await d.desk.reconcile.execute();
  };
  const booked = async (username: string) => {
    const all = await readDeposits(d.fresh.book.read(username));
    return all.slice(1).map(({ amount }) => amount.toFixed());
  };
  const states = async (username: string) =>
    (await d.fresh.book.read(username).invariantChecks()).map(({ state }) => state);

  it('has no lot of SOL, which it pays its fees with', async () => {
    const token = { mint: SOL_MINT, settlement: 'USDC' } as const;
    const refused = { code: 'BAD_USER_INPUT', detail: { field: 'input.token.mint' } };
    const ticket = d.ticket({ token, quantity: dec(2) });
    await expect(d.desk.previews.trade(ADA, ticket)).rejects.toMatchObject(refused);
    await expect(d.place({ ...ticket, confirmationToken: 'any' })).rejects.toMatchObject(refused);
    expect((await d.fresh.book.read('ada').activeTrades()).length).toBe(0);
  });

  it('counts what came beside the swaps of both who share it, to the raw unit', async () => {
    await look();
    const first = await booked('ada');
    expect(first).toHaveLength(1);
    const { id } = await d.buys({}, ADA);
    await d.buys({}, BOB);
    d.chain.luck.push('REVERTS');
    await d.buys({}, ADA);
    await d.closes(id);
    d.chain.units.set(USDC_MINT, d.chain.units.get(USDC_MINT)! + 3n);
    await look();
    await look();
    await look();
    expect(await booked('ada')).toEqual([...first, '0.000003']);
    expect(await booked('bob')).toEqual([...first, '0.000003']);
    expect(await states('ada')).toEqual(['HOLDS', 'HOLDS', 'HOLDS', 'HOLDS']);
    expect(await states('bob')).toEqual(['HOLDS', 'HOLDS', 'HOLDS', 'HOLDS']);
    expect(await d.alerts()).toEqual(['ENTRY_REJECTED']);
  });

  it('books no deposit of a swap, whatever becomes of it and whenever the wallet is read', async () => {
    await look();
    const first = await booked('ada');
    const luck = fc.constantFrom<ChainLuck>('LANDS', 'REVERTS', 'SILENT', 'LOST', 'LATE');
    const step = fc.record({ luck, ada: fc.boolean(), settlement: fc.constantFrom('USDC', 'SOL') });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
        for (const { luck: next, ada, settlement } of steps) {
          d.chain.luck.push(next);
          const token = { mint: d.ticket().token!.mint, settlement } as never;
          await d.buys({ token }, ada ? ADA : BOB).catch(() => undefined);
          d.chain.luck.length = 0;
          await look();
          await d.sync(400);
          await d.sync(40);
        }
        await look();
        await look();
        expect(await booked('ada')).toEqual(first);
        expect((await states('ada'))[1]).toBe('HOLDS');
      }),
      { numRuns: 5 },
    );
  });
});
