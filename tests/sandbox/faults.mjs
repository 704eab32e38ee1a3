// SPDX-License-Identifier: GPL-3.0-or-later
import { GeminiError, errorInfo, retryInfo } from './gemini.mjs';
import { readBody, sendJson } from './http.mjs';

const messages = {
  401: 'Request had invalid authentication credentials.',
  403: 'The caller does not have permission',
  429: 'You exceeded your current quota, please check your plan and billing details.',
  500: 'An internal error has occurred. Please retry or report.',
  503: 'The model is overloaded. Please try again later.',
};

function geminiFault({ status, retry_delay: delay }) {
  const details = { 401: [errorInfo('ACCESS_TOKEN_EXPIRED')], 429: delay ? [retryInfo(delay)] : [] };
  return new GeminiError(status, messages[status] ?? 'Failed as asked', details[status]).body();
}

// POST /__sandbox/next {"path": "/token", "status": 429, "retry_delay": "1.5s", "cut": "before|after", "delay_ms": 0, "times": 1}
// makes the next requests whose path holds `path` fail: with a status, or with the connection cut before or after the work.
export class Faults {
  constructor(errorBody = geminiFault) {
    this.errorBody = errorBody;
    this.planned = [];
  }

  take(path) {
    const fault = this.planned.find((each) => path.includes(each.path ?? ''));
    if (fault) {
      fault.times = (fault.times ?? 1) - 1;
      this.planned = this.planned.filter((each) => each.times !== 0);
    }
    return fault;
  }

  async plan(request, response) {
    try {
      const wanted = JSON.parse((await readBody(request, 10_000)).toString() || '{}');
      this.planned = Object.keys(wanted).length ? [...this.planned, wanted] : [];
      sendJson(response, 200, { planned: this.planned.length });
    } catch {
      sendJson(response, 400, { error: 'not a JSON object' });
    }
  }

  around(handler) {
    return async (request, response) => {
      if (request.method === 'POST' && request.url === '/__sandbox/next') return this.plan(request, response);
      const fault = this.take(request.url);
      if (fault?.delay_ms) await new Promise((done) => { setTimeout(done, fault.delay_ms); });
      if (fault?.cut === 'before') return request.socket.destroy();
      if (fault?.cut === 'after') {
        response.write = () => true;
        response.end = () => request.socket.destroy();
      }
      if (!fault?.status) return handler(request, response);
      request.resume();
      return sendJson(response, fault.status, this.errorBody(fault));
    };
  }
}
