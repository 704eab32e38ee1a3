// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clientId, scopes } from './provider.mjs';
import { audience } from './tokens.mjs';

const profile = (issuer) => ({
  format: 'lectern.provider/1',
  id: 'sandbox',
  name: 'Lectern sandbox',
  issuer,
  client_id: clientId,
  scopes,
  resource: [audience],
  organization: { mode: 'optional', parameter: 'organization', claim: 'org_id' },
  authorize_parameters: { prompt: 'consent' }, // without it OpenID Connect Core 11 gives no offline_access
  roles: {
    claims: ['roles'],
    required: ['viewer', 'reviewer', 'administrator'],
    map: { viewer: 'viewer', reviewer: 'reviewer', administrator: 'administrator' },
  },
  logout: { style: 'oidc' },
  browser: 'embedded',
});

const connection = (endpoint) => ({
  format: 'lectern.connection/1',
  id: 'sandbox-gemini',
  name: 'Sandbox endpoint',
  kind: 'gemini',
  base_url: endpoint,
  model: 'gemini-3-flash',
  auth: { kind: 'account' },
  limits: { requests_per_minute: 600, concurrency: 2, max_bytes: 50_000_000, max_pages: 1000 },
  prices: { input_per_million: '0.50', output_per_million: '3.00', currency: 'USD', as_of: '2026-09-23' },
});

function write(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

// What the program needs to find the sandbox. sandbox.json comes last: whoever sees it can start.
export function writeState(folder, { issuer, endpoint }) {
  write(join(folder, 'providers.d', 'sandbox.json'), profile(issuer));
  write(join(folder, 'connections.d', 'sandbox-gemini.json'), connection(endpoint));
  write(join(folder, 'sandbox.json'), { issuer, endpoint, client_id: clientId, pid: process.pid });
}
