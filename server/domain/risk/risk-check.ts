/** One rule that an entry was held against. `limit` and `actual` are for reading. */
export interface RiskCheck {
  readonly rule: string;
  readonly passed: boolean;
  readonly limit: string | null;
  readonly actual: string | null;
  readonly message: string;
}
