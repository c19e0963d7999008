import type { MessageParams } from '.';
import type { Lang } from './lang';
import type { failure } from './zh-CN/failure';

/** What a person can mend. Each has one sentence that says how, under `failure.<code>`. */
export type FailureCode = CodeIn<keyof typeof failure>;
type CodeIn<Key> = Key extends `failure.${infer Code}` ? Code : never;

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
  NotAllowed: 'access-denied',
  ItemNotFound: 'item-not-found',
  ItemAlreadyExists: 'name-exists',
  // Switching to another workbook makes Excel give any of these three (office-js #771, #5319, #6365).
  GeneralException: 'stopped',
  InactiveWorkbook: 'stopped',
  InvalidSelection: 'stopped',
  Conflict: 'others-editing',
  InsertDeleteConflict: 'rows-held',
  FilteredRangeConflict: 'rows-held',
  MergedRangeConflict: 'rows-held',
  PivotTableRangeConflict: 'rows-held',
  NonBlankCellOffSheet: 'rows-held',
  ApiNotFound: 'excel-lacks',
  ApiNotAvailable: 'excel-lacks',
  NotImplemented: 'excel-lacks',
  NotSupported: 'excel-lacks',
  UnsupportedFeature: 'excel-lacks',
  UnsupportedOperation: 'excel-lacks',
  UnsupportedSheet: 'excel-lacks',
  RequestPayloadSizeLimitExceeded: 'change-too-large',
  ResponsePayloadSizeLimitExceeded: 'change-too-large',
  OperationCellsExceedLimit: 'change-too-large',
  RangeExceedsLimit: 'change-too-large',
  MemoryLimitReached: 'change-too-large',
  ActivityLimitReached: 'busy',
  RequestAborted: 'busy',
  OperationAborted: 'busy',
  SearchDialogIsOpen: 'busy',
  ServiceNotAvailable: 'offline',
  ConnectionFailure: 'offline',
  NetworkError: 'offline',
  Unauthenticated: 'signed-out',
  ChunkLoadError: 'not-loaded',
  ExampleError: 'not-loaded',
};

/** The code of an error: one of ours, or what others gave it. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '?';
  const code = 'code' in error ? String(error.code) : error.name;
  return foreign[code] ?? code;
}
