// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../sandbox/start.mjs', import.meta.url));

export const read = (folder, name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

// Starts the sandbox as its parent would and waits for its line.
export async function startSandbox(folder = mkdtempSync(join(tmpdir(), 'sandbox-test-'))) {
  const child = spawn(process.execPath, [program, '--state', folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => { child.on('exit', resolve); });
  const line = await new Promise((resolve, reject) => {
    child.stdout.once('data', (data) => resolve(data.toString()));
    ended.then((code) => reject(new Error(`the sandbox ended with ${code}`)));
  });
  return {
    ...read(folder, 'sandbox.json'),
    folder,
    line,
    async stop() {
      child.stdin.end();
      return ended;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
