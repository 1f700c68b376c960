import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { oneAtATime } from '../runner/one-at-a-time.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // Saves two processes: drawing and fetching become threads of the browser.
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
];
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

let running: Promise<Browser> | undefined;

/** The one browser of this worker, for all its test files; it ends with the worker. */
export async function sharedBrowser(): Promise<Browser> {
  const started = await running?.catch(() => undefined);
  if (started?.isConnected()) return started;
  return (running = launchBrowser());
}

/** `CHROMIUM_PATH`, the machine's own browser, or else the one in an npm package. */
async function launchBrowser(): Promise<Browser> {
  const own = [process.env.CHROMIUM_PATH, ...INSTALLED].find((file) => file && existsSync(file));
  if (own) return chromium.launch({ executablePath: own, args: FLAGS });
  return chromium.launch({
    executablePath: await unpackedChromium(),
    args: [...FLAGS, '--headless=shell', '--no-zygote'],
  });
}

/** Unpacks one at a time: a second test file in parallel would take a half-written browser for a whole one. */
function unpackedChromium(): Promise<string> {
  // Makes the package bring its own NSS libraries, for bare machines; read when it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  return oneAtATime('chromium', async () => {
    const { default: packaged } = await import('@sparticuz/chromium');
    packaged.setGraphicsMode = false;
    return packaged.executablePath();
  });
}
