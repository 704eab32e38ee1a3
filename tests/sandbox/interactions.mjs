// SPDX-License-Identifier: GPL-3.0-or-later
import { authenticate, mayExtract, personById } from './accounts.mjs';
import { readBody } from './http.mjs';
import { consentPage, loginPage } from './pages.mjs';

const path = /^\/interaction\/(?<uid>[\w-]+)(?<abort>\/abort)?$/;

function showPage(ctx, { uid, prompt, params, session }, client, error) {
  const action = `/interaction/${uid}`;
  const abort = `${action}/abort`;
  ctx.type = 'html';
  if (prompt.name === 'login') {
    ctx.body = loginPage({ action, abort, organization: params.organization, hint: params.login_hint, error });
    return;
  }
  const { missingOIDCScope = [], missingResourceScopes = {} } = prompt.details;
  const scopes = [...missingOIDCScope, ...Object.values(missingResourceScopes).flat()];
  ctx.body = consentPage({
    action,
    abort,
    name: personById(session.accountId).name,
    client: client.clientName,
    scopes: scopes.length ? scopes : params.scope.split(' '),
  });
}

async function logIn(ctx, details) {
  const form = new URLSearchParams((await readBody(ctx.req, 10_000)).toString());
  const person = authenticate(form.get('login'), form.get('password'));
  if (!person) return { error: 'The user name or the password is wrong.' };
  const wanted = details.params.organization;
  if (wanted && person.organization !== wanted) return { error: 'This account is not a member of the organization.' };
  return { result: { login: { accountId: person.id } } };
}

// Grants what was asked for, but `extract` only to those who may.
async function consent(provider, { grantId, params, prompt, session }) {
  const grant = (grantId && (await provider.Grant.find(grantId)))
    || new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  const { missingOIDCScope = [], missingOIDCClaims = [], missingResourceScopes = {} } = prompt.details;
  if (missingOIDCScope.length) grant.addOIDCScope(missingOIDCScope.join(' '));
  if (missingOIDCClaims.length) grant.addOIDCClaims(missingOIDCClaims);
  for (const [resource, scopes] of Object.entries(missingResourceScopes)) {
    if (mayExtract(personById(session.accountId))) grant.addResourceScope(resource, scopes.join(' '));
    else grant.rejectResourceScope(resource, scopes.join(' '));
  }
  return { consent: { grantId: await grant.save() } };
}

// The provider's login and consent pages, as Koa middleware.
export function interactions(provider) {
  const finish = (ctx, result, merge) => {
    ctx.respond = false;
    return provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: merge });
  };
  return async (ctx, next) => {
    const match = path.exec(ctx.path);
    if (!match) return next();
    ctx.set('Cache-Control', 'no-store');
    const details = await provider.interactionDetails(ctx.req, ctx.res);
    const client = await provider.Client.find(details.params.client_id);
    if (ctx.method === 'GET') return showPage(ctx, details, client);
    if (match.groups.abort) {
      return finish(ctx, { error: 'access_denied', error_description: 'The user cancelled the sign-in' }, false);
    }
    if (details.prompt.name === 'consent') return finish(ctx, await consent(provider, details), true);
    const { error, result } = await logIn(ctx, details);
    return error ? showPage(ctx, details, client, error) : finish(ctx, result, false);
  };
}
