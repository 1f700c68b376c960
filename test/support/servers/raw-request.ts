import http from 'node:http';

/** A request with exactly these headers; `fetch` would not send our Host or Origin. */
export function rawRequest(
  url: string,
  { method, headers, body }: { method: string; headers: Record<string, string>; body: string },
) {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>(
    (resolve, reject) => {
      const request = http.request(url, { method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      request.on('error', reject).end(body);
    },
  );
}
