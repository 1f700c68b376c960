import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import type { VenueOrder } from '../../../server/domain/order/venue-order.ts';
import { BrokerBusy, BrokerRejected, type Submission } from '../../../server/ports/broker.ts';
import { openSqlite, type TestDatabase } from '../../support/databases/databases.ts';
import {
  BONK,
  DEPOSITS,
  PaperWallets,
  purchase,
  sale,
  standing,
} from '../../support/desks/paper-wallet.ts';
import { NO_ROUTE, SILENT } from '../../support/fakes/scripted-swaps.ts';
import { aToken } from '../../support/values/builders.ts';

/** Dollars for signature and priority at 150 dollars per SOL; FIRST_FEE has the rent of an account as well. */
const FEE = '0.01575';
const FIRST_FEE = '0.321642';

describe('a swap on paper', () => {
  let database: TestDatabase;
  let wallets: PaperWallets;
  beforeAll(async () => void (database = await openSqlite('book')));
  afterAll(() => database.close());
  let account = 0;
  beforeEach(() => {
    account += 1;
    wallets = new PaperWallets(database.knex);
  });

  const broker = (parts: Parameters<PaperWallets['broker']>[0] = {}) =>
    wallets.broker({ account: `ada-${account}`, ...parts });
  async function placed(submission: Submission): Promise<VenueOrder> {
    const id = await broker().place(submission);
    return (await broker().order(id))!;
  }
  /** Buys a million tokens for three dollars. */
  const holding = () => placed(purchase({ tag: 'held' }));
  const nothing = () => `cash ${DEPOSITS.toFixed()}`;

  it('fills a purchase by the second quote, to the last raw unit', async () => {
    wallets.market.next.push('0.000003', '0.00000302');
    const order = await placed(purchase());
    expect(order).toMatchObject({
      status: 'FILLED',
      rawStatus: 'landed',
      tag: 'tag-1',
      reason: null,
    });
    expect(order.filledQuantity.toFixed()).toBe('993377.48344');
    expect([order.filledValue, order.fees].map(String)).toEqual(['3', FIRST_FEE]);
    expect(order.averagePrice?.toFixed()).toBe('0.00000302000000001127467');
    expect(await standing(broker())).toBe(
      `993377.48344 DezX at 3, cash ${DEPOSITS.minus(3).minus(FIRST_FEE).toFixed()}`,
    );
    const urgent = wallets.market.asked.map(({ urgency }) => urgency);
    expect(urgent).toEqual(['ENTRY', 'ENTRY']);
  });

  it('sells exactly so many, of what its own trade holds', async () => {
    await holding();
    wallets.market.price = '0.000004';
    const order = await placed(sale({ quantity: dec('250000.00001') }));
    expect(order).toMatchObject({ status: 'FILLED', side: 'SELL' });
    expect([order.filledQuantity, order.filledValue, order.fees].map(String)).toEqual([
      '250000.00001',
      '1',
      FEE,
    ]);
    expect(wallets.market.asked.at(-1)!.urgency).toBe('EXIT');
    const cash = DEPOSITS.minus(3).minus(FIRST_FEE).plus(1).minus(FEE);
    expect(await standing(broker())).toBe(
      `749999.99999 DezX at 2.24999999997, cash ${cash.toFixed()}`,
    );
  });

  it('counts SOL by its price of that moment, and its fees too', async () => {
    const token = aToken({ settlement: 'SOL' });
    wallets.meanwhile = () => void (wallets.market.solPrice = '160');
    wallets.market.next.push('0.000003', '0.000003');
    const order = await placed(purchase({}, token));
    expect(wallets.market.asked.map(({ asked }) => asked.inAmount)).toEqual([
      20_000_000n,
      20_000_000n,
    ]);
    expect([order.filledValue, order.fees].map(String)).toEqual(['3.2', '0.3430848']);
  });

  it('is paid in SOL by no price older than two minutes, which counts fees all the same', async () => {
    wallets.market.solAge = 121_000;
    const inSol = purchase({}, aToken({ settlement: 'SOL' }));
    await expect(broker().place(inSol)).rejects.toThrow(BrokerBusy);
    expect(await standing(broker())).toBe(nothing());
    expect((await placed(purchase({ tag: 'usdc' }))).fees?.toFixed()).toBe(FIRST_FEE);
    wallets.market.solAge = 119_000;
    expect(await placed(inSol)).toMatchObject({ status: 'FILLED' });
  });

  it.each([
    [
      'sells more than its trade holds',
      () => sale({ quantity: dec(1_000_001) }),
      /holds 1000000 BONK/,
    ],
    ['sells what another trade holds', () => sale({ tradeId: 'paper_2' }), /holds 0 BONK/],
    ['waits for a price', () => purchase({ type: 'STOP', stopPrice: dec(1) }), /happens now/],
    ['brings exits', () => ({ ...purchase(), shape: 'OTOCO' as const }), /single order/],
    [
      'costs more than there is',
      () => purchase({ pays: dec(9_999.9) }),
      /^it costs 9999\.92 dollars with its fees, and 9999 are there$/,
    ],
    ['pays less than a unit', () => purchase({ pays: dec('0.0000001') }), /cannot be paid/],
  ])('is refused and nothing is kept where it %s', async (_, submission, words) => {
    await holding();
    const before = await standing(broker());
    const asked = wallets.market.asked.length;
    const refused = broker({ cash: '9999' }).place(submission());
    await expect(refused).rejects.toThrow(BrokerRejected);
    await expect(refused).rejects.toThrow(words);
    expect(await standing(broker())).toBe(before);
    expect((await broker().orders()).listed).toHaveLength(1);
    expect(wallets.market.asked.length - asked).toBeLessThanOrEqual(1);
  });

  describe('is not sent, and costs nothing,', () => {
    it.each([
      ['where nothing routes it', purchase(), NO_ROUTE, /routes/],
      ['where the price has moved', purchase(), '0.0000031', /the price moved by more than 1 %/],
      [
        'where its limit is not met',
        purchase({ type: 'LIMIT', limitPrice: dec('0.000003') }),
        '0.000003001',
        /the limit of 0.000003/,
      ],
    ])('%s', async (_, submission, first, words) => {
      wallets.market.next.push(first);
      await expect(broker().place(submission)).rejects.toThrow(BrokerRejected);
      wallets.market.next.push(first);
      await expect(broker().place(submission)).rejects.toThrow(words);
      expect(await standing(broker())).toBe(nothing());
      expect((await broker().orders()).listed).toEqual([]);
      expect(wallets.market.asked).toHaveLength(2);
    });

    it.each([
      ['no source answers', (market: PaperWallets['market']) => void market.next.push(SILENT)],
      ['SOL has no price', (market: PaperWallets['market']) => void (market.solPrice = null)],
    ])('and may go again, while %s', async (_, trouble) => {
      trouble(wallets.market);
      await expect(broker().place(purchase())).rejects.toThrow(BrokerBusy);
      expect((await broker().orders()).listed).toEqual([]);
      wallets.market.solPrice = '150';
      expect(await placed(purchase())).toMatchObject({ status: 'FILLED' });
    });
  });

  describe('fails on chain as 6001, and costs the network’s fee,', () => {
    it.each([
      // 1 % less than a million is 990,000.
      ['where less would come out than its slippage allows', purchase(), '0.000003030304'],
      ['where nothing routes it any more', purchase(), NO_ROUTE],
      [
        'where its limit is no longer met',
        purchase({ type: 'LIMIT', limitPrice: dec('0.000003') }),
        '0.0000030001',
      ],
    ])('%s', async (_, submission, second) => {
      wallets.market.next.push('0.000003', second);
      const order = await placed(submission);
      expect(order).toMatchObject({ status: 'REJECTED', rawStatus: 'failed on chain' });
      expect(order.reason).toMatch(/6001 SlippageToleranceExceeded/);
      expect([order.filledQuantity, order.fees].map(String)).toEqual(['0', FEE]);
      expect(order.averagePrice).toBeNull();
      expect(await standing(broker())).toBe(`cash ${DEPOSITS.minus(FEE).toFixed()}`);
      expect((await broker().accountHistory('2020-01-01')) ?? []).toEqual([]);
      // No account was opened for the token, so the next purchase still pays the rent.
      expect(String((await placed(purchase({ tag: 'again' }))).fees)).toBe(FIRST_FEE);
    });

    it('not by a hair more than its slippage', async () => {
      wallets.market.next.push('0.000003', '0.00000303030303');
      expect(await placed(purchase())).toMatchObject({ status: 'FILLED' });
    });

    it('in a sale, which keeps what it held', async () => {
      await holding();
      wallets.market.next.push('0.000003', '0.0000029699');
      expect(await placed(sale())).toMatchObject({
        status: 'REJECTED',
        rawStatus: 'failed on chain',
      });
      expect(await standing(broker())).toMatch(/^1000000 DezX at 3, /);
    });
  });

  describe('never lands, and costs nothing,', () => {
    it('where no price comes for the second quote', async () => {
      wallets.market.next.push('0.000003', SILENT);
      const order = await placed(purchase());
      expect(order).toMatchObject({ status: 'REJECTED', rawStatus: 'never landed' });
      expect(order.reason).toMatch(/never landed: no price came/);
      expect(String(order.fees)).toBe('0');
      expect(await standing(broker())).toBe(nothing());
    });

    it('where the chain decides so by its tag', async () => {
      wallets.lost = 'unlucky';
      const order = await placed(purchase({ tag: 'unlucky' }));
      expect([order.status, order.reason]).toEqual([
        'REJECTED',
        'the swap never landed: no block took it before it expired',
      ]);
      expect(await standing(broker())).toBe(nothing());
      expect(await placed(purchase({ tag: 'lucky' }))).toMatchObject({ status: 'FILLED' });
    });
  });

  it('waits between its quotes, and is dated by what it waited', async () => {
    const steps: string[] = [];
    wallets.meanwhile = () => void steps.push(`sent after ${wallets.market.asked.length}`);
    const order = await placed(purchase());
    expect([...steps, `done after ${wallets.market.asked.length}`]).toEqual([
      'sent after 1',
      'done after 2',
    ]);
    expect(order.changedAt!.getTime() - order.createdAt!.getTime()).toBe(1_000);
  });

  it('is one position, however many trades hold its token', async () => {
    await holding();
    wallets.market.price = '0.000006';
    await placed(purchase({ tag: 'b', tradeId: 'paper_2', pays: dec(6) }));
    expect(await standing(broker())).toMatch(/^2000000 DezX at 9, /);
    await placed(sale({ tag: 'c', tradeId: 'paper_2' }));
    expect(await standing(broker())).toMatch(/^1000000 DezX at 3, /);
    expect((await broker().positions()).listed[0]!.symbol).toBe(BONK.symbol);
  });
});
