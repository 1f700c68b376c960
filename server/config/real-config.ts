/** Configuration of the REAL book alone; only its composition receives it. */
export interface RealConfig {
  /** Tradier's production URL. */
  readonly tradierUrl: string;
  readonly solana: { readonly rpcUrl: string | null; readonly keypairFile: string | null };
}
