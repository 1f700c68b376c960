/** An address at which orders are real. Only `environment.ts` makes one. */
export type LiveUrl = string & { readonly kind: 'live' };

/** Configuration of the REAL book alone; only its composition receives it. */
export interface RealConfig {
  /** Tradier's production URL. */
  readonly tradierUrl: LiveUrl;
  readonly solana: {
    readonly rpcUrl: string | null;
    readonly keypairFile: string | null;
    /** Mints that REAL may enter although an authority may mint or freeze them, beyond those that the desk knows. */
    readonly allowedMints: readonly string[];
  };
}
