// SPDX-License-Identifier: GPL-3.0-or-later
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const now = () => Math.floor(Date.now() / 1000);

// What the provider keeps (sessions, grants, refresh tokens), in one private file, so that a restart signs nobody out.
export class Store {
  constructor(file) {
    this.file = file;
    this.entries = new Map(file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []);
    this.entries.forEach(({ expires }, key) => expires < now() && this.entries.delete(key));
  }

  get(key) {
    const entry = this.entries.get(key);
    return entry && entry.expires >= now() ? entry.payload : undefined;
  }

  find(test) {
    return [...this.entries.values()].find(({ payload, expires }) => expires >= now() && test(payload))?.payload;
  }

  set(key, payload, lifetime = 3600) {
    this.entries.set(key, { payload, expires: now() + lifetime });
    this.save();
  }

  delete(test) {
    this.entries.forEach(({ payload }, key) => test(key, payload) && this.entries.delete(key));
    this.save();
  }

  save() {
    if (!this.file || this.pending) return;
    this.pending = setTimeout(() => this.flush(), 100);
  }

  flush() {
    clearTimeout(this.pending);
    this.pending = undefined;
    if (!this.file) return;
    const temporary = `${this.file}.new`;
    writeFileSync(temporary, JSON.stringify([...this.entries]), { mode: 0o600 });
    chmodSync(temporary, 0o600);
    renameSync(temporary, this.file);
  }
}

// oidc-provider's Adapter interface over a Store. `grace`: for so many seconds a refresh token that was used passes for an
// unused one, as with the large hosted providers; 0: never.
export function adapterOver(store, grace = 0) {
  return class Adapter {
    constructor(model) {
      this.key = (id) => `${model}:${id}`;
      this.grace = model === 'RefreshToken' ? grace : 0;
      this.ofModel = (payload) => payload.kind === model;
    }

    async find(id) {
      const payload = store.get(this.key(id));
      const { consumed, ...unused } = payload ?? {};
      return consumed && now() - consumed < this.grace ? unused : payload;
    }

    async findByUid(uid) { return store.find((payload) => this.ofModel(payload) && payload.uid === uid); }

    async findByUserCode(code) { return store.find((payload) => this.ofModel(payload) && payload.userCode === code); }

    async upsert(id, payload, lifetime) { store.set(this.key(id), payload, lifetime); }

    async consume(id) {
      const payload = store.get(this.key(id));
      payload.consumed = now();
      store.save();
    }

    async destroy(id) { store.delete((key) => key === this.key(id)); }

    async revokeByGrantId(grantId) { store.delete((key, payload) => payload.grantId === grantId); }
  };
}
