import type { MessageParams } from '.';
import type { Lang } from './lang';
import type { failure } from './zh-CN/failure';

/** What a person can mend. Each has one sentence that says how, under `failure.<code>`. */
export type FailureCode = keyof typeof failure extends `failure.${infer Code}` ? Code : never;

/**
 * An error with a sentence of its own. What is put into the sentence is the same in every language,
 * or is made in the language in which it is told.
 */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    private readonly params: MessageParams | ((lang: Lang) => MessageParams) = {},
  ) {
    super(typeof params === 'function' ? code : `${code} ${JSON.stringify(params)}`);
    this.name = new.target.name;
  }

  paramsIn(lang: Lang): MessageParams {
    return typeof this.params === 'function' ? this.params(lang) : this.params;
  }
}

/** What Excel, its client and the bundler call it. */
const foreign: Readonly<Record<string, FailureCode>> = {
  InvalidOperationInCellEditMode: 'cell-edit',
  AccessDenied: 'access-denied',
  ItemNotFound: 'item-not-found',
  RequestPayloadSizeLimitExceeded: 'change-too-large',
  ResponsePayloadSizeLimitExceeded: 'change-too-large',
  ActivityLimitReached: 'busy',
  ConnectionFailure: 'offline',
  NetworkError: 'offline',
  ChunkLoadError: 'not-loaded',
  ExampleError: 'not-loaded',
};

/** The code of an error: one of ours, or what others gave it. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '?';
  const code = 'code' in error ? String(error.code) : error.name;
  return foreign[code] ?? code;
}
