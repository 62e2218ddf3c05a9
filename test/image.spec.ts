// The programs of the image find what they need in it: the build is there, what it was made from is not.
import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDirectory } from './support/log/directory.js';

describe('a directory with a build and without sources', () => {
  it('runs the command line as it is', () => {
    const image = freshDirectory();
    cpSync('bin', join(image, 'bin'), { recursive: true });
    mkdirSync(join(image, 'dist', 'src', 'cli'), { recursive: true });
    for (const program of ['main.js', 'cli/main.js'])
      writeFileSync(join(image, 'dist', 'src', program), `console.log('${program}', process.argv.slice(2).join());`);
    writeFileSync(join(image, 'package.json'), '{"type":"module"}');
    const program = join(image, 'bin', 'rode-draad.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'help'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'cli/main.js help\n', stderr: '' });
  });
});
