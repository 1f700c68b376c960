import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * Text of a reference file next to the checkout, e.g. `data/reference/quantlib/option-prices.csv`; `.gz` files
 * are unpacked. Null, with a line on the console, when this machine has none: then skip the test.
 */
export function referenceFile(path: string): string | null {
  const file = new URL(`../../../../shared/${path}`, import.meta.url);
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  }
  console.log(`Skipped: no reference file ${path} beside the checkout.`);
  return null;
}

/** Rows of a CSV without quoted fields, by the names in its first line. */
export function csvRows(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
  });
}
