// SPDX-License-Identifier: GPL-3.0-or-later
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GeminiError } from './gemini.mjs';

const suffixes = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg', 'image/tiff': 'tif', 'image/webp': 'webp' };
const timeLimit = 120_000;

// LECTERN_CLI, or the one that was built last of the usual build folders.
function findProgram() {
  if (process.env.LECTERN_CLI) return process.env.LECTERN_CLI;
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const built = ['ci', 'dev', 'release'].map((preset) => join(root, 'build', preset, 'app', 'lectern-cli'));
  return built.find(existsSync) ?? 'lectern-cli';
}

// Its own XDG folders: the user's settings, accounts and documents stay out of it.
function environment(folder) {
  const { PATH, LD_LIBRARY_PATH = '', ASAN_OPTIONS = '' } = process.env;
  const homes = Object.fromEntries(['CONFIG', 'DATA', 'CACHE', 'STATE'].map((name) => [`XDG_${name}_HOME`, join(folder, name)]));
  return { PATH, LD_LIBRARY_PATH, ASAN_OPTIONS, LC_ALL: 'C.UTF-8', HOME: folder, XDG_CONFIG_DIRS: folder, TMPDIR: folder, ...homes };
}

function run(args, folder) {
  const options = { cwd: folder, env: environment(folder), timeout: timeLimit, maxBuffer: 256 << 20, killSignal: 'SIGKILL' };
  return new Promise((resolve, reject) => {
    execFile(findProgram(), args, options, (error, output, messages) => {
      if (!error) resolve(output);
      else if (error.code === 3) reject(new GeminiError(400, 'The document has no pages.'));
      else if (error.code === 6 || error.killed) reject(new GeminiError(504, 'The document could not be read in time.'));
      else {
        process.stderr.write(`lectern-cli: ${error.code ?? error.signal}: ${messages}\n`);
        reject(new GeminiError(500, 'An internal error has occurred.'));
      }
    });
  });
}

// Reads a posted document with the local engine: a lectern.extraction/1. Nothing of it stays on the disk.
export async function read({ mimeType, bytes, schema }) {
  const suffix = suffixes[mimeType];
  if (!suffix) throw new GeminiError(400, `Unsupported MIME type: ${mimeType}`);
  const folder = await mkdtemp(join(tmpdir(), 'lectern-sandbox-'));
  try {
    const file = join(folder, `document.${suffix}`);
    await writeFile(file, bytes, { mode: 0o600 });
    const args = ['extract', '--engine', 'local', '--json'];
    if (schema) {
      const schemaFile = join(folder, 'schema.json');
      await writeFile(schemaFile, JSON.stringify(schema), { mode: 0o600 });
      args.push('--schema', schemaFile);
    }
    return JSON.parse(await run([...args, file], folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
