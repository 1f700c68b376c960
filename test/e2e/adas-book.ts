import type { Trader, WireBatch } from '../support/servers/trader.ts';
import { Strategist } from '../support/servers/strategist.ts';
import { until } from '../support/values/until.ts';
import { MARKER, type Hers } from './hers.ts';

/** Gives Ada a trade with an alert, a session, an API token, a forecast and a strategy; returns their ids. */
export async function adasBook(ada: Trader): Promise<{ hers: Hers; cursor: string }> {
  const changes = await ada.changes();
  const context = { notes: MARKER, strategy: MARKER, tags: [MARKER] };
  // The target is so far off that it raises an alert.
  const bracket = { stopLoss: '0.05', takeProfit: '900' };
  const ticket = await ada.ticket({ context, bracket });
  const { id } = await ada.place(ticket);
  await changes.one('her trade is open', ({ events }: WireBatch) =>
    events.some(({ trade }) => trade.status === 'OPEN'),
  );
  const { cursor } = changes.all.at(-1)!;
  await changes.close();
  const ids = await until('her alert', async () => {
    const found = await ada.ask<{
      alerts: { nodes: { id: string }[] };
      sessions: { id: string }[];
    }>('{ alerts(mode: PAPER) { nodes { id } } sessions { id } }');
    return found.alerts.nodes.length > 0 && found;
  });
  const { createApiToken } = await ada.ask<{ createApiToken: { id: string } }>(
    'mutation { createApiToken(name: "hers", scopes: [READ]) { id } }',
  );
  const { recordForecast } = await ada.ask<{ recordForecast: { id: string } }>(
    forecastBy('adas-forecast'),
  );
  const hers = {
    ...(await aStrategy(ada, MARKER)),
    trade: await ada.trade(id),
    key: ticket.idempotencyKey,
    alert: ids.alerts.nodes[0]!.id,
    session: ids.sessions[0]!.id,
    apiToken: createApiToken.id,
    forecast: recordForecast.id,
  };
  return { hers, cursor };
}

/** A mutation that records a forecast under this key. */
export function forecastBy(key: string): string {
  const horizon = new Date(Date.now() + 3_600_000).toISOString();
  return `mutation { recordForecast(input: { symbol: "SPY", claim: AT_INSTANT, side: AT_OR_ABOVE,
    level: "1", horizon: "${horizon}", probability: 0.9, verdict: BUY, model: "${key}",
    rationale: "${MARKER}", idempotencyKey: "${key}" }) { id } }`;
}

/** Makes a strategy with data, a backtest and a sweep. */
export async function aStrategy(user: Trader, name: string) {
  const strategist = await Strategist.at(user.server.api, user.token);
  const rows = ['symbol,at,open,high,low,close', 'SPY,2026-03-02T14:30:00Z,1,1,1,1'].join('\n');
  const { id: dataSet } = await strategist.import(name, rows, 'ONE_MINUTE');
  const strategy = await strategist.save({ name, kind: 'coin-flip' });
  const span = strategist.span(Date.parse('2026-03-02T14:30:00Z'), 10);
  const base = { strategyId: strategy, dataSet: name, ...span };
  const { id: backtest } = await strategist.run(base);
  const sweep = await strategist.sweep({ base, grid: { every: [5, 10] } });
  return { strategy, dataSet, backtest, sweep };
}

/** The names of Ada's data that a text contains. */
export function namesOfHers(hers: Hers, text: string): readonly string[] {
  const orders = hers.trade.orders.flatMap(({ id, tag }) => [id, tag]);
  const { trade, alert, session, apiToken, key, forecast } = hers;
  const { strategy, backtest, sweep, dataSet } = hers;
  const ids = [trade.id, alert, session, apiToken, strategy, backtest, sweep, dataSet, forecast];
  const names = [...ids, key, MARKER, '"ada"', ...orders];
  return names.filter((name) => text.includes(name));
}

/** The text without the ids that Bob sent, which he may get back. */
export function withoutAskedIds(hers: Hers, text: string): string {
  const { strategy, backtest, sweep, dataSet } = hers;
  const asked = [hers.trade.id, hers.alert, hers.session, strategy, backtest, sweep, dataSet];
  return asked.reduce((rest, id) => rest.replaceAll(id, ''), text);
}
