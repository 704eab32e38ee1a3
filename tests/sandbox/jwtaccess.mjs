// SPDX-License-Identifier: GPL-3.0-or-later
import { claims, personById } from './accounts.mjs';
import { readBody } from './http.mjs';
import { bearerClaims, shownClaims } from './tokens.mjs';

const isJwt = (token) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token ?? '');

async function userinfo(ctx, verify, options) {
  const authorization = ctx.get('Authorization');
  if (!isJwt(/^(?:Bearer|DPoP) (\S+)$/i.exec(authorization)?.[1])) return false;
  try {
    const request = { authorization, proof: ctx.get('DPoP'), method: ctx.method, url: options.audience };
    ctx.body = claims(personById((await shownClaims(request, options)).sub));
  } catch {
    ctx.status = 401;
    ctx.set('WWW-Authenticate', 'Bearer error="invalid_token"');
    ctx.body = { error: 'invalid_token' };
  }
  return true;
}

async function introspection(ctx, verify) {
  const form = new URLSearchParams((await readBody(ctx.req, 100_000)).toString());
  const token = form.get('token');
  ctx.request.body = Object.fromEntries(form); // where the library looks once the stream is read
  if (!isJwt(token)) return false;
  try {
    const claimed = await verify(token);
    ctx.body = claimed.client_id === form.get('client_id') ? { active: true, token_type: 'Bearer', ...claimed } : { active: false };
  } catch {
    ctx.body = { active: false };
  }
  return true;
}

// Userinfo and introspection for JWT access tokens: the library answers for its opaque tokens only.
export function jwtAccessTokens(issuer, keySet) {
  const options = { issuer, audience: `${issuer}/me`, keySet };
  const verify = (token) => bearerClaims(token, options);
  return async (ctx, next) => {
    const answer = { '/me': userinfo, '/token/introspection': introspection }[ctx.path];
    if (!answer || !(await answer(ctx, verify, options))) return next();
    ctx.set('Cache-Control', 'no-store');
  };
}
