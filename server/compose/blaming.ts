import { redactText } from '../adapters/system/redact.ts';
import { ConfigError } from '../config/problems.ts';

/** Reports a failure at start by the variable that led to it. @throws {ConfigError} */
export async function blaming<T>(variable: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ConfigError([`${variable}: ${redactText(reasonOf(error))}`]);
  }
}

/** A host with several addresses fails once per address and gives no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? '';
}
