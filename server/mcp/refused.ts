/** A tool's refusal, with one of GraphQL's codes. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** The argument at fault, as a path: `order.quantity`. */
  readonly field: string | undefined;
  /** What else GraphQL's extensions say: `checks`, `current`, `retryAfterMs`, `rule`. */
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: string,
    message: string,
    more: { readonly field?: string; readonly detail?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message);
    this.field = more.field;
    this.detail = more.detail ?? {};
  }
}
