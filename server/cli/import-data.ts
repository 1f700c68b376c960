import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { loadServerAddress } from '../config.ts';
import { ConfigError } from '../config/problems.ts';

const USE = 'Say what to import: npm run import-data -- NAME FILE… [--interval ONE_MINUTE]';

interface Answer {
  readonly rows?: number;
  readonly hash?: string;
  readonly errors?: readonly {
    readonly line?: number;
    readonly field?: string;
    readonly reason?: string;
    readonly message?: string;
  }[];
}

/** `npm run import-data -- NAME FILE… [--interval …]`: sends files to the server in turn. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { interval: { type: 'string' } },
  });
  const [name, ...files] = positionals;
  if (name === undefined || files.length === 0) throw new ConfigError([USE]);
  const { url, token } = loadServerAddress();
  if (token === null)
    throw new ConfigError(['TWINBOOK_TOKEN: needed, an API token with a TRADE scope']);
  const query = values.interval === undefined ? '' : `?interval=${values.interval}`;
  const address = `${url}/data/${encodeURIComponent(name)}${query}`;
  for (const file of files) {
    const { rows, hash } = await send(address, token, file);
    console.log(`${file}: ${name} has ${rows} rows now, hash ${hash}`);
  }
}

async function send(address: string, token: string, file: string): Promise<Answer> {
  const isJson = path.extname(file).toLowerCase() === '.json';
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': isJson ? 'application/json' : 'text/csv',
    },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
  });
  const answer = (await response.json().catch(() => ({}))) as Answer;
  if (response.ok) return answer;
  const lines = (answer.errors ?? []).map(({ line, field, reason, message }) =>
    line === undefined ? `${message}` : `${file}:${line}: ${field}: ${reason}`,
  );
  throw new ConfigError(lines.length > 0 ? lines : [`${address} answered ${response.status}`]);
}

try {
  await main();
} catch (error) {
  const known = error instanceof ConfigError || error instanceof TypeError;
  console.error(known ? wordsOf(error) : error);
  process.exitCode = 1;
}

/** When the server does not answer, the cause says more than the error. */
function wordsOf({ message, cause }: Error): string {
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
