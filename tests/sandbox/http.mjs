// SPDX-License-Identifier: GPL-3.0-or-later
import { createServer } from 'node:http';

export class TooLarge extends Error {}

export async function readBody(request, limit) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function sendJson(response, status, value, headers = {}) {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=UTF-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(body);
}

// A server on the loopback, at one of the ports given (0: any free one). Its handler is set later: it needs the address.
export async function listen(ports) {
  const server = createServer((request, response) => server.handler(request, response));
  server.handler = (request, response) => sendJson(response, 503, { error: 'starting' });
  for (const port of ports) {
    const error = await new Promise((resolve) => {
      server.once('error', resolve);
      server.listen(port, '127.0.0.1', () => resolve(undefined));
    });
    server.removeAllListeners('error');
    if (!error) return { server, port: server.address().port };
    if (error.code !== 'EADDRINUSE' || port === ports.at(-1)) throw error;
  }
  throw new Error('no port to listen on');
}
