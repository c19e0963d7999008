import { candidates, howToGet, type Machine } from '../../tools/programs';

/** A machine that has these files and nothing else. */
const machine = (
  platform: NodeJS.Platform,
  env: Machine['env'],
  ...files: readonly string[]
): Machine => ({ platform, env, exists: (file) => files.includes(file) });

const windows = {
  ProgramFiles: 'C:\\Program Files',
  LOCALAPPDATA: 'C:\\Users\\Lin\\AppData\\Local',
};
const office = 'C:\\Program Files\\LibreOffice\\program\\soffice.com';
const launcher = 'C:\\Users\\Lin\\AppData\\Local\\Programs\\Python\\Launcher\\py.exe';

test.each([
  ['on PATH', 'pdftoppm', machine('linux', { PATH: '/a:/b' }, '/b/pdftoppm'), '/b/pdftoppm'],
  [
    'on Windows’ Path, in a folder with a blank',
    'pdftotext',
    machine('win32', { Path: 'C:\\a;C:\\My tools' }, 'C:\\My tools\\pdftotext.exe'),
    'C:\\My tools\\pdftotext.exe',
  ],
  ['where Windows’ installer puts it', 'libreoffice', machine('win32', windows, office), office],
  [
    'where a Mac’s installer puts it',
    'libreoffice',
    machine('darwin', {}, macOffice()),
    macOffice(),
  ],
  [
    'by Homebrew',
    'python',
    machine('darwin', {}, '/opt/homebrew/bin/python3'),
    '/opt/homebrew/bin/python3',
  ],
  ['by Python’s launcher', 'python', machine('win32', windows, launcher), launcher],
] as const)('a program is found %s', (_, program, on, file) => {
  expect(candidates(program, on)).toEqual([file]);
});

function macOffice(): string {
  return '/Applications/LibreOffice.app/Contents/MacOS/soffice';
}

test('every Python is a candidate, since only one may have the package', () => {
  const on = machine(
    'linux',
    { PATH: '/opt/python/bin:/usr/bin' },
    '/opt/python/bin/python3',
    '/usr/bin/python3',
  );
  expect(candidates('python', on)).toEqual(['/opt/python/bin/python3', '/usr/bin/python3']);
});

test('a variable decides alone, and is told when its file is not there', () => {
  const env = { PATH: '/usr/bin', APPFI_SOFFICE: '/mine/soffice' };
  const both = machine('linux', env, '/mine/soffice', '/usr/bin/soffice');
  expect(candidates('libreoffice', both)).toEqual(['/mine/soffice']);
  const gone = machine('linux', env, '/usr/bin/soffice');
  expect(candidates('libreoffice', gone)).toEqual([]);
  expect(howToGet('libreoffice', gone)).toBe(
    'APPFI_SOFFICE is "/mine/soffice", which is not there.',
  );
});

test('what is not there is told with the system’s own way to get it', () => {
  expect(candidates('libreoffice', machine('win32', windows))).toEqual([]);
  expect(howToGet('libreoffice', machine('win32', windows))).toBe(
    'Install it (winget install TheDocumentFoundation.LibreOffice) or set APPFI_SOFFICE to its file.',
  );
  expect(howToGet('pdftoppm', machine('darwin', {}))).toContain('brew install poppler');
});
