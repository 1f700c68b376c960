import { referenceFile } from './reference-file.ts';

export interface CaseOrder {
  readonly id: string;
  readonly side: 'buy' | 'sell';
  readonly type: string;
  readonly qty: number;
  readonly limit?: number;
  readonly stop?: number;
  readonly tif?: string;
}

export interface CaseOutcome {
  readonly status?: string;
  readonly filled_qty?: number;
  readonly avg_price?: number;
  readonly stop_triggered?: boolean;
  readonly expired?: boolean;
}

export interface CaseStep {
  readonly event: string;
  readonly t?: string;
  readonly o?: number;
  readonly h?: number;
  readonly l?: number;
  readonly c?: number;
  readonly last?: number;
  readonly bid?: number;
  readonly ask?: number;
  readonly ask_size?: number;
  readonly bid_size?: number;
  readonly qty?: number;
  readonly price?: number;
  readonly order?: string;
  readonly orders?: readonly string[] | Readonly<Record<string, CaseOutcome>>;
  readonly asks?: readonly (readonly [price: number, size: number])[];
  readonly expect?: Readonly<Record<string, CaseOutcome>>;
}

export interface LifecycleCase {
  readonly id: string;
  readonly category: string;
  readonly given: {
    readonly instrument: {
      readonly symbol?: string;
      readonly underlying?: string;
      readonly right?: 'call' | 'put';
      readonly strike?: number;
      readonly multiplier?: number;
      readonly settlement?: string;
    };
    readonly orders?: readonly CaseOrder[];
    readonly cash?: number;
    readonly positions?: readonly { readonly qty: number; readonly avg_price: number }[];
  };
  readonly steps: readonly CaseStep[];
  readonly expect: {
    readonly orders?: Readonly<Record<string, CaseOutcome>>;
    readonly in_the_money?: boolean;
    readonly cash?: number;
    readonly realised_pnl?: number;
    readonly open_orders?: readonly string[];
    readonly open_positions?: number;
    readonly option_close_price?: number;
    readonly option_close?: { readonly price: number };
    readonly underlying_fill?: { readonly side: string; readonly price: number } | null;
    readonly positions?: { readonly underlying: { readonly qty: number } };
  };
}

/** The published cases; empty without such a file. */
export function lifecycleCases(): readonly LifecycleCase[] {
  const text = referenceFile('data/cases/order-lifecycle.json');
  return text === null ? [] : (JSON.parse(text) as { cases: LifecycleCase[] }).cases;
}
