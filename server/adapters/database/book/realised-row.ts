import { dec, type Decimal } from '../../../domain/decimal.ts';

/** An amount realised, and the last time it changed. */
export interface Part {
  readonly at: Date;
  readonly realizedPnl: Decimal;
  readonly fees: Decimal;
}

export interface StoredPart {
  readonly trade_id: string;
  readonly date: string;
  readonly last_at: number;
  readonly realized_pnl: string;
  readonly fees: string;
}

export function fromRow({ last_at, realized_pnl, fees }: StoredPart): Part {
  return { at: new Date(last_at), realizedPnl: dec(realized_pnl), fees: dec(fees) };
}
