import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { loadServerAddress } from '../config.ts';
import { ConfigError } from '../config/problems.ts';
import { Forwarder, type ServerAddress } from '../mcp/bridge/forwarder.ts';
import { StdioBridge } from '../mcp/bridge/stdio-bridge.ts';

const NO_TOKEN =
  'TWINBOOK_TOKEN is not set. Make an API token on the dashboard, under Settings, and give it to the host of this program.';

/** A problem answers each request, so that the host reads it: a program that ends at once looks like a crash. */
function addressOrProblem(): ServerAddress | string {
  try {
    const { url, token } = loadServerAddress();
    return token === null ? NO_TOKEN : { url, token };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.join('; ');
  }
}

/** `npm run -s mcp`: stdout is the host's alone, words for people go to stderr. */
const address = addressOrProblem();
if (typeof address === 'string') console.error(address);
const tell = (line: string) => console.error(line);
const bridge = new StdioBridge(new StdioServerTransport(), new Forwarder(address), tell);

/** How long the last answers may take: long enough for what was asked, though the host may be gone. */
const LAST_ANSWERS_MS = 5_000;

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(0), LAST_ANSWERS_MS).unref();
  void bridge.end().then(() => process.exit(0));
}

process.stdin.once('end', end).once('close', end).once('error', end);
process.stdout.once('error', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
await bridge.start();
