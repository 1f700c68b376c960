import type { SharedConfig } from './shared-config.ts';

/** What the PAPER book alone is told. */
export interface PaperConfig {
  readonly tradier: {
    /** Of the sandbox. */
    readonly url: string;
    /** For users who have stored none. */
    readonly token: string | null;
    readonly account: string | null;
  };
}

/** All that the PAPER book is composed from: nothing of the REAL one is in it. */
export type PaperSide = SharedConfig & { readonly paper: PaperConfig };
