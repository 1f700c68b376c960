import type { SharedConfig } from './shared-config.ts';

/** An address at which no order is real. Only `environment.ts` makes one. */
export type SandboxUrl = string & { readonly kind: 'sandbox' };

/** Configuration of the PAPER book alone. */
export interface PaperConfig {
  readonly tradier: {
    /** The sandbox's URL. */
    readonly url: SandboxUrl;
    /** The token for users who have stored none. */
    readonly token: string | null;
    readonly account: string | null;
  };
}

/** Everything that the PAPER book is built from; nothing of the REAL one is in it. */
export type PaperSide = SharedConfig & { readonly paper: PaperConfig };
