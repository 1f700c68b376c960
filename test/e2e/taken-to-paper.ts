import type { Assistant } from '../support/servers/assistant.ts';
import { until } from '../support/values/until.ts';

interface Guide {
  readonly ways: readonly {
    readonly title: string;
    readonly steps: readonly { readonly tool: string | null }[];
  }[];
}

interface Strategy {
  readonly id: string;
  readonly name: string;
}

/** What earlier steps returned, for the later ones. */
interface Known {
  strategy: Strategy;
  backtest: { readonly id: string };
}

const ENDED = ['DONE', 'FAILED', 'CANCELED'];

/** How an assistant does each step of the guide, with the results of the steps before. */
const STEPS: Readonly<Record<string, (assistant: Assistant, known: Known) => Promise<unknown>>> = {
  strategies: (assistant) => assistant.data('strategies'),
  save_strategy: async (assistant, known) => {
    const kinds = await assistant.data<{ kind: string }[]>('strategy_kinds');
    const { kind } = kinds.find((each) => each.kind === 'buy-and-hold')!;
    const input = { name: 'by the guide', kind, symbols: ['SPY'], interval: 'ONE_MINUTE' };
    known.strategy = await assistant.data('save_strategy', { input });
  },
  run_backtest: async (assistant, known) => {
    const span = { from: '2026-03-09T14:30:00Z', to: '2026-03-09T15:30:00Z', symbols: ['SPY'] };
    const costs = { fees: { perUnit: '0.01' }, slippagePct: '0.01' };
    const input = { strategyId: known.strategy.id, interval: 'ONE_MINUTE', ...span, ...costs };
    known.backtest = await assistant.data('run_backtest', { input });
  },
  backtest: async (assistant, known) => {
    const done = await until(
      'the end of the backtest',
      async () => {
        const found = await assistant.data<{ status: string }>('backtest', {
          id: known.backtest.id,
        });
        return ENDED.includes(found.status) ? found : null;
      },
      { within: 60_000 },
    );
    if (done.status !== 'DONE') throw new Error(JSON.stringify(done));
  },
  promotion: (assistant, { strategy }) => assistant.data('promotion', { strategyId: strategy.id }),
  start_strategy: (assistant, { strategy }) =>
    assistant.data('start_strategy', { id: strategy.id, mode: 'PAPER' }),
  drift: (assistant) => assistant.data('drift', { mode: 'PAPER' }),
};

/**
 * Follows the guide's way from an idea to PAPER, step by step, up to the step that stops it. A step fails when
 * its tool is not offered, or when this file does not know it.
 */
export async function takenToPaper(assistant: Assistant) {
  const { data } = await assistant.read('twinbook://guide');
  const { ways } = data as Guide;
  const way = ways.find(({ title }) => title.includes('to PAPER'))!;
  const offered = await assistant.names();
  const known = {} as Known;
  const told: string[] = [];
  for (const { tool } of way.steps) {
    if (tool === null || tool === 'stop_strategy') continue;
    const step = STEPS[tool];
    if (!step || !offered.includes(tool)) throw new Error(`The guide says ${tool}`);
    await step(assistant, known);
    told.push(tool);
  }
  return { told, strategy: known.strategy };
}
