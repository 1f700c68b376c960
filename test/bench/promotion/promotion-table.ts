import { passedShare, type PassedShare } from './measure-promotion.ts';
import { WITH_EDGE, WITHOUT_EDGE, type Source } from './simulated-strategies.ts';

/** Two Markdown tables: which strategies pass without an edge, and how soon others pass with one. */
export function promotionTables(sizes: {
  readonly strategies: number;
  readonly trades: number;
  readonly edged: number;
  readonly edgedTrades: number;
}): string {
  const without = measured(WITHOUT_EDGE, sizes.strategies, sizes.trades);
  const edged = measured(WITH_EDGE, sizes.edged, sizes.edgedTrades);
  return [
    `${sizes.strategies} strategies of each kind without an edge, looked at after each of ${sizes.trades} trades`,
    table(
      ['results', 'pass EXPECTANCY', 'fail it', 'pass the interval of one look'],
      without,
      (each) => [...[each.name, share(each.gate), share(each.fail), share(each.oneLook)]],
    ),
    `${sizes.edged} strategies of each kind with an edge, in multiples of what is at risk`,
    table(
      ['results', `pass within ${sizes.edgedTrades} trades`, 'median trades'],
      edged,
      (each) => [...[each.name, share(each.gate), each.median?.toString() ?? 'more']],
    ),
  ].join('\n\n');
}

function measured(sources: readonly Source[], strategies: number, trades: number) {
  return sources.map((source) => {
    console.error(`Following ${strategies} × ${source.name}`);
    return passedShare(source, strategies, trades);
  });
}

function table(
  head: readonly string[],
  rows: readonly PassedShare[],
  cellsOf: (row: PassedShare) => readonly string[],
): string {
  return [head, head.map(() => '---'), ...rows.map(cellsOf)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function share(value: number): string {
  return `${(100 * value).toFixed(2)} %`;
}
