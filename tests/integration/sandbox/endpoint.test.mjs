// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Client } from './client.mjs';
import { startSandbox } from './sandbox.mjs';

const nothing = Buffer.from('not a document').toString('base64');
const part = (data = nothing, mimeType = 'application/pdf') => ({ inlineData: { mimeType, data } });
const ask = (...parts) => ({ contents: [{ role: 'user', parts }] });
const prompt = { text: 'Extract the fields.' };

const { LECTERN_CLI: program, LECTERN_SAMPLES: samples = '' } = process.env;
const invoice = join(samples, 'invoice.pdf');
const skip = !program || !existsSync(program) || !existsSync(invoice) ? 'needs LECTERN_CLI and LECTERN_SAMPLES' : false;

let sandbox;
let client;
let token;
before(async () => {
  sandbox = await startSandbox();
  client = new Client(sandbox);
  token = (await client.signIn('alice')).access_token;
});
after(async () => {
  await sandbox.stop();
  sandbox.remove();
});

async function refused(body, given, code, status) {
  const answer = await client.generate(body, given);
  assert.deepEqual([answer.status, answer.body.error.code, answer.body.error.status], [code, code, status]);
  return answer.body.error;
}

test('without a token, or with a forged one, nothing is read', async () => {
  await refused(ask(part(), prompt), undefined, 401, 'UNAUTHENTICATED');
  await refused(ask(part(), prompt), `${token.slice(0, -4)}AAAA`, 401, 'UNAUTHENTICATED');
  const { id_token: id } = await new Client(sandbox).signIn('alice');
  await refused(ask(part(), prompt), id, 401, 'UNAUTHENTICATED');
});

test('a token without the scope is forbidden', async () => {
  const { access_token: viewer } = await new Client(sandbox).signIn('bob');
  const error = await refused(ask(part(), prompt), viewer, 403, 'PERMISSION_DENIED');
  assert.equal(error.details[0].reason, 'ACCESS_TOKEN_SCOPE_INSUFFICIENT');
});

test('what is not a request is an invalid argument', async () => {
  await refused(ask(prompt, part()), token, 400, 'INVALID_ARGUMENT');
  await refused(ask(part()), token, 400, 'INVALID_ARGUMENT');
  await refused(ask(prompt), token, 400, 'INVALID_ARGUMENT');
  await refused({}, token, 400, 'INVALID_ARGUMENT');
  await refused(ask(part(nothing, 'text/html'), prompt), token, 400, 'INVALID_ARGUMENT');
  const generationConfig = { responseSchema: {}, responseJsonSchema: {} };
  await refused({ ...ask(part(), prompt), generationConfig }, token, 400, 'INVALID_ARGUMENT');
});

test('the next answers fail as planned', async () => {
  await client.failNext({ status: 429, retry_delay: '1.5s' });
  const error = await refused(ask(part(), prompt), token, 429, 'RESOURCE_EXHAUSTED');
  assert.equal(error.details[0].retryDelay, '1.5s');
  await client.failNext({ cut: 'before' });
  await assert.rejects(client.generate(ask(part(), prompt), token));
});

test('a file that is no document is refused, not answered', { skip }, async () => {
  await refused(ask(part(), prompt), token, 400, 'INVALID_ARGUMENT');
});

test('an answer is a reading of the posted document in the shape asked for', { skip }, async () => {
  const text = ['string', 'null'];
  const responseJsonSchema = {
    type: 'object',
    properties: {
      invoice_number: { type: text, title: 'Invoice number' },
      total_gross: { type: ['number', 'null'], title: 'Total' },
      line_items: { type: 'array', items: { type: 'object', properties: { name: { type: text, title: 'Description' } } } },
    },
  };
  const generationConfig = { responseMimeType: 'application/json', responseJsonSchema, mediaResolution: 'MEDIA_RESOLUTION_LOW' };
  const document = part(readFileSync(invoice).toString('base64'));
  const { status, body } = await client.generate({ ...ask(document, prompt), generationConfig }, token);
  assert.equal(status, 200, JSON.stringify(body));
  const [candidate] = body.candidates;
  assert.equal(candidate.finishReason, 'STOP');
  const values = JSON.parse(candidate.content.parts[0].text);
  assert.equal(values.invoice_number, 'INV-2024-0417');
  assert.equal(typeof values.total_gross, 'number');
  assert.ok(Array.isArray(values.line_items));
  const images = body.usageMetadata.promptTokensDetails.find(({ modality }) => modality === 'IMAGE');
  assert.equal(images.tokenCount, 2 * 280);
});
