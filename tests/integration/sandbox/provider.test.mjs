// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client, claimsOf } from './client.mjs';
import { read, startSandbox } from './sandbox.mjs';

let sandbox;
before(async () => { sandbox = await startSandbox(); });
after(async () => {
  await sandbox.stop();
  sandbox.remove();
});

test('a code flow with PKCE ends with a token for the extraction endpoint', async () => {
  const client = new Client(sandbox);
  const { away } = await client.logIn('alice', { organization: 'acme' });
  assert.ok(away.href.startsWith(client.redirect), 'any port and any path of the loopback');
  assert.equal(away.searchParams.get('state'), client.state);
  assert.equal(away.searchParams.get('iss'), sandbox.issuer);
  const tokens = await client.exchange(away.searchParams.get('code'));
  const id = claimsOf(tokens.id_token);
  assert.deepEqual([id.iss, id.aud, id.nonce], [sandbox.issuer, 'lectern-desktop', client.nonce]);
  assert.deepEqual([id.name, id.org_id, id.roles], ['Alice Example', 'acme', ['reviewer']]);
  const access = claimsOf(tokens.access_token);
  assert.ok(access.aud.includes('urn:lectern:extraction'));
  assert.deepEqual([access.scope, access.org_id, access.roles], ['extract', 'acme', ['reviewer']]);
});

test('a redirect that is not on the loopback is refused without going there', async () => {
  for (const redirect of ['http://localhost/x', 'https://127.0.0.1/x', 'http://127.0.0.1.example/x', 'http://127.0.0.1/#x']) {
    const page = await new Client(sandbox).authorize({ redirect_uri: redirect });
    assert.equal(page.status, 400, redirect);
    assert.match(page.body, /redirect_uri/);
  }
});

test('PKCE is required, and only as S256', async () => {
  const without = await new Client(sandbox).authorize({ code_challenge: undefined, code_challenge_method: undefined });
  assert.equal(without.away.searchParams.get('error'), 'invalid_request');
  const plain = await new Client(sandbox).authorize({ code_challenge_method: 'plain' });
  assert.equal(plain.away.searchParams.get('error'), 'invalid_request');
});

test('a code with another verifier gives no token', async () => {
  const client = new Client(sandbox);
  const { away } = await client.logIn('alice');
  const refused = await client.exchange(away.searchParams.get('code'), { code_verifier: 'x'.repeat(43) });
  assert.deepEqual([refused.status, refused.error], [400, 'invalid_grant']);
});

test('a wrong password leaves the person at the login page with a message', async () => {
  const client = new Client(sandbox);
  const login = await client.authorize();
  const page = await client.browser.go(login.url, { login: 'alice', password: 'wrong' });
  assert.match(page.body, /role="alert"[^>]*>The user name or the password is wrong/);
});

test('members of another organization are refused, and so is one that does not exist', async () => {
  const client = new Client(sandbox);
  const login = await client.authorize({ organization: 'globex' });
  assert.match(login.body, /Globex Logistics/);
  const page = await client.browser.go(login.url, { login: 'alice', password: 'sandbox' });
  assert.match(page.body, /not a member/);
  const unknown = await new Client(sandbox).authorize({ organization: 'initech' });
  assert.equal(unknown.away.searchParams.get('error'), 'invalid_request');
});

test('cancelling comes back as access_denied', async () => {
  const client = new Client(sandbox);
  const login = await client.authorize();
  const { away } = await client.browser.go(`${login.url}/abort`, {});
  assert.equal(away.searchParams.get('error'), 'access_denied');
});

