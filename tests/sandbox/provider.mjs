// SPDX-License-Identifier: GPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import Provider, { errors, interactionPolicy } from 'oidc-provider';
import { claims, organizations, personById } from './accounts.mjs';
import { interactions } from './interactions.mjs';
import { jwtAccessTokens } from './jwtaccess.mjs';
import { deviceCodePage, deviceConfirmPage, logoutPage, messagePage } from './pages.mjs';
import { audience } from './tokens.mjs';

export const clientId = 'lectern-desktop';
export const scopes = ['openid', 'profile', 'email', 'offline_access', 'extract', 'roles'];

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
const accessTokenLifetime = 600;

// Consent is asked when something new is asked for, not at every sign-in; another organization needs another login.
function policy() {
  const prompts = interactionPolicy.base();
  prompts.get('consent').checks.remove('native_client_prompt');
  prompts.get('login').checks.add(new interactionPolicy.Check('organization', 'another organization is wanted', ({ oidc }) => {
    const person = personById(oidc.session.accountId);
    return Boolean(person && oidc.params.organization && person.organization !== oidc.params.organization);
  }));
  return prompts;
}

function checkOrganization(ctx, value) {
  if (value !== undefined && !organizations[value]) throw new errors.InvalidRequest('there is no such organization');
}

const features = (issuer) => ({
  devInteractions: { enabled: false },
  deviceFlow: {
    enabled: true,
    userCodeInputSource(ctx, form, out, error) { ctx.body = deviceCodePage(form, error); },
    userCodeConfirmSource(ctx, form, client, info, code) { ctx.body = deviceConfirmPage(form, client.clientName, code); },
    successSource(ctx) { ctx.body = messagePage('Done', 'The device is signed in. You can close this page.'); },
  },
  // With a nonce, which is the harder way.
  dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
  // A test brings its own client, with a key that nobody else has.
  registration: { enabled: true, initialAccessToken: false },
  introspection: { enabled: true, allowedPolicy: (ctx, client, token) => token.clientId === client.clientId },
  revocation: { enabled: true },
  resourceIndicators: {
    enabled: true,
    defaultResource: (ctx, client, oneOf) => oneOf?.[0] ?? ctx.oidc.params.audience ?? audience,
    useGrantedResource: () => true,
    getResourceServerInfo(ctx, resource) {
      if (resource !== audience) throw new errors.InvalidTarget();
      return { audience, scope: 'extract', accessTokenFormat: 'jwt', accessTokenTTL: accessTokenLifetime, jwt: { sign: { alg: 'RS256' } } };
    },
  },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource(ctx, form) { ctx.body = logoutPage(form); },
    postLogoutSuccessSource(ctx) { ctx.body = messagePage('Signed out', `You have signed out of ${issuer}.`); },
  },
});

function configuration({ issuer, keys, Adapter }) {
  return {
    adapter: Adapter,
    jwks: keys.jwks,
    cookies: { keys: keys.cookies },
    clients: [{
      client_id: clientId,
      client_name: 'Lectern',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token', deviceGrant],
      response_types: ['code'],
      redirect_uris: ['http://127.0.0.1/'],
      post_logout_redirect_uris: ['http://127.0.0.1/'],
    }],
    claims: {
      openid: ['sub', 'org_id', 'org_name'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
      roles: ['roles'],
    },
    conformIdTokenClaims: false,
    scopes: scopes.filter((scope) => scope !== 'extract'),
    responseTypes: ['code'],
    pkce: { methods: ['S256'], required: () => true },
    extraParams: { organization: checkOrganization, audience: null },
    features: features(issuer),
    interactions: { policy: policy(), url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount(ctx, id) {
      const person = personById(id);
      return person && { accountId: id, claims: () => claims(person) };
    },
    extraTokenClaims(ctx, token) {
      const person = personById(token.accountId);
      return person && { org_id: person.organization, roles: person.roles };
    },
    issueRefreshToken: (ctx, client) => client.grantTypeAllowed('refresh_token'),
    // The token is good for userinfo too, as with the large hosted providers.
    formats: { customizers: { jwt(ctx, token, jwt) { jwt.payload.aud = [audience, `${issuer}/me`]; } } },
    renderError(ctx, { error, error_description: description }) {
      ctx.type = 'html';
      ctx.body = messagePage('Sign-in is not possible', description ?? error);
    },
    ttl: {
      AccessToken: accessTokenLifetime, AuthorizationCode: 60, IdToken: 3600, Interaction: 3600,
      Grant: 14 * 86400, RefreshToken: 14 * 86400, Session: 14 * 86400,
    },
  };
}

// RFC 8252, 7.3 leaves the port open; the path is the application's as well, so that it can be unguessable.
function allowLoopback(provider) {
  const allowed = (value) => {
    try {
      const { protocol, hostname, hash, username } = new URL(value);
      return protocol === 'http:' && hostname === '127.0.0.1' && !hash && !username;
    } catch {
      return false;
    }
  };
  provider.Client.prototype.redirectUriAllowed = allowed;
  provider.Client.prototype.postLogoutRedirectUriAllowed = allowed;
}

async function securityHeaders(ctx, next) {
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Referrer-Policy', 'no-referrer');
  await next();
  if (ctx.path.startsWith('/interaction/')) {
    ctx.set('Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'");
  }
}

export function makeProvider({ issuer, keys, Adapter, keySet }) {
  const provider = new Provider(issuer, configuration({ issuer, keys, Adapter }));
  allowLoopback(provider);
  provider.use(securityHeaders);
  provider.use(interactions(provider));
  provider.use(jwtAccessTokens(issuer, keySet));
  return provider;
}
