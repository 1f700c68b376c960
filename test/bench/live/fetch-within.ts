/**
 * The whole answer as text. @throws when there is none after so many milliseconds, or when it breaks off: a
 * caller must not wait forever for a server that is killed or frozen.
 */
export async function fetchWithin(
  ms: number,
  url: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const controller = new AbortController();
  // `AbortSignal.timeout` may be collected before it aborts.
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    const response = await fetch(url, { ...init, signal: controller.signal });
    return { status: response.status, text: await response.text() };
  } finally {
    clearTimeout(timer);
  }
}
