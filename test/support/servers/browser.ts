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
];
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** `CHROMIUM_PATH`, the machine's own browser, or else the one in an npm package. */
export async function launchBrowser(): Promise<Browser> {
  const own = [process.env.CHROMIUM_PATH, ...INSTALLED].find((file) => file && existsSync(file));
  if (own) return chromium.launch({ executablePath: own, args: FLAGS });
  return chromium.launch({
    executablePath: await unpackedChromium(),
    args: [...FLAGS, '--headless=shell', '--no-zygote'],
  });
}

/** Test files run in parallel, and a half-written browser would look unpacked to the second one. */
function unpackedChromium(): Promise<string> {
  // Makes the package bring its own NSS libraries, for bare machines; read when it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  return oneAtATime('chromium', async () => {
    const { default: packaged } = await import('@sparticuz/chromium');
    packaged.setGraphicsMode = false;
    return packaged.executablePath();
  });
}
