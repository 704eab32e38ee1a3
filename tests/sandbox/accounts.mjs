// SPDX-License-Identifier: GPL-3.0-or-later

export const password = 'sandbox';

export const organizations = {
  acme: { id: 'acme', name: 'Acme Insurance' },
  globex: { id: 'globex', name: 'Globex Logistics' },
};

const people = [
  { login: 'alice', name: 'Alice Example', organization: 'acme', roles: ['reviewer'] },
  { login: 'bob', name: 'Bob Example', organization: 'acme', roles: ['viewer'] },
  { login: 'carol', name: 'Carol Example', organization: 'acme', roles: [] },
  { login: 'dave', name: 'Dave Example', organization: 'globex', roles: ['reviewer'] },
].map((person) => ({
  ...person,
  id: `user-${person.login}`,
  email: `${person.login}@${person.organization}.example`,
}));

export const logins = people.map(({ login, organization, roles }) => ({ login, organization, roles }));

export const personById = (id) => people.find((person) => person.id === id);

// By login or e-mail address; nothing when the password is wrong.
export function authenticate(login, givenPassword) {
  const wanted = String(login ?? '').trim().toLowerCase();
  const person = people.find((each) => each.login === wanted || each.email === wanted);
  return person && givenPassword === password ? person : undefined;
}

// Only those who review may have documents read.
export const mayExtract = (person) => person.roles.includes('reviewer');

export function claims(person) {
  return {
    sub: person.id,
    name: person.name,
    preferred_username: person.login,
    email: person.email,
    email_verified: true,
    org_id: person.organization,
    org_name: organizations[person.organization].name,
    roles: person.roles,
  };
}
