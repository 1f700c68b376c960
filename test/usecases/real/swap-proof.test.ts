import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dec } from '../../../server/domain/decimal.ts';
import { USDC_MINT } from '../../../server/domain/token/mint.ts';
import { databases } from '../../support/databases/databases.ts';
import { codeOf } from '../../support/desks/real-desk.ts';
import { BOB, BONK, SwapDesk } from '../../support/desks/swap-desk.ts';

const OTHER = 'JUPyiwrYJFskUPiHa7hkeR8VUtAeFoSYbKedZNsDvCN';

describe.each(databases())('a swap without an answer, on %s,', (_name, open) => {
  let d: SwapDesk;
  beforeEach(async () => {
    d = await SwapDesk.start(open);
    await d.arm();
    await d.arm(BOB);
    d.tokens.list(OTHER, '1', 5);
  });
  afterEach(() => d.end());

  const other = { token: { mint: OTHER }, quantity: dec(200) };
  const status = async (id: string) => (await d.last(id)).status;
  const expires = async () => {
    d.chain.expire();
    for (let n = 0; n < 4; n += 1) await d.sync();
  };
  /** Lets the last swap land, and the RPC lose its history. */
  const lands = () => {
    d.chain.pass(5);
    d.chain.vanish(d.chain.sent.at(-1)!);
  };

  it('is not absent since another swap brought in what it has paid', async () => {
    const held = await d.buys(other, BOB);
    d.chain.luck.push('LATE');
    const { id } = await d.buys();
    lands();
    await d.closes(held.id, null, BOB);
    await expires();
    expect(await status(id)).toBe('UNKNOWN');
  });

  it('is not absent since a stranger sends dust of what it has sold', async () => {
    const { id } = await d.buys();
    d.chain.luck.push('LATE');
    await codeOf(d.closes(id));
    lands();
    d.chain.units.set(BONK.symbol, 1n);
    await expires();
    expect(await status(id)).toBe('UNKNOWN');
    expect(await d.status(id)).toBe('CLOSING');
  });

  it('is absent though the fees of another one have taken SOL, in which it was to pay', async () => {
    d.chain.luck.push('LOST');
    const { id } = await d.buys({ token: { mint: BONK.symbol, settlement: 'SOL' } });
    expect(await status(id)).toBe('UNKNOWN');
    await d.buys(other, BOB);
    await expires();
    expect(await status(id)).toBe('CANCELED');
  });

  it('is absent though a stranger sends dust of its token and another one has paid', async () => {
    d.chain.luck.push('LOST');
    const { id } = await d.buys();
    d.chain.units.set(BONK.symbol, 1n);
    await d.buys(other, BOB);
    await expires();
    expect(await status(id)).toBe('CANCELED');
    await d.rounds('1', 8);
    const { id: again } = await d.buys();
    expect(await status(again)).toBe('FILLED');
  });

  it('is absent though the wallet has moved by all kinds of booked swaps', async () => {
    const held = await d.buys({ ...other, token: { mint: OTHER, settlement: 'SOL' } }, BOB);
    d.chain.luck.push('LOST', 'REVERTS');
    const { id } = await d.buys({ token: { mint: BONK.symbol, settlement: 'SOL' } });
    await codeOf(d.closes(held.id, null, BOB));
    await d.closes(held.id, null, BOB);
    d.chain.units.set(BONK.symbol, 10_000_000n);
    await expires();
    expect(await status(id), 'a gift of all of it, and not a lamport is missing').toBe('CANCELED');
  });

  it('is never sent on the word of a node that has not seen the last swap', async () => {
    const { id } = await d.buys();
    d.chain.newest = BigInt((await d.last(id)).swap!.slot!) - 1n;
    await codeOf(d.closes(id));
    expect(d.chain.signed).toHaveLength(1);
    d.chain.newest = null;
    d.clock.advance(60_000);
    await d.rounds('1', 1);
    await d.closes(id).catch(() => null);
    expect(await d.status(id)).toBe('MANUAL_CLOSE');
    expect(d.chain.units.get(USDC_MINT)).toBeGreaterThan(990_000_000n);
  });
});
