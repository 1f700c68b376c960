/** Structured log; adapters redact secrets before anything is written. */
export interface Log {
  info(message: string, detail?: object): void;
  warn(message: string, detail?: object): void;
  error(message: string, detail?: object): void;
}