test('form_post keeps the code out of the address', async () => {
  const page = await new Client(sandbox).logIn('alice', { response_mode: 'form_post' });
  assert.match(page.body, /<form method="post" action="http:\/\/127\.0\.0\.1/);
  assert.match(page.body, /name="code" value="[\w-]+"/);
});

test('a refresh token is good once, and its second use revokes the sign-in', async () => {
  const client = new Client(sandbox);
  const first = await client.signIn('alice');
  const second = await client.refresh(first.refresh_token);
  assert.equal(second.status, 200);
  assert.notEqual(second.refresh_token, first.refresh_token);
  assert.ok(claimsOf(second.access_token).aud.includes('urn:lectern:extraction'));
  assert.equal((await client.refresh(first.refresh_token)).error, 'invalid_grant');
  assert.equal((await client.refresh(second.refresh_token)).error, 'invalid_grant');
});

test('a revoked refresh token is worth nothing', async () => {
  const client = new Client(sandbox);
  const { refresh_token: token } = await client.signIn('alice');
  assert.equal((await (await client.post('/token/introspection', { token })).json()).active, true);
  assert.equal((await client.post('/token/revocation', { token })).status, 200);
  assert.equal((await client.refresh(token)).error, 'invalid_grant');
  assert.equal((await (await client.post('/token/introspection', { token })).json()).active, false);
});

test('userinfo and introspection know the access token', async () => {
  const client = new Client(sandbox);
  const { access_token: token } = await client.signIn('bob');
  const userinfo = await fetch(`${sandbox.issuer}/me`, { headers: { Authorization: `Bearer ${token}` } });
  assert.deepEqual((await userinfo.json()).roles, ['viewer']);
  const introspected = await (await client.post('/token/introspection', { token })).json();
  assert.deepEqual([introspected.active, introspected.sub], [true, 'user-bob']);
  const forged = await fetch(`${sandbox.issuer}/me`, { headers: { Authorization: `Bearer ${token.slice(0, -4)}AAAA` } });
  assert.equal(forged.status, 401);
});

test('who has no role is signed in with an empty list of roles', async () => {
  const { id_token: id } = await new Client(sandbox).signIn('carol');
  assert.deepEqual(claimsOf(id).roles, []);
});

test('signing out ends the session and returns to the loopback', async () => {
  const client = new Client(sandbox);
  const { id_token: hint } = await client.signIn('alice');
  const query = new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: client.redirect, state: 'done' });
  const page = await client.browser.go(`${sandbox.issuer}/session/end?${query}`);
  const xsrf = /name="xsrf" value="(\w+)"/.exec(page.body)[1];
  const { away } = await client.browser.go(`${sandbox.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
  assert.equal(away.href, `${client.redirect}?state=done`);
  assert.match((await client.authorize()).body, /name="password"/);
});

test('a planned fault hits the next request and no other', async () => {
  const client = new Client(sandbox);
  const { refresh_token: token } = await client.signIn('alice');
  await client.failNext({ path: '/token', cut: 'after' }, sandbox.issuer);
  await assert.rejects(client.refresh(token), 'the answer is lost, the rotation has happened');
  assert.equal((await client.refresh(token)).error, 'invalid_grant');
});

test('the files of a start name the issuer and hold no secret', async () => {
  assert.match(sandbox.line, /^sandbox: issuer http:\/\/127\.0\.0\.1:\d+, endpoint /);
  const profile = read(sandbox.folder, 'providers.d/sandbox.json');
  assert.deepEqual([profile.format, profile.issuer], ['lectern.provider/1', sandbox.issuer]);
  const connection = read(sandbox.folder, 'connections.d/sandbox-gemini.json');
  assert.deepEqual([connection.format, connection.base_url, connection.auth], ['lectern.connection/1', sandbox.endpoint, { kind: 'account' }]);
});

test('a sign-in outlives a restart, which keeps the address', async () => {
  const first = await startSandbox();
  const client = new Client(first);
  const { refresh_token: token } = await client.signIn('dave');
  assert.equal(await first.stop(), 0);
  const second = await startSandbox(first.folder);
  try {
    assert.equal(second.issuer, first.issuer);
    assert.equal((await client.refresh(token)).status, 200);
  } finally {
    await second.stop();
    second.remove();
  }
});
