import type { MessageParams } from '.';
import type { failure } from './zh-CN/failure';

/** What a person can mend. Each has one sentence that says how, under `failure.<code>`. */
export type FailureCode = keyof typeof failure extends `failure.${infer Code}` ? Code : never;

/** An error with a sentence of its own; `params` are put into it. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly params: MessageParams = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = new.target.name;
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

/** Code and params of an error; the code is one of ours, or what others gave it. */
export function readFailure(error: unknown): { code: string; params: MessageParams } {
  if (!(error instanceof Error)) return { code: '?', params: {} };
  const code = 'code' in error ? String(error.code) : error.name;
  const params = error instanceof Failure ? error.params : {};
  return { code: foreign[code] ?? code, params };
}
