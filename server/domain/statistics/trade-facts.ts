import type { Layout, Row, Shape } from '../columns/layout.ts';
import type { Names } from '../columns/names.ts';

/** The facts of a trade that filters read. */
export interface TradeFacts {
  readonly id: string;
  readonly symbol: string;
  readonly underlying: string | null;
  readonly assetClass: string;
  readonly strategy: string | null;
  readonly aiModel: string | null;
  readonly status: string;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  /** Sign of `netPnl` of a closed trade with a fill; otherwise null. */
  readonly outcome: number | null;
  readonly tags: readonly string[];
}

export interface FactsShape extends Shape {
  readonly numbers: 'openedAt' | 'closedAt' | 'outcome';
  readonly codes:
    'symbol' | 'underlying' | 'assetClass' | 'strategy' | 'aiModel' | 'status' | 'tags';
}

export const FACTS: Pick<Layout<FactsShape>, 'numbers' | 'codes'> = {
  numbers: ['openedAt', 'closedAt', 'outcome'],
  codes: ['symbol', 'underlying', 'assetClass', 'strategy', 'aiModel', 'status', 'tags'],
};

export function factsOf(
  facts: TradeFacts,
  names: Names,
): Pick<Row<FactsShape>, 'numbers' | 'codes'> {
  const code = (text: string | null) => names.codeOf(text);
  return {
    numbers: {
      openedAt: facts.openedAt?.getTime() ?? NaN,
      closedAt: facts.closedAt?.getTime() ?? NaN,
      outcome: facts.outcome ?? NaN,
    },
    codes: {
      symbol: code(facts.symbol),
      underlying: code(facts.underlying),
      assetClass: code(facts.assetClass),
      strategy: code(facts.strategy),
      aiModel: code(facts.aiModel),
      status: code(facts.status),
      tags: names.codeOfList(facts.tags),
    },
  };
}
