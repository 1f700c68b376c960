import type { SharedConfig } from './shared-config.ts';

/** Configuration of the PAPER book alone. */
export interface PaperConfig {
  readonly tradier: {
    /** The sandbox's URL. */
    readonly url: string;
    /** For users who have stored none. */
    readonly token: string | null;
    readonly account: string | null;
  };
}

/** Everything that the PAPER book is built from; nothing of the REAL one is in it. */
export type PaperSide = SharedConfig & { readonly paper: PaperConfig };
