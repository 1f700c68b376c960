/** What the REAL book alone is told; its composition is the only one that is given it. */
export interface RealConfig {
  /** Of Tradier in production. */
  readonly tradierUrl: string;
  readonly solana: { readonly rpcUrl: string | null; readonly keypairFile: string | null };
}
