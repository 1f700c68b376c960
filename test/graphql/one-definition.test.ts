import { afterAll, beforeAll, expect, it } from 'vitest';
import { dec, sum } from '../../server/domain/decimal.ts';
import { simulatedDesk, type SimulatedDesk } from '../support/desks/simulated-desk.ts';

/** The desk; a figure shown on several screens must be one figure of its server. */
let desk: SimulatedDesk;
let user: string;
beforeAll(async () => {
  desk = await simulatedDesk();
  user = await desk.api.signUp('ada');
});
afterAll(() => desk.close());

/** An option out of the money: a put of SPY, or a call of AAPL whose shares the cash can buy. */
async function otm(right: 'put' | 'call'): Promise<string> {
  const underlying = right === 'put' ? 'SPY' : 'AAPL';
  const expiration = (await desk.market.expirations(underlying)).at(5) ?? '';
  const { rows, underlyingPrice } = await desk.market.chain(underlying, expiration);
  const spot = underlyingPrice ?? 0;
  const row =
    right === 'put'
      ? rows.filter(({ strike }) => strike.lessThan(spot)).at(-3)
      : rows.filter(({ strike }) => strike.greaterThan(spot)).at(2);
  return row?.[right]?.symbol ?? '';
}

const powerNow = async () =>
  (
    await desk.ask<{ portfolio: { buyingPower: string } }>(
      user,
      '{ portfolio(mode: PAPER) { buyingPower } }',
    )
  ).portfolio.buyingPower;

async function sold(right: 'put' | 'call') {
  const symbol = await otm(right);
  const bid = (await desk.market.quotes([symbol])).get(symbol)?.bid;
  const input = {
    ...{ mode: 'PAPER', idempotencyKey: `short-${right}-1`, option: { symbol } },
    ...{ side: 'SELL_TO_OPEN', quantity: '1', orderType: 'LIMIT', limitPrice: bid?.toFixed() },
  };
  const { previewTrade } = await desk.ask<{
    previewTrade: { buyingPowerAfter: string | null; roundTrip: string };
  }>(
    user,
    'query($input: PlaceTradeInput!) { previewTrade(input: $input) { buyingPowerAfter roundTrip } }',
    { input },
  );
  const place = () =>
    desk.ask<{ placeTrade: { entryPrice: string } }>(
      user,
      'mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { entryPrice } }',
      { input },
    );
  return { previewTrade, place, bid: bid?.toFixed() };
}

it('the preview has the buying power that the portfolio has once a short put has filled', async () => {
  const { previewTrade, place, bid } = await sold('put');
  expect((await place()).placeTrade.entryPrice).toBe(bid);
  expect(dec(previewTrade.buyingPowerAfter ?? 0).lessThan(60_000)).toBe(true);
  expect(await powerNow()).toBe(previewTrade.buyingPowerAfter);
  expect(dec(previewTrade.roundTrip).lessThan(0)).toBe(true);
});

it('the preview has none for an uncovered call, and the premium for a covered one', async () => {
  expect((await sold('call')).previewTrade.buyingPowerAfter).toBeNull();
  await desk.ask(user, 'mutation($input: PlaceTradeInput!) { placeTrade(input: $input) { id } }', {
    input: {
      ...{ mode: 'PAPER', idempotencyKey: 'shares-for-cover', equity: { symbol: 'AAPL' } },
      ...{ side: 'BUY', quantity: '100', orderType: 'MARKET' },
    },
  });
  const { previewTrade, place, bid } = await sold('call');
  expect((await place()).placeTrade.entryPrice).toBe(bid);
  expect(await powerNow()).toBe(previewTrade.buyingPowerAfter);
});

it('the preview of a close has what it then realises', async () => {
  const { id, version } = await desk.buyCall(user);
  const close = { id, expectedVersion: version, idempotencyKey: 'close-part-1', quantity: '1' };
  const { previewClose } = await desk.ask<{ previewClose: { realizedPnl: string } }>(
    user,
    'query($input: CloseTradeInput!) { previewClose(input: $input) { realizedPnl } }',
    { input: close },
  );
  const { closeTrade } = await desk.ask<{ closeTrade: { realizedPnl: string } }>(
    user,
    'mutation($input: CloseTradeInput!) { closeTrade(input: $input) { realizedPnl } }',
    { input: close },
  );
  expect(closeTrade.realizedPnl).toBe(previewClose.realizedPnl);
});

it('R is measured to the first stop, and losses at the stops are summed over trades', async () => {
  const { id, version } = await desk.buyCall(user);
  const figures = `riskAtEntry rMultiple initialStopLoss stopLoss entryPrice toStop`;
  type Figures = Record<'riskAtEntry' | 'initialStopLoss' | 'stopLoss' | 'entryPrice', string>;
  const read = async () =>
    (await desk.ask<{ trade: Figures }>(user, `{ trade(id: "${id}") { ${figures} } }`)).trade;
  const before = await read();
  const move = { id, expectedVersion: version, idempotencyKey: 'move-stop-1' };
  await desk.ask(
    user,
    'mutation($input: AdjustBracketInput!) { adjustBracket(input: $input) { id } }',
    { input: { ...move, stopLoss: dec(before.stopLoss).plus('0.5').toFixed(2) } },
  );
  const after = await read();
  expect(after.stopLoss).not.toBe(before.stopLoss);
  expect(after.riskAtEntry).toBe(before.riskAtEntry);
  const lost = dec(after.entryPrice).minus(after.initialStopLoss).times(200);
  expect(after.riskAtEntry).toBe(lost.toFixed());

  await desk.pass(40);
  const { portfolio, trades } = await desk.ask<{
    portfolio: { toStops: string; withoutStop: number };
    trades: { nodes: { toStop: string | null }[] };
  }>(
    user,
    `{ portfolio(mode: PAPER) { toStops withoutStop }
       trades(mode: PAPER, phase: OPEN) { nodes { toStop } } }`,
  );
  const known = trades.nodes.flatMap(({ toStop }) => toStop ?? []);
  expect(dec(portfolio.toStops).toFixed()).toBe(sum(known.map(dec)).toFixed());
  expect(portfolio.withoutStop).toBe(trades.nodes.length - known.length);
});
