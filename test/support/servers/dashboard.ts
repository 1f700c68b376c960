import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { ServerProcess } from './server-process.ts';
import { Trader } from './trader.ts';

const START_WITHIN_MS = 240_000;

type Env = Readonly<Record<string, string>>;

export interface Looking {
  readonly width?: number;
  readonly height?: number;
  readonly token?: string;
  /** Called before the first address is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Chromium logs this when a page is left or signed out while its socket opens: graphql-ws sends without looking. */
const LEFT_EARLY = 'WebSocket is already in CLOSING or CLOSED state.';

/**
 * The real server as a newcomer starts it, with a browser, for the tests of one file.
 *
 * After each test no page may have logged a console error or called another host, unless the test forgives
 * what it breaks on purpose.
 */
export class Dashboard {
  readonly #faults: string[] = [];
  /** Whether the test has ended its session on purpose. */
  #endsSession = false;
  readonly #contexts: BrowserContext[] = [];
  #users = 0;

  private constructor(
    readonly server: ServerProcess,
    readonly browser: Browser,
  ) {}

  static async start(env: Env): Promise<Dashboard> {
    // Kept over a restart, because an open page has to find its server again.
    let PORT = '0';
    const server = await ServerProcess.start({
      env: () => ({ PORT, ALLOW_SIGN_UP: 'always', ...env }),
    });
    PORT = new URL(server.api.url).port;
    const browser = await sharedBrowser();
    return new Dashboard(server, browser);
  }

  get url(): string {
    return this.server.api.url;
  }

  /** Signs up a new user over the API. */
  async user(name = 'ada'): Promise<Trader> {
    this.#users += 1;
    return Trader.signUp(this.server, `${name}-${this.#users}`);
  }

  /** The token of a new demo, with its simulated past. */
  async demo(): Promise<string> {
    const { startDemo } = await this.server.graphql<{ startDemo: { token: string } }>(
      'mutation { startDemo { token } }',
    );
    return startDemo.token;
  }

  /** Opens a page in its own browser profile, signed in if a token is given. */
  async open(address: string, looking: Looking = {}): Promise<Page> {
    const { width = 1440, height = 900, token, prepare } = looking;
    const context = await this.browser.newContext({
      viewport: { width, height },
      locale: 'en-US',
      timezoneId: 'America/New_York',
    });
    this.#contexts.push(context);
    if (token) {
      const cookie = { name: 'twinbook_session', value: token, url: this.url, httpOnly: true };
      await context.addCookies([{ ...cookie, sameSite: 'Strict' }]);
    }
    const page = await this.another(context);
    await prepare?.(page);
    await page.goto(this.url + address);
    return page;
  }

  /** Opens one more tab of a profile. */
  async another(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('console', (said) => {
      if (said.type() === 'error' && said.text() !== LEFT_EARLY) this.#faults.push(said.text());
    });
    page.on('pageerror', (error) => this.#faults.push(error.message));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.url) {
        this.#faults.push(`${page.url()} asked ${origin}`);
      }
    });
    return page;
  }

  forgive(expected: RegExp): void {
    const others = this.#faults.filter((fault) => !expected.test(fault));
    this.#faults.splice(0, Infinity, ...others);
  }

  /** Forgives reads that are refused because the session ends; the browser may log them only after the test. */
  forgiveRefusedReads(): void {
    this.#endsSession = true;
  }

  async finishTest(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    if (this.#endsSession) this.forgive(/status of 401/);
    this.#endsSession = false;
    expect(this.#faults.splice(0)).toEqual([]);
  }

  async close(): Promise<void> {
    await this.server.close();
  }
}

/** A dashboard that is started before the tests of a file and closed after them. */
export function useDashboard(env: () => Env = () => ({})): () => Dashboard {
  let dashboard: Dashboard | undefined;
  const present = () => {
    if (!dashboard) throw new Error('The dashboard has not started');
    return dashboard;
  };
  beforeAll(async () => void (dashboard = await Dashboard.start(env())), START_WITHIN_MS);
  afterEach(() => dashboard?.finishTest());
  afterAll(() => dashboard?.close());
  return present;
}
