// SPDX-License-Identifier: GPL-3.0-or-later
import { createHash } from 'node:crypto';
import { EmbeddedJWK, calculateJwkThumbprint, createLocalJWKSet, jwtVerify } from 'jose';

export const audience = 'urn:lectern:extraction';

const publicMembers = ['kty', 'n', 'e', 'kid', 'alg', 'use'];

export function publicKeySet({ keys }) {
  return createLocalJWKSet({
    keys: keys.map((key) => Object.fromEntries(publicMembers.map((name) => [name, key[name]]))),
  });
}

// Throws unless the proof is of the token's own key and for this request (RFC 9449, 4.3).
async function checkProof(proof, { token, jkt, method, url }) {
  const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, { typ: 'dpop+jwt', algorithms: ['ES256'] });
  const ath = createHash('sha256').update(token).digest('base64url');
  const known = payload.htm === method && payload.htu === url && payload.ath === ath;
  if (!known || (await calculateJwkThumbprint(protectedHeader.jwk)) !== jkt) throw new Error('the proof is another one');
}

// The claims of the access token that a request shows: a bearer's that is bound to no key, or a bound one with its proof.
export async function shownClaims({ authorization, proof, method, url }, options) {
  const [, scheme, token] = /^(Bearer|DPoP) (\S+)$/i.exec(authorization ?? '') ?? [];
  const payload = await bearerClaims(token, options);
  const jkt = payload.cnf?.jkt;
  if (Boolean(jkt) !== (scheme.toLowerCase() === 'dpop')) throw new Error('shown in the wrong way');
  if (jkt) await checkProof(proof, { token, jkt, method, url });
  return payload;
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
