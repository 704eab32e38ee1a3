// SPDX-License-Identifier: GPL-3.0-or-later
import { createHash, randomBytes } from 'node:crypto';

const random = () => randomBytes(32).toString('base64url');
const challengeOf = (verifier) => createHash('sha256').update(verifier).digest('base64url');

// A browser of a few lines: keeps cookies, follows redirects within the provider, returns the address it was sent away to.
class Browser {
  cookies = new Map();

  async go(url, form) {
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: { Cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') },
      redirect: 'manual',
    });
    for (const cookie of response.headers.getSetCookie?.() ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const target = response.headers.get('location');
    if (!target) return { url, status: response.status, body: await response.text() };
    const next = new URL(target, url);
    return next.origin === new URL(url).origin ? this.go(next.href) : { away: next };
  }
}

export class Client {
  constructor({ issuer, endpoint, client_id: clientId }) {
    Object.assign(this, { issuer, endpoint, clientId, browser: new Browser() });
    this.redirect = `http://127.0.0.1:${40000 + Math.floor(Math.random() * 20000)}/${random()}`;
  }

  authorize(changes = {}) {
    this.verifier = random();
    this.state = random();
    this.nonce = random();
    const parameters = {
      client_id: this.clientId,
      response_type: 'code',
      redirect_uri: this.redirect,
      scope: 'openid profile email offline_access extract roles',
      resource: 'urn:lectern:extraction',
      prompt: 'consent',
      state: this.state,
      nonce: this.nonce,
      code_challenge: challengeOf(this.verifier),
      code_challenge_method: 'S256',
      ...changes,
    };
    const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
    return this.browser.go(`${this.issuer}/auth?${new URLSearchParams(given)}`);
  }

  // Types name and password, consents, and comes back with the redirect's address.
  async logIn(login, changes) {
    const page = await this.authorize(changes);
    const consent = await this.browser.go(page.url, { login, password: 'sandbox' });
    return this.browser.go(consent.url, {});
  }

  async token(form) {
    const response = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: this.clientId, ...form }),
    });
    return { status: response.status, ...(await response.json()) };
  }

  exchange(code, changes = {}) {
    return this.token({
      grant_type: 'authorization_code', code, redirect_uri: this.redirect, code_verifier: this.verifier, ...changes,
    });
  }

  refresh(refreshToken) {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  async signIn(login, changes) {
    const { away } = await this.logIn(login, changes);
    return this.exchange(away.searchParams.get('code'));
  }

  post(path, form) {
    return fetch(`${this.issuer}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: this.clientId, ...form }),
    });
  }

  async generate(body, token, model = 'gemini-3-flash') {
    const response = await fetch(`${this.endpoint}/v1beta/models/${model}:generateContent`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  failNext(what, address = this.endpoint) {
    return fetch(`${address}/__sandbox/next`, { method: 'POST', body: JSON.stringify(what) });
  }
}

export const claimsOf = (jwt) => JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));
