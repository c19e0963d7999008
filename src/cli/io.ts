import type { Lang } from '../messages';

/** The command's surroundings, so that tests can stand in for a terminal. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  env: Readonly<Record<string, string | undefined>>;
  /** A person looks at stderr: progress is drawn only then. */
  isTerminal: boolean;
}

/** What every command works with. */
export interface Shell {
  io: Io;
  /** The language of messages. */
  lang: Lang;
}

/** Exit code: done, and what was checked is in order. */
export const done = 0;
/** Exit code: done, but something that was checked is not in order. */
export const found = 1;
/** Exit code: not done, the input cannot be worked with. */
export const refused = 2;

/** What the user gave cannot be worked with; the message is one sentence that says what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The language of messages: as asked for, else the environment's, else English. */
export function chooseLang(argv: readonly string[], env: Io['env']): Lang {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  const locale = asked ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  if (/^zh[-_](tw|hk|mo|hant)/i.test(locale)) return 'zh-TW';
  return /^zh/i.test(locale) ? 'zh-CN' : 'en';
}

/** A line on the terminal that each call rewrites; silent where nobody looks. */
export function progressLine(io: Io): { show(text: string): void; clear(): void } {
  let shown = false;
  const clear = () => {
    if (shown) io.err('\r\u001b[K');
    shown = false;
  };
  return {
    clear,
    show(text) {
      if (!io.isTerminal) return;
      io.err(`\r\u001b[K${text}`);
      shown = true;
    },
  };
}
