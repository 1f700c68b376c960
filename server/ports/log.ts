/** Structured log. Adapters redact secrets before they write. */
export interface Log {
  info(message: string, detail?: object): void;
  warn(message: string, detail?: object): void;
  error(message: string, detail?: object): void;
}
