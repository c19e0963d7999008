import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * The programs that tools and tests run beside Node, and where the three systems keep them. Each is
 * looked for by the environment variable that names its file, by name on PATH, then where installers
 * put it; a variable that is set decides alone.
 */

type System = 'linux' | 'darwin' | 'win32';

interface Known {
  variable: string;
  names: Record<'unix' | 'win32', readonly string[]>;
  /** Folders beside those on PATH. `%NAME%` is put in from the environment. */
  folders: Partial<Record<System, readonly string[]>>;
  install: Record<System, string>;
}

const brew = ['/opt/homebrew/bin', '/usr/local/bin'];
const shims = ['%ProgramData%\\chocolatey\\bin', '%USERPROFILE%\\scoop\\shims'];
const poppler = {
  folders: { darwin: brew, win32: shims },
  install: {
    linux: 'apt-get install poppler-utils',
    darwin: 'brew install poppler',
    win32: 'choco install poppler',
  },
};

const programs = {
  libreoffice: {
    variable: 'APPFI_SOFFICE',
    // On Windows soffice.exe returns before it is done; soffice.com waits.
    names: { unix: ['soffice', 'libreoffice'], win32: ['soffice.com'] },
    folders: {
      linux: ['/usr/lib/libreoffice/program', '/snap/bin'],
      darwin: ['/Applications/LibreOffice.app/Contents/MacOS'],
      win32: ['%ProgramFiles%\\LibreOffice\\program', '%ProgramFiles(x86)%\\LibreOffice\\program'],
    },
    install: {
      linux: 'apt-get install libreoffice-calc-nogui',
      darwin: 'brew install --cask libreoffice',
      win32: 'winget install TheDocumentFoundation.LibreOffice',
    },
  },
  python: {
    variable: 'APPFI_PYTHON',
    names: { unix: ['python3'], win32: ['python.exe', 'py.exe'] },
    // The system's own, for which packages come, may stand behind another on PATH.
    folders: {
      linux: ['/usr/bin'],
      darwin: [...brew, '/usr/bin'],
      win32: ['%LOCALAPPDATA%\\Programs\\Python\\Launcher', '%SystemRoot%'],
    },
    install: {
      linux: 'apt-get install python3-openpyxl',
      darwin: 'python3 -m pip install openpyxl',
      win32: 'py -m pip install openpyxl',
    },
  },
  pdftoppm: {
    ...poppler,
    variable: 'APPFI_PDFTOPPM',
    names: { unix: ['pdftoppm'], win32: ['pdftoppm.exe'] },
  },
  pdftotext: {
    ...poppler,
    variable: 'APPFI_PDFTOTEXT',
    names: { unix: ['pdftotext'], win32: ['pdftotext.exe'] },
  },
  dotnet: {
    variable: 'APPFI_DOTNET',
    names: { unix: ['dotnet'], win32: ['dotnet.exe'] },
    folders: {
      linux: ['/usr/share/dotnet', '/usr/lib/dotnet', '%HOME%/.dotnet'],
      darwin: ['/usr/local/share/dotnet', ...brew],
      win32: ['%ProgramFiles%\\dotnet'],
    },
    install: {
      linux: 'apt-get install dotnet-sdk-10.0',
      darwin: 'brew install --cask dotnet-sdk',
      win32: 'winget install Microsoft.DotNet.SDK.10',
    },
  },
  browser: {
    variable: 'APPFI_BROWSER',
    names: {
      unix: ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'],
      win32: ['chrome.exe', 'msedge.exe'],
    },
    folders: {
      linux: ['/snap/bin'],
      darwin: ['/Applications/Chromium.app/Contents/MacOS'],
      win32: ['%LOCALAPPDATA%\\Chromium\\Application'],
    },
    install: {
      linux: 'apt-get install chromium',
      darwin: 'brew install --cask google-chrome',
      win32: 'winget install Google.Chrome',
    },
  },
} as const satisfies Record<string, Known>;

export type Program = keyof typeof programs;

/** What the search goes by; the machine at hand unless a test says otherwise. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  exists(file: string): boolean;
}

const here: Machine = {
  platform: process.platform,
  env: { USERPROFILE: homedir(), ...process.env },
  exists: existsSync,
};

const systemOf = (platform: NodeJS.Platform): System =>
  platform === 'darwin' || platform === 'win32' ? platform : 'linux';

/** Every file that may be the program, the likeliest first; none where it is not installed. */
export function candidates(program: Program, machine: Machine = here): string[] {
  const { env, exists } = machine;
  const system = systemOf(machine.platform);
  const { variable, names, folders }: Known = programs[program];
  const said = env[variable];
  if (said) return exists(said) ? [said] : [];
  const { delimiter, join } = system === 'win32' ? path.win32 : path.posix;
  const onPath = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((one) => one !== '');
  const beside = (folders[system] ?? []).flatMap((folder) => expanded(folder, env));
  const files = names[system === 'win32' ? 'win32' : 'unix'];
  const all = [...onPath, ...beside].flatMap((folder) => files.map((file) => join(folder, file)));
  return [...new Set(all)].filter(exists);
}

/** The folder with its variables put in, or nothing where one is not set. */
function expanded(folder: string, env: Machine['env']): string[] {
  const parts = folder.split(/%([^%]+)%/).map((part, i) => (i % 2 === 1 ? env[part] : part));
  return parts.includes(undefined) ? [] : [parts.join('')];
}

/** The program's file, or undefined where it is not installed. */
export const find = (program: Program): string | undefined => candidates(program)[0];

/** The program's file. Throws where it is not installed, and says how to get it. */
export function need(program: Program): string {
  const file = find(program);
  if (file === undefined) throw new Error(`${program} is not installed. ${howToGet(program)}`);
  return file;
}

/** How to get a program on this system, or to say where it is. */
export function howToGet(program: Program, { platform, env }: Machine = here): string {
  const { install, variable }: Known = programs[program];
  const said = env[variable];
  if (said) return `${variable} is "${said}", which is not there.`;
  return `Install it (${install[systemOf(platform)]}) or set ${variable} to its file.`;
}
