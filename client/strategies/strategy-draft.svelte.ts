import { SvelteMap } from 'svelte/reactivity';
import type {
  CandleInterval,
  KindPartsFragment,
  StrategyInput,
  StrategyPartsFragment,
} from '../gql/graphql.ts';
import { typed } from '../lib/exact.ts';
import { money } from '../lib/format.ts';
import { shownInterval } from './interval-names.ts';
import {
  faultOf,
  parametersOf,
  sameValue,
  shownValue,
  textOf,
  textsOf,
  valueOf,
  type Parameter,
} from './parameters.ts';
import { symbolsOf } from './symbols.ts';

const LONGEST_NAME = 64;

export interface StrategyChange {
  readonly key: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A strategy being written. Nothing is stored before the reader confirms. */
export class StrategyDraft {
  name = $state('');
  kind = $state('');
  symbols = $state('');
  interval = $state<CandleInterval | ''>('');
  budget = $state('');
  readonly #texts = new SvelteMap<string, string>();

  /** `base`: the stored strategy; null for a new one. */
  constructor(
    readonly base: StrategyPartsFragment | null,
    private readonly kinds: () => readonly KindPartsFragment[],
    from: StrategyPartsFragment | null = base,
  ) {
    if (!from) return;
    this.name = base ? from.name : `${from.name} copy`.slice(0, LONGEST_NAME);
    this.kind = from.kind;
    this.symbols = from.symbols.join(' ');
    this.interval = from.interval ?? '';
    this.budget = from.budget ?? '';
    for (const [name, text] of Object.entries(textsOf(from.parameters))) this.set(name, text);
  }

  get of(): KindPartsFragment | null {
    return this.kinds().find(({ kind }) => kind === this.kind) ?? null;
  }

  readonly parameters: readonly Parameter[] = $derived.by(() => parametersOf(this.of?.parameters));

  textOf(name: string): string {
    return this.#texts.get(name) ?? '';
  }

  set(name: string, text: string): void {
    this.#texts.set(name, text);
  }

  /** Why a field cannot be stored as it is, by its name in the API. */
  readonly faults: Readonly<Record<string, string>> = $derived.by(() => {
    const faults: Record<string, string> = {};
    if (this.name.trim() === '') faults['name'] = 'A name of 1 to 64 characters.';
    if (this.kind === '') faults['kind'] = 'Choose a kind.';
    else if (this.of?.error) faults['kind'] = 'This kind cannot be loaded.';
    if (this.budget.trim() !== '' && !typed(this.budget)?.gt(0)) {
      faults['budget'] = 'Dollars above 0, or empty.';
    }
    for (const parameter of this.parameters) {
      const fault = faultOf(parameter, this.textOf(parameter.name));
      if (fault) faults[`parameters.${parameter.name}`] = fault;
    }
    return faults;
  });

  /** What differs from the stored strategy; empty for a new one. */
  readonly changes: readonly StrategyChange[] = $derived.by(() => {
    if (!this.base) return [];
    const base = this.base;
    return this.#rows(base).filter((row) => row.changed);
  });

  /** Whether a change alters how the strategy trades, so that its record begins anew. */
  readonly beginsAnew: boolean = $derived.by(() =>
    this.changes.some(({ key }) => key !== 'name' && key !== 'budget'),
  );

  /** Each field as another stored version has it, and as it is in this draft. */
  against(other: StrategyPartsFragment): readonly StrategyChange[] {
    return this.#rows(other);
  }

  #rows(base: StrategyPartsFragment) {
    const words = symbolsOf(this.symbols).join(' ');
    const plain = [
      ['name', 'Name', base.name, this.name.trim()],
      ['kind', 'Kind', base.kind, this.kind],
      ['symbols', 'Symbols', base.symbols.join(' '), words],
      [
        'interval',
        'Interval',
        shownInterval(base.interval, null),
        shownInterval(this.interval, null),
      ],
      ['budget', 'Budget', budgetText(base.budget), budgetText(this.budget)],
    ] as const;
    const stored = textsOf(base.parameters);
    return [
      ...plain.map(([key, name, from, to]) => ({ key, name, from, to, changed: from !== to })),
      ...this.parameters.map((of) => {
        const [was, is] = [stored[of.name] ?? '', this.textOf(of.name)];
        const shown = (text: string) => shownValue(of, text.trim() || of.byDefault);
        const changed = this.kind === base.kind && !sameValue(of, was, is);
        return {
          key: `parameters.${of.name}`,
          name: of.name,
          from: shown(was),
          to: shown(is),
          changed,
        };
      }),
    ];
  }

  input(expectedVersion: number | null): StrategyInput {
    const given = this.parameters.filter(({ name }) => this.textOf(name).trim() !== '');
    return {
      ...(this.base && { id: this.base.id, expectedVersion }),
      name: this.name.trim(),
      kind: this.kind,
      parameters: Object.fromEntries(
        given.map((of) => [of.name, valueOf(of, this.textOf(of.name))]),
      ),
      symbols: symbolsOf(this.symbols),
      interval: this.interval || null,
      budget: typed(this.budget)?.toFixed() ?? null,
    };
  }
}

function budgetText(budget: string | null | undefined): string {
  const amount = typed(textOf(budget));
  return amount ? money(amount) : 'none';
}
