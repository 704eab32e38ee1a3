// SPDX-License-Identifier: GPL-3.0-or-later
// Everything secret that was handed out or shown to the provider, so that a test can look for it where it must not be:
// GET /__sandbox/issued gives a list of strings. Kept in memory only.
import { sendJson } from './http.mjs';

const tokens = ['access_token', 'refresh_token', 'id_token', 'code', 'code_verifier'];

export class Issued {
  constructor() {
    this.secrets = new Set();
  }

  keep(values) {
    for (const name of tokens) if (typeof values?.[name] === 'string') this.secrets.add(values[name]);
  }

  // An authorization code is in the address redirected to, or in the form that posts itself there.
  keepCode(ctx) {
    const location = ctx.response.get('location');
    if (location) this.keep(Object.fromEntries(new URL(location, 'http://127.0.0.1').searchParams));
    const posted = typeof ctx.body === 'string' && ctx.body.match(/name="code" value="([^"]+)"/);
    if (posted) this.secrets.add(posted[1]);
  }

  watch(provider) {
    provider.use(async (ctx, next) => {
      await next();
      if (ctx.oidc?.route === 'token') {
        this.keep(ctx.body);
        this.keep(ctx.oidc.params);
      }
      if (/^(authorization|resume)$/.test(ctx.oidc?.route ?? '')) this.keepCode(ctx);
    });
  }

  around(handler) {
    return (request, response) => {
      if (request.method !== 'GET' || request.url !== '/__sandbox/issued') return handler(request, response);
      return sendJson(response, 200, [...this.secrets]);
    };
  }
}
