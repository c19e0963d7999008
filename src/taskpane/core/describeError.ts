import { UnknownCatalogError } from '../../engagement/errors';
import { message, type Lang, type MessageKey } from '../../messages';
import {
  CancelledError,
  GoneError,
  NewerLayoutError,
  NotOursError,
  NotUpgradableError,
} from '../../office';

/** Codes of Office.js errors that a person can do something about. */
const byCode: Record<string, MessageKey> = {
  InvalidOperationInCellEditMode: 'pane.error.cell-edit',
  AccessDenied: 'pane.error.access-denied',
  ItemNotFound: 'pane.error.item-not-found',
  RequestPayloadSizeLimitExceeded: 'pane.error.too-large',
  ResponsePayloadSizeLimitExceeded: 'pane.error.too-large',
  ActivityLimitReached: 'pane.error.busy',
  ConnectionFailure: 'pane.error.offline',
  NetworkError: 'pane.error.offline',
  ChunkLoadError: 'pane.error.notLoaded',
  ExampleError: 'pane.error.notLoaded',
};

/** What went wrong and what to do, in the user's language; the error's own text is never shown. */
export function describeError(lang: Lang, error: unknown): string {
  if (error instanceof CancelledError) return message(lang, 'pane.cancelled');
  if (error instanceof NotOursError) return message(lang, 'pane.error.not-ours');
  if (error instanceof NewerLayoutError) {
    return message(lang, 'pane.error.newer-layout', { addIn: error.addIn });
  }
  if (error instanceof UnknownCatalogError) {
    return message(lang, 'pane.error.unknown-catalog', { catalog: error.catalog });
  }
  if (error instanceof NotUpgradableError) {
    const { catalog, version, has } = error;
    return message(lang, 'pane.upgrade.older', { catalog, version, has });
  }
  if (error instanceof GoneError) return message(lang, 'pane.error.gone');
  const code = codeOf(error);
  return message(lang, byCode[code] ?? 'pane.error.other', { code });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '?';
  return 'code' in error ? String(error.code) : error.name;
}
