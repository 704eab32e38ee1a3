// SPDX-License-Identifier: GPL-3.0-or-later
// What the provider was asked, so that a test can count: GET /__sandbox/asked gives a list of {"method", "path",
// "query", "grant", "status"} in order of arrival, without the requests that are for the sandbox itself. `query` has the
// names of the parameters and no value; `grant` is a token request's; `status` comes with the answer.
import { sendJson } from './http.mjs';

export class Asked {
  constructor() {
    this.entries = [];
    this.ofRequest = new WeakMap();
  }

  watch(provider) {
    provider.use(async (ctx, next) => {
      await next();
      const grant = ctx.oidc?.route === 'token' && ctx.oidc.params?.grant_type;
      const entry = this.ofRequest.get(ctx.req);
      if (grant && entry) entry.grant = grant;
    });
  }

  around(handler) {
    return (request, response) => {
      if (request.method === 'GET' && request.url === '/__sandbox/asked') {
        return sendJson(response, 200, this.entries);
      }
      if (!request.url.startsWith('/__sandbox/')) {
        const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
        const entry = { method: request.method, path: pathname, query: [...searchParams.keys()] };
        this.entries.push(entry);
        this.ofRequest.set(request, entry);
        response.on('finish', () => { entry.status = response.statusCode; });
      }
      return handler(request, response);
    };
  }
}
