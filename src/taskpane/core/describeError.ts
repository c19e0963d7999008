import { failureText, message, type Lang } from '../../messages';

/** What went wrong and what to do, in the user's language; the error's own text is never shown. */
export function describeError(lang: Lang, error: unknown): string {
  const { code, text } = failureText(lang, error);
  return text ?? message(lang, 'pane.error.other', { code });
}
