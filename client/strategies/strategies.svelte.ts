import type { Client } from '@urql/svelte';
import {
  DataSetsDocument,
  LastBacktestsDocument,
  StrategiesDocument,
  type BacktestRowFragment,
  type KindPartsFragment,
  type StrategyPartsFragment,
} from '../gql/graphql.ts';
import type { Link } from '../lib/link.svelte.ts';
import { Live } from '../lib/live.ts';
import { evidenceOf, NextGates } from './next-gates.svelte.ts';
import type { DataSet } from './run-draft.svelte.ts';

/** The reader's strategies, the kinds there are, their newest backtests and the imported data. */
export class Strategies {
  readonly #lists;
  readonly #runs;
  readonly #sets;
  readonly gates: NextGates;
  #created = $state<string | null>(null);

  constructor(client: Client, link: Link) {
    this.#lists = new Live(client, link, { query: StrategiesDocument, variables: {} });
    this.#runs = new Live(client, link, { query: LastBacktestsDocument, variables: {} });
    this.gates = new NextGates(client);
    this.#sets = new Live(client, link, { query: DataSetsDocument, variables: {} });
  }

  /** Null before the first answer. */
  get all(): readonly StrategyPartsFragment[] | null {
    return this.#lists.current?.strategies ?? null;
  }

  get kinds(): readonly KindPartsFragment[] {
    return this.#lists.current?.strategyKinds ?? [];
  }

  /** Null before the first answer. */
  get sets(): readonly DataSet[] | null {
    return this.#sets.current?.dataSets ?? null;
  }

  get error() {
    return this.#lists.error;
  }

  get setsError() {
    return this.#sets.error;
  }

  /** Reads the strategies and their kinds again. */
  look(): void {
    this.#lists.refresh();
  }

  kindOf(name: string): KindPartsFragment | null {
    return this.kinds.find(({ kind }) => kind === name) ?? null;
  }

  /** A strategy's newest backtest; null when it has none, 'older' when none is among the newest hundred. */
  lastOf(strategyId: string): BacktestRowFragment | 'older' | null | undefined {
    const page = this.#runs.current?.backtests;
    if (!page) return undefined;
    const found = page.nodes.find((run) => run.strategyId === strategyId);
    return found ?? (page.pageInfo.hasNextPage ? 'older' : null);
  }

  /** What the next gate of a strategy is judged by, as far as the list knows. */
  evidenceOf(strategy: StrategyPartsFragment): string {
    const last = this.lastOf(strategy.id);
    return evidenceOf(strategy, typeof last === 'object' ? last : null);
  }

  /** @param id of a strategy just created: until the list has it, it is awaited, not missing. */
  stored(id: string | null = null): void {
    if (id !== null) this.#created = id;
    this.#lists.refresh();
  }

  awaits(id: string | null): boolean {
    return id !== null && id === this.#created && !this.all?.some((each) => each.id === id);
  }

  ran(): void {
    this.#runs.refresh();
  }

  imported(): void {
    this.#sets.refresh();
  }
}
