import type { Username } from '../ids.ts';
import type { TradingMode } from '../mode.ts';

/** The hash of a user's last log event at some time. Stored elsewhere, it proves what the log must contain. */
export interface LogHead {
  readonly mode: TradingMode;
  readonly username: Username;
  readonly hash: string;
}

const HEAD = /^(?<mode>PAPER|REAL):(?<username>[^:]+):(?<hash>[0-9a-f]{64})$/;

/** `PAPER:ada:` and the hash: the form that Safety shows and `verify-audit` takes. */
export function headText({ mode, username, hash }: LogHead): string {
  return `${mode}:${username}:${hash}`;
}

/** Null for anything that is not a head. */
export function parseHead(text: string): LogHead | null {
  const parts = HEAD.exec(text)?.groups as { [part in keyof LogHead]: string } | undefined;
  return parts ? { ...parts, mode: parts.mode as TradingMode } : null;
}
