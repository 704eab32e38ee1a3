// SPDX-License-Identifier: GPL-3.0-or-later
import { createLocalJWKSet, jwtVerify } from 'jose';

export const audience = 'urn:lectern:extraction';

const publicMembers = ['kty', 'n', 'e', 'kid', 'alg', 'use'];

export function publicKeySet({ keys }) {
  return createLocalJWKSet({
    keys: keys.map((key) => Object.fromEntries(publicMembers.map((name) => [name, key[name]]))),
  });
}

// The claims of a JWT access token (RFC 9068) whose signature, type, issuer, audience and time are right; throws otherwise.
export async function bearerClaims(token, { issuer, audience: wanted, keySet }) {
  const { payload } = await jwtVerify(token, keySet, {
    issuer,
    audience: wanted,
    typ: 'at+jwt',
    algorithms: ['RS256'],
    requiredClaims: ['exp', 'sub', 'client_id'],
    clockTolerance: 5,
  });
  return payload;
}
