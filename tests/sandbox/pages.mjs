// SPDX-License-Identifier: GPL-3.0-or-later
import { logins, organizations, password } from './accounts.mjs';

const style = `
  :root { color-scheme: light dark; --ink: #1d2433; --soft: #5b6475; --paper: #fff; --ground: #eef1f5; --line: #b4bccb;
          --accent: #1f5fbf; --bad: #a3212b; }
  @media (prefers-color-scheme: dark) {
    :root { --ink: #e8ebf1; --soft: #a3adbf; --paper: #1f242d; --ground: #14171d; --line: #4a5364; --accent: #7fb0ff; --bad: #ff8d93; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--ink);
         font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; }
  main { width: min(24rem, 92vw); margin: 1.5rem 0; padding: 2rem; background: var(--paper); border-radius: 12px; }
  h1 { margin: 0 0 .25rem; font-size: 1.35rem; }
  p { margin: 0 0 1rem; color: var(--soft); }
  label { display: block; margin: .75rem 0 .25rem; font-weight: 600; }
  input { width: 100%; padding: .6rem .7rem; font: inherit; color: inherit; background: transparent;
          border: 1px solid var(--line); border-radius: 6px; }
  button { width: 100%; margin-top: 1.25rem; padding: .65rem; font: inherit; font-weight: 600; color: var(--paper);
           background: var(--accent); border: 0; border-radius: 6px; cursor: pointer; }
  button.plain { margin-top: .5rem; color: var(--accent); background: transparent; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .error { color: var(--bad); font-weight: 600; }
  ul { margin: 0 0 1rem; padding-left: 1.2rem; }
  small { display: block; margin-top: 1.5rem; color: var(--soft); }`;

export const escape = (text) => String(text).replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);

function page(title, body) {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><style>${style}</style></head>
<body><main>${body}</main></body>
</html>`;
}

const place = (organization) => organizations[organization]?.name ?? 'the Lectern sandbox';

export function loginPage({ action, abort, organization, hint = '', error }) {
  const field = hint ? 'password' : 'login';
  const focus = (name) => (name === field ? 'autofocus' : '');
  return page(`Sign in to ${place(organization)}`, `
<h1>Sign in to ${escape(place(organization))}</h1>
<p>to go on to Lectern</p>
${error ? `<p class="error" role="alert" id="error">${escape(error)}</p>` : ''}
<form method="post" action="${escape(action)}">
  <label for="login">User name</label>
  <input id="login" name="login" value="${escape(hint)}" autocomplete="username" required ${focus('login')}>
  <label for="password">Password</label>
  <input id="password" name="password" type="password" autocomplete="current-password" required ${focus('password')}>
  <button type="submit">Sign in</button>
</form>
<form method="post" action="${escape(abort)}"><button class="plain" type="submit">Cancel</button></form>
<small>Sandbox accounts: ${logins.map(({ login }) => login).join(', ')}. Password: ${password}</small>`);
}

const meanings = {
  openid: 'know who you are',
  profile: 'see your name',
  email: 'see your e-mail address',
  roles: 'see your roles',
  offline_access: 'keep you signed in',
  extract: 'send documents to be read',
};

export function consentPage({ action, abort, name, client, scopes }) {
  return page('Allow access', `
<h1>${escape(client)} asks for access</h1>
<p>Signed in as ${escape(name)}. It would like to:</p>
<ul>${scopes.map((scope) => `<li>${escape(meanings[scope] ?? scope)}</li>`).join('')}</ul>
<form method="post" action="${escape(action)}"><button type="submit" autofocus>Allow</button></form>
<form method="post" action="${escape(abort)}"><button class="plain" type="submit">Do not allow</button></form>`);
}

export function logoutPage(form) {
  return page('Sign out', `
<h1>Sign out?</h1>
<p>This ends your session with the sandbox provider.</p>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>Sign out</button>
<button class="plain" type="submit" form="op.logoutForm">Stay signed in</button>`);
}

export function deviceCodePage(form, wrong) {
  return page('Connect a device', `
<h1>Connect a device</h1>
${wrong ? '<p class="error" role="alert" id="error">This code is not known, or it has been used.</p>' : ''}
<p>Enter the code that it shows.</p>
${form}
<button type="submit" form="op.deviceInputForm">Continue</button>`);
}

export function deviceConfirmPage(form, client, code) {
  return page('Connect a device', `
<h1>Connect ${escape(client)}?</h1>
<p>The device must show this code: <strong>${escape(code)}</strong></p>
${form}
<button type="submit" form="op.deviceConfirmForm" autofocus>Continue</button>
<button class="plain" type="submit" form="op.deviceConfirmForm" name="abort" value="yes">It does not</button>`);
}

export function messagePage(title, text) {
  return page(title, `<h1>${escape(title)}</h1><p>${escape(text)}</p>`);
}
