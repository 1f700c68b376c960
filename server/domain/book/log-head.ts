import type { TradingMode } from '../mode.ts';

/** The last event of a user's log at some time, by its hash. Kept elsewhere, it says what the log must contain. */
export interface LogHead {
  readonly mode: TradingMode;
  readonly username: string;
  readonly hash: string;
}

const HEAD = /^(?<mode>PAPER|REAL):(?<username>[^:]+):(?<hash>[0-9a-f]{64})$/;

/** `PAPER:ada:` and the hash: as Safety shows it and `verify-audit` takes it. */
export function headText({ mode, username, hash }: LogHead): string {
  return `${mode}:${username}:${hash}`;
}

/** Null for what is no head. */
export function parseHead(text: string): LogHead | null {
  const parts = HEAD.exec(text)?.groups as { [part in keyof LogHead]: string } | undefined;
  return parts ? { ...parts, mode: parts.mode as TradingMode } : null;
}
