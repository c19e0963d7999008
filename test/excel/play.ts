import type { Run } from '../../src/taskpane/core/excel';
import { scenes, Stage } from './story';

/** How a scene went; `error` is Excel's own, with the place where it refused. */
export interface Played {
  name: string;
  passed: boolean;
  ms: number;
  actions: number;
  error?: string;
}

/** Plays the story; what follows a scene that failed is played all the same. */
export async function play(run: Run, tell: (played: Played) => void): Promise<Played[]> {
  const stage = new Stage(run);
  const counted = countActions();
  const all: Played[] = [];
  for (const { name, play: act } of scenes) {
    const [start, before] = [performance.now(), counted.actions];
    let error: string | undefined;
    try {
      await act(stage);
    } catch (reason) {
      error = describe(reason);
    }
    const played = {
      ...{ name, passed: error === undefined, ms: Math.round(performance.now() - start) },
      actions: counted.actions - before,
      ...(error !== undefined && { error }),
    };
    all.push(played);
    tell(played);
  }
  return all;
}

interface ExcelError extends Error {
  code?: string;
  debugInfo?: { errorLocation?: string; statement?: string };
}

function describe(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason);
  const { code, message, debugInfo } = reason as ExcelError;
  const at = debugInfo?.errorLocation ?? debugInfo?.statement;
  return [...(code === undefined ? [] : [code]), message, ...(at ? [`at ${at}`] : [])].join(' · ');
}

/** What the client asks Excel for; 0 where it cannot be counted. */
function countActions(): { readonly actions: number } {
  const counted = { actions: 0 };
  const { OfficeExtension: client } = globalThis as {
    OfficeExtension?: { ClientRequest?: { prototype: { addAction?(action: unknown): void } } };
  };
  const prototype = client?.ClientRequest?.prototype;
  const { addAction } = prototype ?? {};
  if (prototype && addAction)
    prototype.addAction = function (this: unknown, action) {
      counted.actions += 1;
      return addAction.call(this, action);
    };
  return counted;
}
