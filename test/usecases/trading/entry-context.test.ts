import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OratsClient } from '../../../server/adapters/orats/orats-client.ts';
import { OratsFigures } from '../../../server/adapters/orats/orats-figures.ts';
import { UserSources } from '../../../server/adapters/routing/user-sources.ts';
import { SimulatedMarket } from '../../../server/adapters/simulated/simulated-market.ts';
import type { TicketInput } from '../../../server/domain/ticket/ticket.ts';
import { FakeClock } from '../../support/fakes/fake-clock.ts';
import { TradierDesk } from '../../support/desks/tradier-desk.ts';
import { OratsEmulator } from '../../venues/orats-emulator.ts';

const SPY = { ivRank1y: 17.49, ivPct1y: 12.75, ivRank1m: 3, clsHv30d: 18.2, nextErn: '0000-00-00' };

describe('the context of an entry', () => {
  let t: TradierDesk;
  let orats: OratsEmulator;
  beforeEach(async () => {
    t = await TradierDesk.start();
    orats = await OratsEmulator.start(t.clock.now());
    orats.setFigures('SPY', SPY);
    const { clock, log } = t;
    const client = new OratsClient({ baseUrl: orats.url, token: orats.token, clock, log });
    const figures = new OratsFigures(client, clock);
    t.restart((deps) => {
      const make = async () => ({
        market: await deps.sources.of('', 'SIMULATED'),
        snapshots: null,
      });
      const sources = new UserSources('PAPER', {
        TRADIER_SANDBOX: async () => ({ ...(await make()), figures }),
      });
      return { ...deps, sources };
    });
  });
  afterEach(async () => {
    await orats.close();
    await t.close();
  });

  async function contextOf(context: TicketInput['context'] = null) {
    const { id } = await t.place({ context });
    return (await t.stored(id)).trade.context;
  }
  const asked = () => orats.count('GET /ivrank') + orats.count('GET /cores');

  it('is filled in when the caller left it out, with its source', async () => {
    expect(await contextOf({ strategy: 'wheel' })).toMatchObject({
      ...{ strategy: 'wheel', ivRank: 17.49, ivPercentile: 12.75, hv30: 0.182 },
      ...{ earningsDate: null, contextSource: 'orats' },
    });
  });

  it('stays the caller’s when it was given, whole or in part', async () => {
    const given = { ivRank: 50, ivPercentile: 60, hv30: 0.3, earningsDate: '2026-04-01' };
    expect(await contextOf(given)).toMatchObject({ ...given, contextSource: null });
    expect(asked()).toBe(0);
    expect(await contextOf({ ivRank: 0 })).toMatchObject({ ivRank: 0, ivPercentile: 12.75 });
  });

  it('stays as it was at entry, whatever comes later', async () => {
    const { id } = await t.place();
    orats.setFigures('SPY', { ...SPY, ivRank1y: 99 });
    t.pass(86_400);
    await t.sync();
    expect((await t.stored(id)).trade.context.ivRank).toBe(17.49);
  });

  it('costs two requests per day and underlying', async () => {
    await contextOf();
    await contextOf();
    expect(asked()).toBe(2);
    t.pass(86_400);
    await contextOf();
    expect(asked()).toBe(4);
  });

  it.each([
    ['is over its quota', { status: 429, text: 'Too many requests' }],
    ['is down', { status: 503, text: 'down' }],
    ['does not answer in JSON', { status: 200, text: '<html>' }],
  ])('stays unknown when ORATS %s, and the entry is placed', async (_, misfortune) => {
    orats.fail('GET /ivrank', misfortune, 9);
    orats.fail('GET /cores', misfortune, 9);
    expect(await contextOf()).toMatchObject({ ivRank: null, hv30: null, contextSource: null });
    await contextOf();
    expect(asked()).toBe(2);
  });

  it('does not keep an entry waiting', async () => {
    orats.fail('GET /ivrank', { silent: true }, 9);
    orats.fail('GET /cores', { silent: true }, 9);
    const started = performance.now();
    expect(await contextOf()).toMatchObject({ ivRank: null, contextSource: null });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('uses what a row with missing fields has', async () => {
    orats.missingFields.add('ivRank1y').add('clsHv30d');
    orats.setFigures('SPY', { ...SPY, orHv30d: 21 });
    expect(await contextOf()).toMatchObject({ ivRank: null, ivPercentile: 12.75, hv30: 0.21 });
  });

  it.each([
    [{ clsHv30d: 0.182 }, { hv30: null }],
    [{ ivRank1y: 140 }, { ivRank: null }],
    [{ nextErn: '2026-03-10' }, { earningsDate: '2026-03-10' }],
    [{ nextErn: '2026-03-09' }, { earningsDate: null }],
  ])('rejects an impossible value: %o', async (facts, context) => {
    orats.setFigures('SPY', { ...SPY, ...facts });
    expect(await contextOf()).toMatchObject(context);
  });
});

describe('the figures of the simulated market', () => {
  const figures = (at: string) =>
    new SimulatedMarket(new FakeClock(new Date(at)), 20_260_105).figures('TSLA');

  it('are its model’s: within their bounds, the same when asked again, others a month later', async () => {
    const march = await figures('2026-03-10T16:00:00Z');
    expect(march).toEqual(await figures('2026-03-10T16:00:00Z'));
    expect(march).not.toEqual(await figures('2026-04-10T16:00:00Z'));
    const { ivRank, ivPercentile, hv30 } = march!;
    for (const points of [ivRank, ivPercentile]) {
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(100);
    }
    // TSLA's volatility is 0.55 in the model.
    expect(hv30).toBeGreaterThan(0.3);
    expect(hv30).toBeLessThan(0.9);
  });

  it('are unknown for a symbol that it does not list', async () => {
    const market = new SimulatedMarket(new FakeClock(), 1);
    expect(await market.figures('XYZ')).toBeNull();
  });
});
