// SPDX-License-Identifier: GPL-3.0-or-later
import { randomBytes } from 'node:crypto';

const statuses = {
  400: 'INVALID_ARGUMENT', 401: 'UNAUTHENTICATED', 403: 'PERMISSION_DENIED', 404: 'NOT_FOUND', 413: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED', 500: 'INTERNAL', 503: 'UNAVAILABLE', 504: 'DEADLINE_EXCEEDED',
};

// An error as the Gemini API says it: google.rpc.Status in JSON.
export class GeminiError extends Error {
  constructor(code, message, details = []) {
    super(message);
    this.code = code;
    this.details = details;
  }

  body() {
    const details = this.details.length ? { details: this.details } : {};
    return { error: { code: this.code, message: this.message, status: statuses[this.code] ?? 'UNKNOWN', ...details } };
  }
}

export const errorInfo = (reason) => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com',
});

export const retryInfo = (delay) => ({ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: delay });

const tokensPerPage = { MEDIA_RESOLUTION_LOW: 280, MEDIA_RESOLUTION_MEDIUM: 560, MEDIA_RESOLUTION_HIGH: 1120 };
const tokensOf = (text) => Math.ceil(text.length / 4);

function invalid(message) {
  throw new GeminiError(400, message);
}

function mediaResolution(generation, part) {
  const level = part.mediaResolution?.level ?? generation.mediaResolution ?? 'MEDIA_RESOLUTION_MEDIUM';
  if (level === 'MEDIA_RESOLUTION_UNSPECIFIED') return 'MEDIA_RESOLUTION_MEDIUM';
  return tokensPerPage[level] ? level : invalid(`Invalid value at 'generation_config.media_resolution': "${level}"`);
}

// What a generateContent request asks for: {mimeType, bytes, prompt, schema, resolution, maxOutputTokens}.
export function parseRequest(text) {
  let request;
  try {
    request = JSON.parse(text);
  } catch {
    invalid('Invalid JSON payload received.');
  }
  if (!Array.isArray(request?.contents) || !request.contents.length) invalid('* GenerateContentRequest.contents: contents is not specified');
  const parts = request.contents.flatMap((content) => content?.parts ?? []);
  const documents = parts.filter((part) => part?.inlineData);
  if (documents.length !== 1) invalid('Exactly one inlineData part is expected.');
  if (parts[0] !== documents[0]) invalid('The document must come before the text.');
  if (!parts.some((part) => typeof part?.text === 'string')) invalid('A text part is expected after the document.');
  const generation = request.generationConfig ?? {};
  if (generation.responseSchema && generation.responseJsonSchema) {
    invalid('Only one of response_schema and response_json_schema can be set.');
  }
  const { mimeType, data } = documents[0].inlineData;
  return {
    mimeType,
    bytes: Buffer.from(data ?? '', 'base64'),
    prompt: parts.map((part) => part.text ?? '').join('') + (request.systemInstruction?.parts ?? []).map((part) => part.text).join(''),
    schema: generation.responseJsonSchema ?? generation.responseSchema,
    resolution: mediaResolution(generation, documents[0]),
    maxOutputTokens: generation.maxOutputTokens ?? 65536,
  };
}

// A GenerateContentResponse whose only part is `text`.
export function answer({ model, text, pages, prompt, resolution, maxOutputTokens }) {
  const images = pages * tokensPerPage[resolution];
  const cut = tokensOf(text) > maxOutputTokens;
  const written = cut ? text.slice(0, maxOutputTokens * 4) : text;
  return {
    candidates: [{ content: { parts: [{ text: written }], role: 'model' }, finishReason: cut ? 'MAX_TOKENS' : 'STOP', index: 0 }],
    usageMetadata: {
      promptTokenCount: tokensOf(prompt) + images,
      candidatesTokenCount: tokensOf(written),
      totalTokenCount: tokensOf(prompt) + images + tokensOf(written),
      promptTokensDetails: [{ modality: 'TEXT', tokenCount: tokensOf(prompt) }, { modality: 'IMAGE', tokenCount: images }],
      serviceTier: 'standard',
    },
    modelVersion: model,
    responseId: randomBytes(12).toString('base64url'),
  };
}
