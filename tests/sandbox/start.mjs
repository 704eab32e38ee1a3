// SPDX-License-Identifier: GPL-3.0-or-later
// node start.mjs [--port N] [--endpoint-port N] [--state DIR] [--private DIR] [--parent PID] [--grace SECONDS]
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Asked } from './asked.mjs';
import { makeEndpoint } from './endpoint.mjs';
import { Faults } from './faults.mjs';
import { listen } from './http.mjs';
import { Issued } from './issued.mjs';
import { loadKeys } from './keys.mjs';
import { writeState } from './profiles.mjs';
import { makeProvider } from './provider.mjs';
import { Store, adapterOver } from './store.mjs';
import { publicKeySet } from './tokens.mjs';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'endpoint-port': { type: 'string', default: '0' },
    state: { type: 'string', default: 'build/sandbox' },
    private: { type: 'string' }, // what only the services need: tokens, keys; as --state when not given
    parent: { type: 'string' },
    grace: { type: 'string', default: '0' }, // how long a refresh token that was used is good once more
  },
});

const state = resolve(options.state);
const own = resolve(options.private ?? options.state);
for (const folder of [state, own]) mkdirSync(folder, { recursive: true, mode: 0o700 });

// With a free port wished for, the one of the last start is taken again: the issuer stays, and so do the sign-ins.
function portsOf(wanted, last) {
  const port = Number(wanted);
  return port || !last ? [port] : [Number(new URL(last).port), 0];
}

function lastState() {
  const file = join(state, 'sandbox.json');
  if (!existsSync(file)) return {};
  const last = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return last;
}

const last = lastState();
const identity = await listen(portsOf(options.port, last.issuer));
const extraction = await listen(portsOf(options['endpoint-port'], last.endpoint));
const issuer = `http://127.0.0.1:${identity.port}`;
const endpoint = `http://127.0.0.1:${extraction.port}`;

const keys = await loadKeys(join(own, 'keys.json'));
const keySet = publicKeySet(keys.jwks);
const store = new Store(join(own, 'store.json'));
const provider = makeProvider({ issuer, keys, Adapter: adapterOver(store, Number(options.grace)), keySet });
provider.on('server_error', (ctx, error) => process.stderr.write(`${error.stack}\n`));

const issued = new Issued();
issued.watch(provider);
const asked = new Asked();
asked.watch(provider);
identity.server.handler = asked.around(issued.around(
  new Faults(() => ({ error: 'temporarily_unavailable' })).around(provider.callback()),
));
extraction.server.handler = new Faults().around(makeEndpoint({ issuer, keySet }));

function stop() {
  store.flush();
  process.exit(0);
}

// Ends with whoever started it.
function parentGone() {
  try {
    process.kill(Number(options.parent), 0);
    return false;
  } catch {
    return true;
  }
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
if (options.parent) setInterval(() => parentGone() && stop(), 500);
else if (!process.stdin.isTTY) process.stdin.on('end', stop).on('close', stop).resume();

writeState(state, { issuer, endpoint });
process.stdout.write(`sandbox: issuer ${issuer}, endpoint ${endpoint}, state ${state}\n`);
