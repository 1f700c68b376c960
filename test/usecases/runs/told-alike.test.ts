import { expect, it } from 'vitest';
import { loadCode } from '../../../server/adapters/strategy-host/kinds/load-code.ts';
import { openSqlite } from '../../support/databases/databases.ts';
import { LiveRunsDesk } from '../../support/desks/live-runs-desk.ts';
import { barsOf, quotesOf, ran, TEN } from '../../support/values/backtests.ts';

/** A strategy that logs what it receives, by the names and types of the fields. */
const TELLS = `const say = (desk, what, told) => desk.log([what, ...Object.entries(told).map(([name, value]) =>
    name + ' ' + (value instanceof Date ? 'date' : value === null ? 'number' : typeof value)).sort()].join(', '));
  const MEMBERS = ['now', 'cash', 'history', 'quote', 'chain', 'position', 'random', 'log', 'enter', 'exit', 'cancel', 'mode'];
  export default { title: 'T', description: 'D', assetClasses: ['EQUITY'], create: () => ({
    onBar(bar, desk) {
      say(desk, 'bar', bar);
      say(desk, 'desk', Object.fromEntries(MEMBERS.map((name) => [name, desk[name]])));
      const held = desk.position(bar.symbol);
      if (held) say(desk, 'position', held);
      else desk.enter({ symbol: bar.symbol, side: 'BUY', quantity: '2' });
    },
    onQuote(quote, desk) { say(desk, 'quote', quote); },
    onFill(fill, desk) { say(desk, 'fill', fill); },
  }) };`;

it('a strategy at work is told the same as in a backtest, in the same words, and not where it runs', async () => {
  const desk = await LiveRunsDesk.open(openSqlite, { tells: TELLS });
  try {
    const one = desk.server();
    const run = await desk.start(one.store, { id: 'r1', kind: 'tells' });
    for (let n = 0; n < 2; n += 1) await desk.nextMinute();
    const lines = await one.store.lines(run, 0, 100);
    const sorted = (texts: readonly string[]) => [...new Set(texts)].sort();
    const told = sorted(lines.flatMap(({ logged }) => logged));
    expect(told).toEqual([
      'bar, at date, close number, high number, low number, open number, symbol string, volume number',
      'desk, cancel function, cash string, chain function, enter function, exit function, history function, log function, mode undefined, now date, position function, quote function, random function',
      'fill, at date, price number, quantity string, side string, symbol string',
      'position, averagePrice number, quantity string',
      'quote, ask number, at date, bid number, delta number, iv number, symbol string, underlyingPrice number',
    ]);
    const definition = await loadCode({ kind: 'tells', module: TELLS }, {});
    const rows = Array.from({ length: 3 }, () => [10, 10, 10, 10]);
    const quotes = quotesOf(
      [0, 1, 2].map((n) => ({ symbol: 'SPY', at: TEN + n, bid: '9', ask: '10' })),
    );
    const { log } = ran(definition, { bars: [barsOf(rows)], quotes });
    expect(sorted(log.map(({ text }) => text))).toEqual(told);
  } finally {
    await desk.close();
  }
});
