// SPDX-License-Identifier: GPL-3.0-or-later
import { GeminiError, answer, errorInfo, parseRequest } from './gemini.mjs';
import { TooLarge, readBody, sendJson } from './http.mjs';
import { read } from './reading.mjs';
import { shape, toJsonSchema } from './shape.mjs';
import { audience, bearerClaims } from './tokens.mjs';

const path = /^\/v1(?:beta|alpha)?\/models\/(?<model>[\w.-]+):generateContent$/;
const bodyLimit = 100 << 20;

async function authorize(request, issuer, keySet) {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token) throw new GeminiError(401, 'Request is missing required authentication credential.', [errorInfo('CREDENTIALS_MISSING')]);
  let claims;
  try {
    claims = await bearerClaims(token, { issuer, audience, keySet });
  } catch (error) {
    const reason = error.code === 'ERR_JWT_EXPIRED' ? 'ACCESS_TOKEN_EXPIRED' : 'ACCESS_TOKEN_TYPE_UNSUPPORTED';
    throw new GeminiError(401, 'Request had invalid authentication credentials.', [errorInfo(reason)]);
  }
  if (!(claims.scope ?? '').split(' ').includes('extract')) {
    throw new GeminiError(403, 'Request had insufficient authentication scopes.', [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT')]);
  }
  return claims;
}

async function generate(request, model, seen) {
  const asked = parseRequest((await readBody(request, bodyLimit)).toString());
  seen({ mimeType: asked.mimeType, bytes: asked.bytes.length, resolution: asked.resolution });
  const schema = asked.schema && toJsonSchema(asked.schema);
  const extraction = await read({ ...asked, schema });
  const text = JSON.stringify(shape(extraction, schema));
  return answer({ ...asked, model, text, pages: extraction.document.pages });
}

const refusal = (error) => {
  if (error instanceof GeminiError) return error;
  if (error instanceof TooLarge) return new GeminiError(413, 'Request payload size exceeds the limit: 104857600 bytes.');
  process.stderr.write(`${error.stack}\n`);
  return new GeminiError(500, 'An internal error has occurred.');
};

// The extraction endpoint as a request handler. GET /__sandbox/requests tells tests what came, never what was in it.
export function makeEndpoint({ issuer, keySet }) {
  const log = [];
  return async (request, response) => {
    if (request.url === '/__sandbox/requests') return sendJson(response, 200, log);
    const entry = { path: request.url, at: new Date().toISOString() };
    log.push(entry);
    try {
      const match = request.method === 'POST' && path.exec(request.url.split('?')[0]);
      if (!match) throw new GeminiError(404, 'Requested entity was not found.');
      const { sub, org_id: organization } = await authorize(request, issuer, keySet);
      Object.assign(entry, { sub, organization, model: match.groups.model });
      const body = await generate(request, match.groups.model, (what) => Object.assign(entry, what));
      entry.status = 200;
      return sendJson(response, 200, body, { 'x-gemini-service-tier': 'standard' });
    } catch (error) {
      const refused = refusal(error);
      entry.status = refused.code;
      request.resume();
      return sendJson(response, refused.code, refused.body());
    }
  };
}
