import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { find, howToGet, need } from '../../tools/programs';
import { missing } from './missing';

/** Microsoft's Open XML SDK in a small program of ours, which says what is wrong with Office files. */

const source = resolve(__dirname, '../openxml');
const built = resolve(__dirname, '../../.cache/openxml');
const program = join(built, 'bin', 'validate.dll');
const env = { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' };

/** Builds the program where it is older than its source. @returns what went wrong, or undefined */
export function buildValidator(): string | undefined {
  const dotnet = find('dotnet');
  if (dotnet === undefined) return howToGet('dotnet');
  if (isFresh()) return undefined;
  const { status, stdout, error } = spawnSync(
    dotnet,
    [
      ...['build', source, '--configuration', 'Release', '--output', join(built, 'bin')],
      `-p:BaseIntermediateOutputPath=${join(built, 'obj')}/`,
    ],
    { env, encoding: 'utf8' },
  );
  return status === 0 ? undefined : `It does not build: ${error?.message ?? stdout}`;
}

const isFresh = (): boolean =>
  existsSync(program) &&
  ['Program.cs', 'validate.csproj'].every(
    (name) => statSync(join(source, name)).mtimeMs < statSync(program).mtimeMs,
  );

/** Whether files can be validated; says so loudly when not. */
export function validatorAvailable(): boolean {
  const problem = buildValidator();
  return problem === undefined || missing('The validator of Microsoft’s Open XML SDK', problem);
}

/** What is wrong with each file, all of them in one run; none is listed that is valid. */
export function problemsOf(files: Readonly<Record<string, Uint8Array>>): Record<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'appfi-openxml-'));
  try {
    const names = Object.keys(files);
    const paths = names.map((name, i) => join(folder, `${i}-${name.replace(/[^\w.]+/g, '-')}`));
    paths.forEach((path, i) => writeFileSync(path, files[names[i] as string] as Uint8Array));
    const { status, stdout, stderr } = spawnSync(need('dotnet'), [program], {
      env,
      input: paths.join('\n'),
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`The validator failed: ${stderr}`);
    const said = JSON.parse(stdout) as string[][];
    return Object.fromEntries(
      names
        .map((name, i) => [name, said[i] as string[]] as const)
        .filter(([, all]) => all.length > 0),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
