import {
  Failure,
  failureText,
  message,
  type Lang,
  type MessageKey,
  type MessageParams,
} from '../messages';

/** What has to be said about a file, a table, a metric or one of its spans. */
export interface Remark {
  code: RemarkCode;
  /** Nothing is refused because of a note. */
  severity: 'refused' | 'note';
  metric?: string;
  table?: string;
  params: MessageParams;
}

export type RemarkCode = MessageKey extends infer Key
  ? Key extends `readings.remark.${infer Code}`
    ? Code
    : never
  : never;

export const refusal = (code: RemarkCode, about: Omit<Remark, 'code' | 'severity'>): Remark => ({
  code,
  severity: 'refused',
  ...about,
});
export const note = (code: RemarkCode, about: Omit<Remark, 'code' | 'severity'>): Remark => ({
  code,
  severity: 'note',
  ...about,
});

/** The remark as a sentence that says what to do. */
export const describeRemark = (lang: Lang, { code, params }: Remark): string =>
  message(
    lang,
    `readings.remark.${code}`,
    code === 'unopened'
      ? { ...params, detail: failureText(lang, new Failure(params.detail as 'broken')).text ?? '' }
      : params,
  );
